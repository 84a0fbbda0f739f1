using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dragoman.Reading.Intake;

/// <summary>
/// Bytes to text, strictly: a byte order mark counts first, then what the user says, then what a page declares, then UTF-8; UTF-16 without
/// a mark is recognised by its zero bytes. Bytes that are not valid in that encoding are refused, never replaced.
/// </summary>
public sealed partial class TextDecoder
{
    private const int DeclarationReach = 2048; // bytes; the HTML standard looks at the first 1024

    private readonly Encoding? _given;

    /// <exception cref="ArgumentException">There is no encoding of this name.</exception>
    public TextDecoder(string? encoding = null) =>
        _given = encoding is null ? null : Named(encoding) ?? throw new ArgumentException($"'{encoding}' is not the name of an encoding", nameof(encoding));

    /// <param name="declares">Whether the text may declare its encoding, as a web page does.</param>
    /// <exception cref="UnreadableException">The bytes are empty, binary, or not text in their encoding.</exception>
    public string Decode(ReadOnlySpan<byte> bytes, string source, bool declares)
    {
        (Encoding? encoding, int mark) = Marked(bytes);
        encoding ??= _given ?? (declares ? Declared(bytes) : null) ?? Unmarked(bytes) ?? Encoding.UTF8;
        ReadOnlySpan<byte> content = bytes[mark..];
        string text = Decode(content, encoding, source);
        if (text.AsSpan().IsWhiteSpace()) throw new UnreadableException("DG2002", source, "the file is empty; leave it out, or fetch the article again");
        if (IsBinary(text)) throw new UnreadableException("DG2003", source, "the file is not text (it holds control characters); save the article as plain text or HTML first");
        return text;
    }

    /// <summary>The encoding of this name, or null: the names that the web uses, such as <c>windows-1254</c>.</summary>
    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding, string source)
    {
        Encoding strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            if (bytes.Contains((byte)0) && encoding is UTF8Encoding)
                throw new UnreadableException("DG2003", source, "the file is not text (it holds zero bytes); save the article as plain text or HTML first");
            throw new UnreadableException("DG2004", source, string.Create(CultureInfo.InvariantCulture,
                $"the text is not valid {encoding.WebName} (at byte {error.Index}); say what it is with --encoding (such as windows-1254), or save it as UTF-8"));
        }
    }

    private static (Encoding? Encoding, int Mark) Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    /// <summary>UTF-16 shows in the zero bytes that spaces and line ends have on one side: in any script, at least one in forty letters.</summary>
    private static Encoding? Unmarked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes.Length % 2 != 0) return null;
        Span<int> zeros = [0, 0];
        for (int i = 0; i < bytes.Length; i++)
            if (bytes[i] == 0) zeros[i % 2]++;
        int pairs = bytes.Length / 2;
        if (zeros[1] * 40 > pairs && zeros[0] == 0) return Encoding.Unicode;
        return zeros[0] * 40 > pairs && zeros[1] == 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>What a page's <c>meta</c> element or XML declaration names; a name that nobody knows counts as none.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationReach)]);
        Match match = Charset().Match(start);
        return match.Success && Named(match.Groups["name"].Value) is { } encoding && encoding is not UnicodeEncoding ? encoding : null;
    }

    /// <summary>Text has no control characters but tabs, line ends, form feeds and the odd stray; more than one in a hundred is a picture or a program.</summary>
    private static bool IsBinary(string text)
    {
        int controls = text.Count(c => c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001b'));
        return controls * 100 > text.Length || text.Contains('\0', StringComparison.Ordinal);
    }

    [GeneratedRegex("""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Charset();
}
