using Dragoman.Language.Models;

namespace Dragoman.Language.Tokenizing;

/// <summary>What the splitter keeps in mind of the sentence in hand.</summary>
internal struct SentenceMemory
{
    public int Words { get; private set; }

    public int OpenBrackets { get; private set; }

    public bool InQuotes { get; private set; }

    public void Take(ReadOnlySpan<char> word)
    {
        Words++;
        if (word.Length == 0) return;
        char c = word[0];
        if (c is '(' or '[' or '{') OpenBrackets++;
        else if (c is ')' or ']' or '}') OpenBrackets = Math.Max(0, OpenBrackets - 1);
        else if (c is '“' or '«' or '„') InQuotes = true;
        else if (c is '”' or '»') InQuotes = false;
        else if (c == '"') InQuotes = !InQuotes;
    }
}

/// <summary>The features of a possible sentence boundary after a word, for training and inference alike.</summary>
internal static class SentenceFeatures
{
    /// <summary>An upper bound of the number of features of a boundary.</summary>
    public const int Maximum = 48;

    /// <param name="tokens">The words of the block.</param>
    /// <param name="i">The word after which the sentence may end; not the last.</param>
    public static int Of(ReadOnlySpan<char> text, ReadOnlySpan<RawToken> tokens, int i, SentenceMemory memory, Abbreviations abbreviations, Casing casing, Span<uint> keys)
    {
        FeatureList features = new(keys);
        uint last = Form(text, tokens, i, casing);
        uint before = Form(text, tokens, i - 1, casing);
        uint before2 = Form(text, tokens, i - 2, casing);
        uint next = Form(text, tokens, i + 1, casing);
        uint next2 = Form(text, tokens, i + 2, casing);
        uint lastKind = Kind(text, tokens, i, abbreviations);
        uint beforeKind = Kind(text, tokens, i - 1, abbreviations);
        uint nextKind = Kind(text, tokens, i + 1, abbreviations);
        uint next2Kind = Kind(text, tokens, i + 2, abbreviations);
        uint gap = Gap(text, tokens[i].End, tokens[i + 1].Start);
        uint state = (memory.InQuotes ? 1u : 0u) + (memory.OpenBrackets > 0 ? 2u : 0u);
        uint length = Bucket(memory.Words);
        uint left = Bucket(tokens.Length - 1 - i);

        features.Add();
        features.Add(last);
        features.Add(lastKind);
        features.Add(next);
        features.Add(nextKind);
        features.Add(before);
        features.Add(gap);
        features.Add(last, gap, nextKind);
        features.Add(lastKind, gap, nextKind);
        features.Add(last, next);
        features.Add(last, nextKind, next2Kind);
        features.Add(lastKind, next);
        features.Add(before, last);
        features.Add(beforeKind, lastKind, nextKind);
        features.Add(beforeKind, last, nextKind);
        features.Add(before, last, nextKind);
        features.Add(before2, before, last);
        features.Add(last, next, next2);
        features.Add(last, next2);
        features.Add(nextKind, next2Kind, lastKind);
        features.Add(last, state, nextKind);
        features.Add(last, state, gap);
        features.Add(last, length);
        features.Add(lastKind, length, nextKind);
        features.Add(last, left, nextKind);
        features.Add(lastKind, left, length);
        features.Add(Suffix(text, tokens, i, casing), next);
        features.Add(StableHash.Add(lastKind, gap), state, nextKind);
        features.Add(StableHash.Add(beforeKind, lastKind), gap, StableHash.Add(nextKind, next2Kind));
        features.Add(next, next2);
        features.Add(next, gap, length);
        return features.Count;
    }

    private static uint Form(ReadOnlySpan<char> text, ReadOnlySpan<RawToken> tokens, int i, Casing casing) =>
        (uint)i < (uint)tokens.Length ? StableHash.OfFolded(text[tokens[i].Start..tokens[i].End], casing) : i < 0 ? 1u : 2u;

    private static uint Suffix(ReadOnlySpan<char> text, ReadOnlySpan<RawToken> tokens, int i, Casing casing) =>
        StableHash.OfFolded(text[Math.Max(tokens[i].Start, tokens[i].End - 2)..tokens[i].End], casing);

    /// <summary>A coarse shape: abbreviation, initial, capitalised, capitals, small letters, number, or the first and last character of anything else.</summary>
    private static uint Kind(ReadOnlySpan<char> text, ReadOnlySpan<RawToken> tokens, int i, Abbreviations abbreviations)
    {
        if ((uint)i >= (uint)tokens.Length) return i < 0 ? 1u : 2u;
        ReadOnlySpan<char> word = text[tokens[i].Start..tokens[i].End];
        uint first = CharacterKind.Of(word[0]);
        if (word[^1] == '.' && word.Length > 1)
        {
            if (abbreviations.Contains(word)) return 3;
            if (word.Length == 2 && first == 'X') return 4;
            if (word.Count('.') > 1 && first is 'x' or 'X') return 5;
        }

        uint second = word.Length > 1 ? CharacterKind.Of(word[1]) : 0;
        uint final = CharacterKind.Of(word[^1]);
        return (first * 131) + (first == 'X' ? second * 7 : 0) + (final * 65537);
    }

    private static uint Gap(ReadOnlySpan<char> text, int start, int end)
    {
        if (start >= end) return 0;
        return text[start..end].Contains('\n') ? 2u : end - start > 1 ? 3u : 1u;
    }

    private static uint Bucket(int count) => count switch
    {
        <= 3 => (uint)count,
        <= 5 => 4,
        <= 9 => 5,
        <= 16 => 6,
        <= 30 => 7,
        _ => 8,
    };
}
