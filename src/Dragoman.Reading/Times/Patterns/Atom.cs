using Dragoman.Language;

namespace Dragoman.Reading.Times.Patterns;

/// <summary>
/// What patterns match: a run of letters, a run of digits, or one sign. Finer than a token, so that <c>30-day</c> and <c>Feb.14</c> match however they
/// were tokenised.
/// </summary>
/// <param name="Word">The word's number in the <see cref="Lexicon"/>, or −1 if no list or pattern knows it.</param>
/// <param name="Number">The value of a run of at most nine digits, else −1.</param>
/// <param name="Spaced">Whether white space or the start of a block stands before it.</param>
internal readonly record struct Atom(TextSpan Span, int Word, int Number, bool Spaced)
{
    /// <summary>Stands between two blocks and matches nothing.</summary>
    public static Atom Border(int offset) => new(new(offset, offset), -1, -1, true);

    public bool IsBorder => Span.IsEmpty;
}
