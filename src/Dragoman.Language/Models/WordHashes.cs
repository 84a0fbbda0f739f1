namespace Dragoman.Language.Models;

/// <summary>The hashes of a word that features are made of: the word folded, its beginnings and ends, its shape.</summary>
internal readonly record struct WordHashes(uint Form, uint Suffix1, uint Suffix2, uint Suffix3, uint Suffix4, uint Prefix1, uint Prefix2, uint Prefix3, uint Shape)
{
    private const int LongestWord = 48; // characters looked at; longer words are URLs and the like

    /// <summary>What stands before the first and after the last word of a sentence.</summary>
    public static readonly WordHashes Border = new(1, 1, 1, 1, 1, 1, 1, 1, 1);

    public static WordHashes Of(ReadOnlySpan<char> form, Casing casing)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        ReadOnlySpan<char> whole = form.Length > LongestWord ? form[^LongestWord..] : form;
        Span<char> folded = buffer[..whole.Length];
        casing.Fold(whole, folded);
        return new(
            StableHash.Of(folded), StableHash.Of(Last(folded, 1)), StableHash.Of(Last(folded, 2)), StableHash.Of(Last(folded, 3)), StableHash.Of(Last(folded, 4)),
            StableHash.Of(First(whole, 1)), StableHash.Of(First(folded, 2)), StableHash.Of(First(folded, 3)), ShapeOf(whole));
    }

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> text, int length) => text.Length <= length ? text : text[^length..];

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>The classes of the characters, no class more than twice in a row: <c>Xx</c> for <c>Ivan</c> gives <c>Xxx</c>, <c>4,900</c> gives <c>d,dd</c>.</summary>
    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        Span<char> shape = stackalloc char[LongestWord];
        int length = 0;
        foreach (char c in form)
        {
            char kind = char.IsDigit(c) ? 'd' : char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : c;
            if (length < 2 || shape[length - 1] != kind || shape[length - 2] != kind) shape[length++] = kind;
        }

        return StableHash.Of(shape[..length]);
    }
}
