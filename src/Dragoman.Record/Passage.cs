namespace Dragoman.Record;

/// <summary>
/// A place in a document with the words that stand there: <c>[Start, End)</c> in UTF-16 code units of the document's text.
/// A passage whose words do not match its place is an orphan; it is shown as one and never moved.
/// </summary>
public sealed record Passage(int Start, int End, string Words)
{
    /// <summary>Whether the text holds these words at this place.</summary>
    public bool StandsIn(string text) =>
        Start >= 0 && Start <= End && End <= text.Length && text.AsSpan(Start, End - Start).SequenceEqual(Words);
}
