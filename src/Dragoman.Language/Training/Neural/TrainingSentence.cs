using System.Collections.Immutable;

namespace Dragoman.Language.Training.Neural;

/// <summary>
/// A sentence as the network learns it, in numbers of the label sets; −1 where the data do not say. A sentence from data without trees has no
/// <see cref="Analysis"/>, one without names no <see cref="Names"/>.
/// </summary>
/// <param name="Words">Numbers of the word types.</param>
/// <param name="Names">For each word the set of name labels that the data allow, bit by label; 0 where they say nothing.</param>
internal sealed record TrainingSentence(ImmutableArray<int> Words, TrainingAnalysis? Analysis, ImmutableArray<uint> Names)
{
    public int Length => Words.Length;
}

/// <summary>Tags and tree, one entry a word.</summary>
/// <param name="Tags">Labels of the tag groups: <c>Tags[group][word]</c>.</param>
/// <param name="Heads">0 for the root, otherwise the number of the word, from 1.</param>
/// <param name="Relations">Labels of the arcs.</param>
internal sealed record TrainingAnalysis(ImmutableArray<ImmutableArray<int>> Tags, ImmutableArray<int> Heads, ImmutableArray<int> Relations);
