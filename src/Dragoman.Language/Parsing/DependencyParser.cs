using Dragoman.Language.Models;

namespace Dragoman.Language.Parsing;

/// <summary>A greedy arc-eager parser: tags and words in, a tree with exactly one root out.</summary>
internal sealed class DependencyParser
{
    private const string Punctuation = "punct";
    private const string Loose = "parataxis";

    private readonly Labels _relations;
    private readonly Transitions _transitions;
    private readonly LinearModel _model;

    public DependencyParser(Labels relations, LinearModel model)
    {
        _relations = relations;
        _transitions = new(relations);
        _model = model;
    }

    public void Parse(SentenceDraft draft, Configuration state)
    {
        Span<uint> keys = stackalloc uint[ParseFeatures.Maximum];
        Span<int> scores = stackalloc int[_transitions.Count];
        state.Start(draft.Count);
        while (!state.IsFinal)
        {
            int count = ParseFeatures.Of(draft, state, keys);
            _model.Score(keys[..count], scores);
            _transitions.Apply(state, _transitions.Best(state, scores));
        }

        Take(draft, state);
    }

    /// <summary>Copies the arcs; of several words below the root the first predicate stays, and the others become its dependents.</summary>
    private void Take(SentenceDraft draft, Configuration state)
    {
        int root = -1;
        for (int i = 0; i < draft.Count; i++)
        {
            if (state.Heads[i] != draft.Count) continue;
            if (root < 0 || (Rank(draft.Upos[i]) < Rank(draft.Upos[root]))) root = i;
        }

        for (int i = 0; i < draft.Count; i++)
        {
            bool moved = state.Heads[i] == draft.Count && i != root;
            draft.Heads[i] = i == root ? -1 : moved ? root : state.Heads[i];
            draft.Deprels[i] = !moved ? _transitions.Relations[state.Labels[i]] : draft.Upos[i] == Upos.PUNCT ? Punctuation : Loose;
        }
    }

    private static int Rank(Upos upos) => upos switch
    {
        Upos.VERB => 0,
        Upos.PUNCT or Upos.SYM => 2,
        _ => 1,
    };

    public DependencyParser Prune(int smallest) => new(_relations, _model.Prune(smallest));

    public void Write(BinaryWriter output)
    {
        _relations.Write(output);
        _model.Write(output);
    }

    public static DependencyParser Read(BinaryReader input) => new(Labels.Read(input), LinearModel.Read(input));
}
