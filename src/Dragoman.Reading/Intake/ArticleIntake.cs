using System.IO.Compression;

namespace Dragoman.Reading.Intake;

/// <summary>
/// Turns files, folders and streams into articles, one after the other: at no time is more than one document held.
/// What cannot be read arrives as a refusal with the reason, and the documents after it still come.
/// </summary>
public sealed class ArticleIntake
{
    /// <summary>The longest document that is read, in bytes: longer than any article, and short enough that a mistaken file does no harm.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    private readonly ArticleMaker _maker;

    /// <param name="encoding">The encoding that text and pages are in, if the user says so; else they are UTF-8, or what they declare themselves.</param>
    /// <exception cref="ArgumentException">There is no encoding of this name.</exception>
    public ArticleIntake(string? encoding = null) => _maker = new(new(encoding));

    /// <summary>The documents of these files and folders, in the order given; those of a folder, with its subfolders, in ordinal order of their paths.</summary>
    public IEnumerable<Arrival> Take(IEnumerable<string> paths) => paths.SelectMany(Take);

    /// <summary>The documents of a stream.</summary>
    /// <param name="input">Read to its end, but not closed.</param>
    /// <param name="source">What to call it.</param>
    public IEnumerable<Arrival> Take(Stream input, string source, InputFormat format)
    {
        switch (format)
        {
            case InputFormat.JsonLines:
                return new JsonLines(input, source).Read();
            case InputFormat.JsonLinesGzip:
                return new JsonLines(new GZipStream(input, CompressionMode.Decompress, leaveOpen: true), source).Read();
            default:
                return [Attempt(source, () => _maker.Make(Whole(input, source), source, format))];
        }
    }

    private IEnumerable<Arrival> Take(string path)
    {
        if (File.Exists(path)) return TakeFile(path, Path.GetFileName(path));
        return Directory.Exists(path)
            ? TakeFolder(path)
            : [Refuse("DG2001", path, "there is no such file or folder; check the name and the folder you are in")];
    }

    private IEnumerable<Arrival> TakeFolder(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", Deep).Where(file => InputFormats.Of(file) is not null)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? files.SelectMany(file => TakeFile(Path.Combine(folder, file), file))
            : [Refuse("DG2009", folder, $"the folder holds no document; dragoman reads files that end in {InputFormats.Known}")];
    }

    private static EnumerationOptions Deep { get; } = new() { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden };

    private IEnumerable<Arrival> TakeFile(string path, string source)
    {
        if (InputFormats.Of(path) is not { } format)
        {
            yield return Refuse("DG2010", source, $"the file name tells no format; dragoman reads files that end in {InputFormats.Known}. Rename it, or pipe it in: dragoman read - --input-format text < {source}");
            yield break;
        }

        FileStream? file = null;
        Arrival? refusal = null;
        try
        {
            file = File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            refusal = Refuse("DG2001", source, $"the file cannot be opened ({error.Message}); check who may read it");
        }

        if (refusal is not null) yield return refusal;
        if (file is null) yield break;
        using (file)
            foreach (Arrival arrival in Take(file, source, format)) yield return arrival;
    }

    /// <summary>The bytes of one document; a longer one is refused before it is read whole.</summary>
    private static byte[] Whole(Stream input, string source)
    {
        if (input.CanSeek && input.Length > MaximumBytes) throw JsonLines.TooLong(source);
        using MemoryStream bytes = new();
        byte[] part = new byte[81920];
        for (int count = input.Read(part); count > 0; count = input.Read(part))
        {
            bytes.Write(part, 0, count);
            if (bytes.Length > MaximumBytes) throw JsonLines.TooLong(source);
        }

        return bytes.ToArray();
    }

    private static Arrival Attempt(string source, Func<Article> make)
    {
        try
        {
            return Arrival.Of(make());
        }
        catch (UnreadableException refusal)
        {
            return Arrival.Of(refusal);
        }
        catch (IOException error)
        {
            return Refuse("DG2001", source, $"the file cannot be read ({error.Message}); check the disk or the connection, and try again");
        }
    }

    private static Arrival Refuse(string code, string source, string message) => Arrival.Of(new UnreadableException(code, source, message));
}
