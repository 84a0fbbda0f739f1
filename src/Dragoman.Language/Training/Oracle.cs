using Dragoman.Language.Parsing;

namespace Dragoman.Language.Training;

/// <summary>
/// The dynamic oracle of arc-eager parsing (Goldberg &amp; Nivre 2012): how many gold arcs a move puts out of reach, from any state. An
/// arc with the wrong relation costs one.
/// </summary>
internal sealed class Oracle
{
    private readonly Transitions _transitions;
    private readonly int[] _heads;
    private readonly int[] _labels;

    /// <param name="heads">A projective tree; the root's head is the number of words.</param>
    public Oracle(Transitions transitions, int[] heads, int[] labels)
    {
        _transitions = transitions;
        _heads = heads;
        _labels = labels;
    }

    /// <summary>The allowed move of least cost; among equals the one with the highest score.</summary>
    public int Best(Configuration state, ReadOnlySpan<int> scores)
    {
        int best = -1;
        int bestCost = int.MaxValue;
        foreach (int move in Candidates(state))
        {
            if (move < 0 || !_transitions.IsAllowed(state, move)) continue;
            int cost = Cost(state, move);
            if (cost < bestCost || (cost == bestCost && scores[move] > scores[best])) (best, bestCost) = (move, cost);
        }

        return best;
    }

    public int Cost(Configuration state, int move)
    {
        int top = state.Top(0);
        int next = state.Next;
        if (move == Transitions.Shift) return LostByPushing(state, next, top: -1);
        if (move == Transitions.Reduce) return DependentsFrom(next, top);
        int wrongLabel;
        if (_transitions.IsLeft(move))
        {
            wrongLabel = _heads[top] == next && _labels[top] != _transitions.RelationOf(move) ? 1 : 0;
            return wrongLabel + DependentsFrom(next, top) + (_heads[top] > next ? 1 : 0);
        }

        wrongLabel = _heads[next] == top && _labels[next] != _transitions.RelationOf(move) ? 1 : 0;
        return wrongLabel + LostByPushing(state, next, top) + (_heads[next] > next ? 1 : 0);
    }

    /// <summary>A shift, a reduction, and the arcs with their gold relation (an arc that is not gold may as well have it).</summary>
    private int[] Candidates(Configuration state)
    {
        int top = state.Top(0);
        int next = state.Next;
        int left = top < 0 ? -1 : next == state.Count ? _transitions.Left(_transitions.Root) : _transitions.Left(_labels[top]);
        int right = next == state.Count ? -1 : _transitions.Right(_labels[next]);
        return [Transitions.Shift, Transitions.Reduce, left, right];
    }

    /// <summary>The gold arcs between the next word and the stack that pushing it loses, but for the one from <paramref name="top"/>.</summary>
    private int LostByPushing(Configuration state, int next, int top)
    {
        int lost = 0;
        foreach (int word in state.Stack)
        {
            if (_heads[word] == next && state.Heads[word] < 0) lost++;
            if (_heads[next] == word && word != top) lost++;
        }

        return lost;
    }

    private int DependentsFrom(int next, int head)
    {
        int count = 0;
        for (int word = next; word < _heads.Length; word++)
            if (_heads[word] == head) count++;
        return count;
    }
}
