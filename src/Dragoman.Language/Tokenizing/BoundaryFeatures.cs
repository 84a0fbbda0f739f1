using Dragoman.Language.Models;

namespace Dragoman.Language.Tokenizing;

/// <summary>The features of a possible word boundary inside a stretch without white space, for training and inference alike.</summary>
internal static class BoundaryFeatures
{
    /// <summary>An upper bound of the number of features of a boundary.</summary>
    public const int Maximum = 40;

    private const int LongestPiece = 24; // characters of a piece that are looked at

    /// <param name="chunk">A stretch without white space.</param>
    /// <param name="last">Where the word in hand began.</param>
    /// <param name="at">The boundary: before <c>chunk[at]</c>; from 1.</param>
    public static int Of(ReadOnlySpan<char> chunk, int last, int at, Abbreviations abbreviations, Casing casing, Span<uint> keys)
    {
        FeatureList features = new(keys);
        uint b3 = Character(chunk, at - 3);
        uint b2 = Character(chunk, at - 2);
        uint b1 = Character(chunk, at - 1);
        uint a0 = Character(chunk, at);
        uint a1 = Character(chunk, at + 1);
        uint a2 = Character(chunk, at + 2);
        features.Add();
        features.Add(b1);
        features.Add(a0);
        features.Add(b1, a0);
        features.Add(b2, b1, a0);
        features.Add(b1, a0, a1);
        features.Add(StableHash.Add(b2, b1), a0, a1);
        features.Add(b3, b2, b1);
        features.Add(a0, a1, a2);
        features.Add(StableHash.Add(b3, b2), b1, a0);
        features.Add(b1, StableHash.Add(a0, a1), a2);
        AddKinds(ref features, chunk, at);
        AddPieces(ref features, chunk, last, at, abbreviations, casing);
        return features.Count;
    }

    private static void AddKinds(ref FeatureList features, ReadOnlySpan<char> chunk, int at)
    {
        uint before = 0;
        for (int i = at - 1; i >= at - 4; i--)
        {
            before = StableHash.Add(before, Kind(chunk, i));
            uint after = 0;
            for (int j = at; j < at + 3; j++)
            {
                after = StableHash.Add(after, Kind(chunk, j));
                if (at - i <= 2 || j == at + 2) features.Add(before, after);
            }
        }
    }

    private static void AddPieces(ref FeatureList features, ReadOnlySpan<char> chunk, int last, int at, Abbreviations abbreviations, Casing casing)
    {
        uint piece = Hash(chunk[Math.Max(last, at - LongestPiece)..at], casing);
        uint rest = Hash(chunk[at..Math.Min(chunk.Length, at + LongestPiece)], casing);
        uint whole = Hash(chunk.Length <= LongestPiece ? chunk : chunk[..LongestPiece], casing);
        int end = at;
        while (end < chunk.Length && CharacterKind.IsLetter(chunk[end]) && end < at + LongestPiece) end++;
        uint atEnd = (uint)Math.Min(chunk.Length - at, 3);
        features.Add(piece);
        features.Add(rest);
        features.Add(piece, Character(chunk, at));
        features.Add(piece, rest);
        features.Add(whole, (uint)at);
        features.Add(Hash(chunk[at..end], casing), Character(chunk, at - 1));
        features.Add(Patterned(chunk[Math.Max(last, at - LongestPiece)..at]), Character(chunk, at), atEnd);
        features.Add(Patterned(chunk[Math.Max(last, at - LongestPiece)..at]), Patterned(chunk[at..Math.Min(chunk.Length, at + LongestPiece)]));
        features.Add(Character(chunk, at), atEnd);
        features.Add(Character(chunk, 0), Character(chunk, at - 1), Character(chunk, at));
        if (chunk[at] == '.') features.Add(abbreviations.Contains(chunk[last..(at + 1)]) ? 1u : 0u, atEnd);
    }

    /// <summary>The kinds of the characters, repetitions left out.</summary>
    private static uint Patterned(ReadOnlySpan<char> text)
    {
        uint hash = 0;
        uint previous = 0;
        foreach (char c in text)
        {
            uint kind = CharacterKind.Of(c);
            if (kind != previous) hash = StableHash.Add(hash, kind);
            previous = kind;
        }

        return hash;
    }

    private static uint Hash(ReadOnlySpan<char> text, Casing casing) => StableHash.OfFolded(text, casing);

    private static uint Character(ReadOnlySpan<char> chunk, int at) => (uint)at < (uint)chunk.Length ? chunk[at] : 0u;

    private static uint Kind(ReadOnlySpan<char> chunk, int at) => (uint)at < (uint)chunk.Length ? CharacterKind.Of(chunk[at]) : 0u;
}
