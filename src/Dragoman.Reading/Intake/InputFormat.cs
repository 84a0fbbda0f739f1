namespace Dragoman.Reading.Intake;

/// <summary>How a file holds its documents.</summary>
public enum InputFormat
{
    /// <summary>Plain text or Markdown, one document a file.</summary>
    Text,

    /// <summary>A web page, one document a file.</summary>
    Html,

    /// <summary>JSON Lines, one document a line.</summary>
    JsonLines,

    /// <summary>The same, compressed with gzip.</summary>
    JsonLinesGzip,
}

/// <summary>The file names of each format.</summary>
public static class InputFormats
{
    private static readonly (string Ending, InputFormat Format)[] Endings =
    [
        (".txt", InputFormat.Text), (".md", InputFormat.Text),
        (".html", InputFormat.Html), (".htm", InputFormat.Html),
        (".jsonl", InputFormat.JsonLines), (".jsonl.gz", InputFormat.JsonLinesGzip),
    ];

    /// <summary>The endings that are read, for messages: <c>.txt .md …</c>.</summary>
    public static string Known { get; } = string.Join(' ', Endings.Select(pair => pair.Ending));

    /// <summary>The format that a file name tells, whatever its case; null if it tells none.</summary>
    public static InputFormat? Of(string file)
    {
        foreach ((string ending, InputFormat format) in Endings)
            if (file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return format;
        return null;
    }
}
