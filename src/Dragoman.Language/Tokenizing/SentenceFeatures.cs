using Dragoman.Language.Models;

namespace Dragoman.Language.Tokenizing;

/// <summary>What the splitter keeps in mind of the sentence in hand.</summary>
internal struct SentenceMemory
{
    public int Words { get; private set; }

    public int OpenBrackets { get; private set; }

    public bool InQuotes { get; private set; }

    public void Take(ReadOnlySpan<char> word, Marks marks)
    {
        Words++;
        if (word.Length == 0) return;
        char c = word[0];
        if (marks.OpeningBrackets.Contains(c)) OpenBrackets++;
        else if (marks.ClosingBrackets.Contains(c)) OpenBrackets = Math.Max(0, OpenBrackets - 1);
        else if (marks.OpeningQuotes.Contains(c)) InQuotes = true;
        else if (marks.ClosingQuotes.Contains(c)) InQuotes = false;
        else if (marks.StraightQuotes.Contains(c)) InQuotes = !InQuotes;
    }
}

/// <summary>What a place between two words looks like: hashes of the words around it, their kinds, the gap, the sentence so far.</summary>
internal readonly ref struct SentenceSite
{
    /// <param name="tokens">The words of the block.</param>
    /// <param name="i">The word after which the sentence may end; not the last.</param>
    public SentenceSite(ReadOnlySpan<char> text, ReadOnlySpan<RawToken> tokens, int i, SentenceMemory memory, Abbreviations abbreviations, Casing casing)
    {
        Last = Form(text, tokens, i, casing);
        Before = Form(text, tokens, i - 1, casing);
        Before2 = Form(text, tokens, i - 2, casing);
        Next = Form(text, tokens, i + 1, casing);
        Next2 = Form(text, tokens, i + 2, casing);
        LastSuffix = StableHash.OfFolded(text[Math.Max(tokens[i].Start, tokens[i].End - 2)..tokens[i].End], casing);
        LastKind = Kind(text, tokens, i, abbreviations);
        BeforeKind = Kind(text, tokens, i - 1, abbreviations);
        NextKind = Kind(text, tokens, i + 1, abbreviations);
        Next2Kind = Kind(text, tokens, i + 2, abbreviations);
        Space = Gap(text, tokens[i].End, tokens[i + 1].Start);
        State = (memory.InQuotes ? 1u : 0u) + (memory.OpenBrackets > 0 ? 2u : 0u);
        Length = Bucket(memory.Words);
        Left = Bucket(tokens.Length - 1 - i);
    }

    public uint Last { get; }

    public uint LastSuffix { get; }

    public uint Before { get; }

    public uint Before2 { get; }

    public uint Next { get; }

    public uint Next2 { get; }

    public uint LastKind { get; }

    public uint BeforeKind { get; }

    public uint NextKind { get; }

    public uint Next2Kind { get; }

    public uint Space { get; }

    public uint State { get; }

    /// <summary>Words of the sentence so far, in steps.</summary>
    public uint Length { get; }

    /// <summary>Words of the block to come, in steps.</summary>
    public uint Left { get; }

    private static uint Form(ReadOnlySpan<char> text, ReadOnlySpan<RawToken> tokens, int i, Casing casing) =>
        (uint)i < (uint)tokens.Length ? StableHash.OfFolded(text[tokens[i].Start..tokens[i].End], casing) : i < 0 ? 1u : 2u;

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

/// <summary>The features of a possible sentence boundary after a word, for training and inference alike.</summary>
internal static class SentenceFeatures
{
    /// <summary>An upper bound of the number of features of a boundary.</summary>
    public const int Maximum = 48;

    public static int Of(SentenceSite site, Span<uint> keys)
    {
        FeatureList features = new(keys);
        AddPlain(ref features, site);
        AddMemory(ref features, site);
        return features.Count;
    }

    private static void AddPlain(ref FeatureList features, SentenceSite site)
    {
        features.Add();
        features.Add(site.Last);
        features.Add(site.LastKind);
        features.Add(site.Next);
        features.Add(site.NextKind);
        features.Add(site.Before);
        features.Add(site.Space);
        features.Add(site.Last, site.Space, site.NextKind);
        features.Add(site.LastKind, site.Space, site.NextKind);
        features.Add(site.Last, site.Next);
        features.Add(site.Last, site.NextKind, site.Next2Kind);
        features.Add(site.LastKind, site.Next);
        features.Add(site.Before, site.Last);
        features.Add(site.BeforeKind, site.LastKind, site.NextKind);
        features.Add(site.BeforeKind, site.Last, site.NextKind);
        features.Add(site.Before, site.Last, site.NextKind);
        features.Add(site.Before2, site.Before, site.Last);
        features.Add(site.Last, site.Next, site.Next2);
        features.Add(site.Last, site.Next2);
        features.Add(site.NextKind, site.Next2Kind, site.LastKind);
    }

    private static void AddMemory(ref FeatureList features, SentenceSite site)
    {
        features.Add(site.Last, site.State, site.NextKind);
        features.Add(site.Last, site.State, site.Space);
        features.Add(site.Last, site.Length);
        features.Add(site.LastKind, site.Length, site.NextKind);
        features.Add(site.Last, site.Left, site.NextKind);
        features.Add(site.LastKind, site.Left, site.Length);
        features.Add(site.LastSuffix, site.Next);
        features.Add(StableHash.Add(site.LastKind, site.Space), site.State, site.NextKind);
        features.Add(StableHash.Add(site.BeforeKind, site.LastKind), site.Space, StableHash.Add(site.NextKind, site.Next2Kind));
        features.Add(site.Next, site.Next2);
        features.Add(site.Next, site.Space, site.Length);
    }
}
