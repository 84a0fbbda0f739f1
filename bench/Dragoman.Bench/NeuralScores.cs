using System.Globalization;
using Dragoman.Language;
using Dragoman.Language.Neural;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>Shares of words that are right, in per cent, and the F1 of names where the data have them.</summary>
internal sealed record NeuralScores(int Words, double Upos, double Xpos, double Feats, double Lemma, double Uas, double Las, double Names)
{
    public static NeuralScores Of(IReadOnlyList<SourceSentence> sources, IReadOnlyList<TrainingSentence> gold, IReadOnlyList<Prediction> read, LabelSets labels)
    {
        int words = 0;
        int[] tags = new int[4];
        int heads = 0;
        int arcs = 0;
        int found = 0, expected = 0, right = 0;
        for (int s = 0; s < gold.Count; s++)
        {
            if (gold[s].Names.Length > 0) CountNames(gold[s], read[s], ref found, ref expected, ref right);
            if (gold[s].Analysis is not { } analysis) continue;
            for (int t = 0; t < gold[s].Length; t++)
            {
                words++;
                for (int group = 0; group < 3; group++)
                    if (analysis.Tags[group][t] == read[s].Tags[group][t]) tags[group]++;
                EditScript script = EditScript.Parse(labels.Scripts[read[s].Tags[3][t]]) ?? default;
                if (script.Apply(sources[s].Forms[t]) == sources[s].Tree!.Words[t].Lemma) tags[3]++;
                if (analysis.Heads[t] != read[s].Heads[t]) continue;
                heads++;
                if (analysis.Relations[t] == read[s].Relations[t]) arcs++;
            }
        }

        double Share(int count) => 100.0 * count / Math.Max(1, words);
        return new(words, Share(tags[0]), Share(tags[1]), Share(tags[2]), Share(tags[3]), Share(heads), Share(arcs), 200.0 * right / Math.Max(1, found + expected));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"UPOS {Upos:f2} XPOS {Xpos:f2} FEATS {Feats:f2} lemma {Lemma:f2} UAS {Uas:f2} LAS {Las:f2} names {Names:f1} ({Words} words)");

    /// <summary>Counts people, organisations and places, the types that all data have.</summary>
    private static void CountNames(TrainingSentence gold, Prediction read, ref int found, ref int expected, ref int right)
    {
        HashSet<(int, int, NameType)> wanted = [.. Spans([.. gold.Names.Select(mask => System.Numerics.BitOperations.PopCount(mask) == 1 ? System.Numerics.BitOperations.Log2(mask) : 0)])];
        HashSet<(int, int, NameType)> got = [.. Spans([.. read.Names])];
        found += got.Count;
        expected += wanted.Count;
        right += got.Count(wanted.Contains);
    }

    private static IEnumerable<(int First, int End, NameType Type)> Spans(int[] labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == 0 || !NameLabels.MayStart(labels[i])) continue;
            NameType type = NameLabels.TypeOf(labels[i]);
            int end = i;
            while (end + 1 < labels.Length && !NameLabels.MayEnd(labels[end])) end++;
            if (type is NameType.Person or NameType.Organisation or NameType.Place) yield return (i, end + 1, type);
        }
    }
}
