using System.Collections.Immutable;
using Dragoman.Language.Parsing;

namespace Dragoman.Language.Training;

/// <summary>A treebank sentence as the trainers take it: gold heads are indexes, the root's head is the number of words.</summary>
internal sealed class TrainingSentence
{
    public TrainingSentence(ConlluSentence source)
    {
        Forms = [.. source.Words.Select(word => word.Form)];
        Pairs = [.. source.Words.Select(word => $"{word.Upos}|{(word.Xpos == "_" ? "" : word.Xpos)}")];
        Feats = [.. source.Words.Select(word => word.Feats == "_" ? "" : word.Feats)];
        Lemmas = [.. source.Words.Select(word => word.Lemma == "_" && word.Form != "_" ? word.Form : word.Lemma)];
        Heads = [.. source.Words.Select(word => word.Head <= 0 ? source.Words.Length : word.Head - 1)];
        Deprels = [.. source.Words.Select(word => word.Deprel)];
    }

    public int Count => Forms.Length;

    public ImmutableArray<string> Forms { get; }

    public ImmutableArray<string> Pairs { get; }

    public ImmutableArray<string> Feats { get; }

    public ImmutableArray<string> Lemmas { get; }

    public ImmutableArray<int> Heads { get; }

    public ImmutableArray<string> Deprels { get; }

    /// <summary>Puts the forms into a draft, hashed.</summary>
    public void Fill(SentenceDraft draft, Casing casing)
    {
        draft.Start(Count);
        Forms.CopyTo(draft.Forms);
        draft.Hash(casing);
    }
}
