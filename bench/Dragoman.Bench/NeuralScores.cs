using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Dragoman.Language;
using Dragoman.Language.Neural;
using Dragoman.Language.Training;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>Counts what is right of an analysis on gold tokens: tags, lemmas, heads, arcs of all words, and names as a whole.</summary>
internal sealed class NeuralScores
{
    private readonly Dictionary<NameType, (int Found, int Expected, int Right)> _names = [];
    private int _words;
    private int _upos;
    private int _xpos;
    private int _feats;
    private int _lemmas;
    private int _heads;
    private int _arcs;

    public static NeuralScores Of(IReadOnlyList<SourceSentence> gold, IReadOnlyList<ImmutableArray<WordAnalysis>> read)
    {
        NeuralScores scores = new();
        for (int s = 0; s < gold.Count; s++)
        {
            if (gold[s].Names.Length > 0) scores.CountNames(gold[s].Names, read[s]);
            if (gold[s].Tree is { } tree) scores.CountWords(tree, read[s]);
        }

        return scores;
    }

    /// <summary>Labelled attachment score, in per cent.</summary>
    public double Las => Share(_arcs);

    public double NameF1(params ReadOnlySpan<NameType> types)
    {
        (int found, int expected, int right) = (0, 0, 0);
        foreach (NameType type in types)
        {
            (int f, int e, int r) = _names.GetValueOrDefault(type);
            (found, expected, right) = (found + f, expected + e, right + r);
        }

        return 200.0 * right / Math.Max(1, found + expected);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"UPOS {Share(_upos):f2} XPOS {Share(_xpos):f2} FEATS {Share(_feats):f2} lemma {Share(_lemmas):f2} UAS {Share(_heads):f2} LAS {Las:f2} | names {NameF1(NameType.Person, NameType.Organisation, NameType.Place):f1}: {string.Join(", ", _names.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {NameF1(pair.Key):f1} of {pair.Value.Expected}")))} ({_words} words)");

    private static bool Same(string column, string label) => column == label || (column == "_" && label.Length == 0);

    private double Share(int count) => 100.0 * count / Math.Max(1, _words);

    private void CountWords(ConlluSentence tree, ImmutableArray<WordAnalysis> read)
    {
        for (int t = 0; t < tree.Words.Length; t++)
        {
            ConlluRow gold = tree.Words[t];
            _words++;
            if (gold.Upos == read[t].Upos.ToString()) _upos++;
            if (Same(gold.Xpos, read[t].Xpos)) _xpos++;
            if (Same(gold.Feats, read[t].Feats)) _feats++;
            if (gold.Lemma == read[t].Lemma) _lemmas++;
            if (gold.Head != read[t].Head + 1) continue;
            _heads++;
            if (gold.Deprel == read[t].Deprel) _arcs++;
        }
    }

    private void CountNames(ImmutableArray<uint> gold, ImmutableArray<WordAnalysis> read)
    {
        HashSet<Name> expected = [.. Spans([.. gold.Select(mask => (mask & 1) != 0 ? 0 : BitOperations.TrailingZeroCount(mask))])];
        foreach (Name name in Spans([.. read.Select(word => word.Name)]))
        {
            // Where the data leave the type open, a name there is neither right nor wrong.
            if ((gold[name.First] & ~1u) != 0 && (gold[name.First] & 1) != 0 && name.Type is NameType.Group or NameType.Event or NameType.Other) continue;
            (int f, int e, int r) = _names.GetValueOrDefault(name.Type);
            _names[name.Type] = (f + 1, e, expected.Contains(name) ? r + 1 : r);
        }

        foreach (Name name in expected)
        {
            (int f, int e, int r) = _names.GetValueOrDefault(name.Type);
            _names[name.Type] = (f, e + 1, r);
        }
    }

    private static IEnumerable<Name> Spans(int[] labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == NameLabels.Outside || !NameLabels.MayStart(labels[i])) continue;
            int end = i;
            while (end + 1 < labels.Length && !NameLabels.MayEnd(labels[end])) end++;
            yield return new(i, end + 1, NameLabels.TypeOf(labels[i]));
        }
    }
}
