using System.Collections.Immutable;
using Dragoman.Language.Models;
using Dragoman.Language.Parsing;

namespace Dragoman.Language.Tagging;

/// <summary>A universal tag with the treebank's own one; they are predicted together.</summary>
internal readonly record struct TagPair(Upos Upos, string Xpos)
{
    public static TagPair Parse(string label)
    {
        int bar = label.IndexOf('|', StringComparison.Ordinal);
        _ = Enum.TryParse(label.AsSpan(0, bar), out Upos upos);
        return new(upos, string.Intern(label[(bar + 1)..]));
    }

    public override string ToString() => $"{Upos}|{Xpos}";
}

/// <summary>Gives every word its UPOS, XPOS and morphological features, from left to right, with averaged perceptrons.</summary>
internal sealed class Tagger
{
    private readonly Labels _pairLabels;
    private readonly ImmutableArray<TagPair> _pairs;
    private readonly TagLexicon _lexicon;
    private readonly LinearModel _pairModel;
    private readonly MorphologyTable _morphology;
    private readonly LinearModel _morphologyModel;

    public Tagger(Labels pairs, TagLexicon lexicon, LinearModel pairModel, MorphologyTable morphology, LinearModel morphologyModel)
    {
        _pairLabels = pairs;
        _pairs = [.. pairs.Names.Select(TagPair.Parse)];
        _lexicon = lexicon;
        _pairModel = pairModel;
        _morphology = morphology;
        _morphologyModel = morphologyModel;
    }

    public void Tag(SentenceDraft draft)
    {
        Span<int> scores = stackalloc int[Math.Max(_pairModel.ClassCount, _morphologyModel.ClassCount)];
        Span<uint> keys = stackalloc uint[TagFeatures.Maximum];
        for (int i = 0; i < draft.Count; i++)
        {
            int pair = _lexicon.OnlyPairOf(draft.Hashes[i].Form);
            if (pair < 0)
            {
                int count = TagFeatures.OfPair(draft, _lexicon, i, keys);
                _pairModel.Score(keys[..count], scores[.._pairModel.ClassCount]);
                pair = Best(scores[.._pairModel.ClassCount]);
            }

            draft.Pairs[i] = pair;
            draft.Upos[i] = _pairs[pair].Upos;
            draft.Xpos[i] = _pairs[pair].Xpos;
        }

        for (int i = 0; i < draft.Count; i++) draft.Feats[i] = _morphology.Names[MorphologyOf(draft, i, keys, scores[.._morphologyModel.ClassCount])];
    }

    private int MorphologyOf(SentenceDraft draft, int i, Span<uint> keys, Span<int> scores)
    {
        ReadOnlySpan<int> candidates = _morphology.Of(draft.Pairs[i]);
        if (candidates.Length == 1) return candidates[0];
        int count = TagFeatures.OfMorphology(draft, i, keys);
        _morphologyModel.Score(keys[..count], scores);
        return MorphologyTable.Best(candidates, scores);
    }

    public void Write(BinaryWriter output)
    {
        _pairLabels.Write(output);
        _lexicon.Write(output);
        _pairModel.Write(output);
        _morphology.Write(output);
        _morphologyModel.Write(output);
    }

    public static Tagger Read(BinaryReader input) =>
        new(Labels.Read(input), TagLexicon.Read(input), LinearModel.Read(input), MorphologyTable.Read(input), LinearModel.Read(input));

    internal static int Best(ReadOnlySpan<int> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}
