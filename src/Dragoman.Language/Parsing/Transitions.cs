using System.Collections.Immutable;
using Dragoman.Language.Models;

namespace Dragoman.Language.Parsing;

/// <summary>
/// The moves of the arc-eager system (Nivre 2003) by number: 0 shift, 1 reduce, then for every relation a left and a right arc.
/// </summary>
internal sealed class Transitions
{
    public const int Shift = 0;
    public const int Reduce = 1;
    private const string RootRelation = "root";

    private readonly Labels _relations;

    /// <param name="relations">Every relation; <c>root</c> is one of them.</param>
    public Transitions(Labels relations)
    {
        _relations = relations;
        Root = relations.Find(RootRelation);
        Relations = [.. relations.Names.Select(string.Intern)];
    }

    public ImmutableArray<string> Relations { get; }

    /// <summary>The number of the relation <c>root</c>.</summary>
    public int Root { get; }

    public int Count => 2 + (2 * Relations.Length);

    public int Find(string relation) => _relations.Find(relation);

    public int Left(int relation) => 2 + relation;

    public int Right(int relation) => 2 + Relations.Length + relation;

    public bool IsLeft(int move) => move >= 2 && move < 2 + Relations.Length;

    public bool IsRight(int move) => move >= 2 + Relations.Length;

    /// <summary>The relation of a left or right arc.</summary>
    public int RelationOf(int move) => IsLeft(move) ? move - 2 : move - 2 - Relations.Length;

    /// <summary>The allowed move with the highest score, the first of equals; there always is one while the parse is not final.</summary>
    public int Best(Configuration state, ReadOnlySpan<int> scores)
    {
        int best = -1;
        if (state.MayShift) best = Shift;
        if (state.MayReduce && (best < 0 || scores[Reduce] > scores[best])) best = Reduce;
        if (state.MayGoLeft)
        {
            if (state.Next == state.Count) best = BestOf(Left(Root), Left(Root) + 1, scores, best);
            else best = BestOf(Left(0), Left(0) + Relations.Length, scores, best, Left(Root));
        }

        if (state.MayGoRight) best = BestOf(Right(0), Right(0) + Relations.Length, scores, best, Right(Root));
        return best;
    }

    public bool IsAllowed(Configuration state, int move)
    {
        if (move == Shift) return state.MayShift;
        if (move == Reduce) return state.MayReduce;
        bool root = RelationOf(move) == Root;
        return IsLeft(move) ? state.MayGoLeft && root == (state.Next == state.Count) : state.MayGoRight && !root;
    }

    public void Apply(Configuration state, int move)
    {
        if (move == Shift) state.Shift();
        else if (move == Reduce) state.Reduce();
        else if (IsLeft(move)) state.Left(RelationOf(move));
        else state.Right(RelationOf(move));
    }

    private static int BestOf(int first, int end, ReadOnlySpan<int> scores, int best, int except = -1)
    {
        for (int move = first; move < end; move++)
            if (move != except && (best < 0 || scores[move] > scores[best])) best = move;
        return best;
    }
}
