namespace Dragoman.Language.Tokenizing;

/// <summary>A word as the tokeniser found it.</summary>
/// <param name="Joined">Whether it continues the orthographic token of the word before it (<c>n't</c> of <c>don't</c>).</param>
internal readonly record struct RawToken(int Start, int End, bool Joined)
{
    public TextSpan Span => new(Start, End);

    public int Length => End - Start;
}
