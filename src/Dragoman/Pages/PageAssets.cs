using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Dragoman.Pages;

/// <summary>A file of the pages: style sheet, script, icon. Held in the program itself, so that a page works from any folder.</summary>
public sealed record Asset(string Name, string ContentType, string Text)
{
    private const int Quality = 9; // of 11: a tenth of the time, some per cent more bytes

    private byte[]? _compressed; // a benign race makes it twice
    private readonly byte[] _hash = SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    /// <summary>The address on the desk; it changes with the content, so that it can be cached for ever.</summary>
    public string Path => $"/assets/{Convert.ToHexStringLower(_hash)[..12]}/{Name}";

    /// <summary>The content as Brotli, made when it is first asked for.</summary>
    public ReadOnlyMemory<byte> Compressed => _compressed ??= Compress(Text);

    /// <summary>The source by which a content security policy allows it inline.</summary>
    public string PolicySource => $"'sha256-{Convert.ToBase64String(_hash)}'";

    private static byte[] Compress(string text)
    {
        byte[] plain = Encoding.UTF8.GetBytes(text);
        byte[] packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out int length, Quality, window: 22) ? packed[..length] : throw new InvalidOperationException("The encoder's own bound was too small.");
    }
}

public static class PageAssets
{
    public static Asset Style { get; } = Load("dragoman.css", "text/css; charset=utf-8");

    public static Asset Script { get; } = Load("dragoman.js", "text/javascript; charset=utf-8");

    /// <summary>What the reading room adds to <see cref="Script"/>.</summary>
    public static Asset Room { get; } = Load("room.js", "text/javascript; charset=utf-8");

    /// <summary>What only the desk needs, not a page in a file.</summary>
    public static Asset DeskScript { get; } = Load("desk.js", "text/javascript; charset=utf-8");

    /// <summary>Rules of charts; part of <see cref="BoardStyle"/>, and of a chart's own file.</summary>
    public static Asset ChartStyle { get; } = Load("charts.css", "text/css; charset=utf-8");

    public static Asset BoardStyle { get; } = new("boards.css", "text/css; charset=utf-8", Load("boards.css", "").Text + ChartStyle.Text);

    public static Asset BoardScript { get; } = Load("boards.js", "text/javascript; charset=utf-8");

    /// <summary>Apache ECharts, for charts that can be zoomed; loaded when somebody asks for one.</summary>
    public static Asset ChartLibrary { get; } = Load("echarts.js", "text/javascript; charset=utf-8");

    public static Asset Queue { get; } = Load("queue.js", "text/javascript; charset=utf-8");

    public static Asset PutIn { get; } = Load("put-in.js", "text/javascript; charset=utf-8");

    public static Asset Icon { get; } = Load("icon.svg", "image/svg+xml");

    public static ImmutableArray<Asset> All { get; } = [Style, Script, Room, Queue, PutIn, DeskScript, BoardStyle, BoardScript, ChartLibrary, Icon];

    private static Asset Load(string name, string contentType)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException("The program lacks a file of its own.", name);
        using StreamReader reader = new(stream, Encoding.UTF8);
        return new(name, contentType, reader.ReadToEnd());
    }
}
