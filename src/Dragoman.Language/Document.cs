namespace Dragoman.Language;

/// <summary>
/// The text that every span points into, verbatim: nothing is stripped, normalised or tidied after it was made.
/// </summary>
public sealed class Document
{
    public Document(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    public string Text { get; }

    public int Length => Text.Length;

    public TextSpan Whole => new(0, Text.Length);

    /// <summary>The words of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond the text.</exception>
    public string this[TextSpan span] => Text[span.Start..span.End];

    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The span without white space at either end; empty at its start if it holds nothing else.</summary>
    public TextSpan Trim(TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        while (start < end && char.IsWhiteSpace(Text[start])) start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1])) end--;
        return new(start, end);
    }
}
