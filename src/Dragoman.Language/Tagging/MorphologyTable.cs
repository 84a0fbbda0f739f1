using System.Collections.Immutable;
using Dragoman.Language.Models;

namespace Dragoman.Language.Tagging;

/// <summary>The feature sets (<c>Mood=Ind|Tense=Past</c>, empty for none) and which of them go with which tag pair.</summary>
internal sealed class MorphologyTable
{
    private readonly Labels _labels;
    private readonly int[][] _ofPair;

    /// <param name="ofPair">The feature sets of every pair, the most frequent one first; at least one each.</param>
    public MorphologyTable(Labels labels, int[][] ofPair)
    {
        _labels = labels;
        _ofPair = ofPair;
    }

    public ImmutableArray<string> Names => _labels.Names;

    public ReadOnlySpan<int> Of(int pair) => _ofPair[pair];

    public int Find(string feats) => _labels.Find(feats);

    /// <summary>The candidate with the highest score, the first of equals.</summary>
    public static int Best(ReadOnlySpan<int> candidates, ReadOnlySpan<int> scores)
    {
        int best = candidates[0];
        foreach (int candidate in candidates)
            if (scores[candidate] > scores[best]) best = candidate;
        return best;
    }

    public void Write(BinaryWriter output)
    {
        _labels.Write(output);
        output.Write(_ofPair.Length);
        foreach (int[] sets in _ofPair)
        {
            output.Write((ushort)sets.Length);
            foreach (int set in sets) output.Write((ushort)set);
        }
    }

    public static MorphologyTable Read(BinaryReader input)
    {
        Labels labels = Labels.Read(input);
        int[][] ofPair = new int[input.ReadInt32()][];
        for (int p = 0; p < ofPair.Length; p++)
        {
            ofPair[p] = new int[input.ReadUInt16()];
            for (int i = 0; i < ofPair[p].Length; i++) ofPair[p][i] = input.ReadUInt16();
        }

        return new(labels, ofPair);
    }
}
