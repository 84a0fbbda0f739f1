using Dragoman.Language.Models;
using Dragoman.Language.Parsing;

namespace Dragoman.Language.Tagging;

/// <summary>The features of tagging, for training and inference alike.</summary>
internal static class TagFeatures
{
    /// <summary>An upper bound of the number of features of a word.</summary>
    public const int Maximum = 48;

    /// <summary>Features of the tag pair of word <paramref name="i"/>; the pairs of the words before it are known.</summary>
    public static int OfPair(SentenceDraft draft, TagLexicon lexicon, int i, Span<uint> keys)
    {
        FeatureList features = new(keys);
        AddWord(ref features, draft, i);
        AddTags(ref features, draft, lexicon, i);
        AddNeighbours(ref features, draft, i);
        return features.Count;
    }

    private static void AddWord(ref FeatureList features, SentenceDraft draft, int i)
    {
        WordHashes word = draft.Hashes[i];
        features.Add();
        features.Add(word.Form);
        features.Add(word.Suffix1);
        features.Add(word.Suffix2);
        features.Add(word.Suffix3);
        features.Add(word.Suffix4);
        features.Add(word.Prefix1);
        features.Add(word.Prefix2);
        features.Add(word.Prefix3);
        features.Add(word.Shape, i == 0 ? 1u : 0u);
        features.Add(word.Shape, draft.IsTitleCase ? 1u : 0u);
        features.Add(word.Shape, word.Suffix3);
        features.Add(word.Shape, PairAt(draft, i - 1));
        features.Add(word.Shape, word.Form);
    }

    /// <summary>The tags before the word, and what the lexicon knows of the word and those after it.</summary>
    private static void AddTags(ref FeatureList features, SentenceDraft draft, TagLexicon lexicon, int i)
    {
        WordHashes word = draft.Hashes[i];
        uint tag1 = PairAt(draft, i - 1);
        uint tag2 = PairAt(draft, i - 2);
        uint known = lexicon.AmbiguityOf(word.Form);
        uint knownAfter = lexicon.AmbiguityOf(At(draft, i + 1).Form);
        uint knownAfter2 = lexicon.AmbiguityOf(At(draft, i + 2).Form);
        features.Add(known);
        features.Add(known, tag1);
        features.Add(known, knownAfter);
        features.Add(known, tag1, knownAfter);
        features.Add(known, tag1, tag2);
        features.Add(known, At(draft, i - 1).Form);
        features.Add(known, At(draft, i + 1).Form);
        features.Add(known, knownAfter, knownAfter2);
        features.Add(tag1);
        features.Add(tag1, tag2);
        features.Add(tag1, word.Form);
        features.Add(tag1, tag2, word.Form);
        features.Add(tag1, word.Suffix3);
        features.Add(tag1, knownAfter);
        features.Add(knownAfter);
        features.Add(knownAfter2);
    }

    private static void AddNeighbours(ref FeatureList features, SentenceDraft draft, int i)
    {
        WordHashes word = draft.Hashes[i];
        WordHashes before = At(draft, i - 1);
        WordHashes after = At(draft, i + 1);
        features.Add(before.Form);
        features.Add(At(draft, i - 2).Form);
        features.Add(after.Form);
        features.Add(At(draft, i + 2).Form);
        features.Add(before.Form, word.Form);
        features.Add(word.Form, after.Form);
        features.Add(before.Form, after.Form);
        features.Add(before.Suffix3);
        features.Add(after.Suffix3);
        features.Add(after.Shape, word.Shape);
        features.Add(before.Shape, word.Shape);
    }

    /// <summary>Features of the morphology of word <paramref name="i"/>; the tag pairs of the whole sentence are known.</summary>
    public static int OfMorphology(SentenceDraft draft, int i, Span<uint> keys)
    {
        FeatureList features = new(keys);
        AddOwn(ref features, draft, i);
        AddContext(ref features, draft, i);
        return features.Count;
    }

    private static void AddOwn(ref FeatureList features, SentenceDraft draft, int i)
    {
        WordHashes word = draft.Hashes[i];
        uint pair = PairAt(draft, i);
        features.Add(pair);
        features.Add(pair, word.Form);
        features.Add(pair, word.Suffix2);
        features.Add(pair, word.Suffix3);
        features.Add(pair, word.Suffix4);
        features.Add(pair, word.Shape);
        features.Add(pair, word.Prefix1);
        features.Add(pair, word.Prefix3);
    }

    private static void AddContext(ref FeatureList features, SentenceDraft draft, int i)
    {
        uint form = draft.Hashes[i].Form;
        uint pair = PairAt(draft, i);
        uint tag1 = PairAt(draft, i - 1);
        uint next1 = PairAt(draft, i + 1);
        int nominal = NominalBefore(draft, i);
        features.Add(pair, tag1);
        features.Add(pair, next1);
        features.Add(pair, tag1, next1);
        features.Add(pair, tag1, PairAt(draft, i - 2));
        features.Add(pair, next1, PairAt(draft, i + 2));
        features.Add(pair, At(draft, i - 1).Form);
        features.Add(pair, At(draft, i + 1).Form);
        features.Add(pair, At(draft, i - 2).Form);
        features.Add(pair, At(draft, i + 2).Form);
        features.Add(form, At(draft, i - 1).Form);
        features.Add(form, At(draft, i + 1).Form);
        features.Add(form, tag1);
        features.Add(form, next1);
        features.Add(pair, PairAt(draft, nominal));
        features.Add(pair, PairAt(draft, nominal), tag1);
        features.Add(pair, At(draft, nominal).Form);
        features.Add(form, At(draft, nominal).Form);
        features.Add(form, PairAt(draft, nominal));
        features.Add(pair, form, i == 0 ? 1u : 0u);
    }

    /// <summary>Features of the lemma of a word, given its tag pair.</summary>
    public static int OfLemma(SentenceDraft draft, int i, Span<uint> keys)
    {
        FeatureList features = new(keys);
        ReadOnlySpan<char> form = draft.Forms[i];
        WordHashes word = draft.Hashes[i];
        uint pair = PairAt(draft, i);
        features.Add(pair);
        features.Add(pair, word.Form);
        features.Add(pair, word.Shape);
        features.Add(pair, word.Suffix1);
        features.Add(pair, word.Suffix2);
        features.Add(pair, word.Suffix3);
        features.Add(pair, word.Suffix4);
        features.Add(pair, form.Length > 5 ? StableHash.Of(form[^5..]) : 0);
        features.Add(pair, form.Length > 6 ? StableHash.Of(form[^6..]) : 0);
        features.Add(pair, word.Prefix1, i == 0 ? 1u : 0u);
        features.Add(pair, word.Prefix3);
        features.Add(pair, word.Suffix3, (uint)Math.Min(form.Length, 6));
        features.Add(pair, draft.IsTitleCase ? 1u : 0u, word.Shape);
        return features.Count;
    }

    /// <summary>The nearest noun or pronoun before a word, or −1: what a finite verb agrees with more often than not.</summary>
    private static int NominalBefore(SentenceDraft draft, int i)
    {
        for (int j = i - 1; j >= 0 && j > i - 8; j--)
            if (draft.Upos[j] is Upos.NOUN or Upos.PRON or Upos.PROPN) return j;
        return -1;
    }

    private static WordHashes At(SentenceDraft draft, int i) => i < 0 || i >= draft.Count ? WordHashes.Border : draft.Hashes[i];

    private static uint PairAt(SentenceDraft draft, int i) => i < 0 || i >= draft.Count ? 0xFFFF : (uint)draft.Pairs[i];
}
