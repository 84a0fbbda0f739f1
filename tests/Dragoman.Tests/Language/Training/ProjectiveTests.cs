using CsCheck;
using Dragoman.Language.Models;
using Dragoman.Language.Parsing;
using Dragoman.Language.Training;
using Xunit;

namespace Dragoman.Tests;

public sealed class ProjectiveTests
{
    /// <summary>Random trees: word 0 is the root of a random numbering, every other word hangs below an earlier one.</summary>
    private static readonly Gen<int[]> Trees =
        from count in Gen.Int[1, 14]
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        from parents in Gen.Int[0, int.MaxValue].Array[count]
        select Tree(order, parents);

    [Fact]
    public void The_oracle_leads_through_every_projective_tree() => Trees.Sample(tree =>
    {
        int[] heads = Projective.Lift(tree);
        Transitions transitions = new(new(["a", "root"]));
        int[] labels = [.. heads.Select(head => head == heads.Length ? transitions.Root : transitions.Find("a"))];
        Oracle oracle = new(transitions, heads, labels);
        Configuration state = new();
        state.Start(heads.Length);
        while (!state.IsFinal)
        {
            int move = oracle.Best(state, new int[transitions.Count]);
            Assert.Equal(0, oracle.Cost(state, move));
            transitions.Apply(state, move);
        }

        Assert.Equal(heads, state.Heads[..heads.Length]);
        Assert.Equal(labels, state.Labels[..heads.Length]);
    });

    [Fact]
    public void A_crossing_arc_is_lifted_to_the_heads_head() => Assert.Equal([1, 4, 1, 1], Projective.Lift([2, 4, 1, 1]));

    [Fact]
    public void A_projective_tree_stays_as_it_is() => Assert.Equal([1, 3, 1], Projective.Lift([1, 3, 1]));

    private static int[] Tree(int[] order, int[] parents)
    {
        int[] heads = new int[order.Length];
        heads[order[0]] = order.Length;
        for (int i = 1; i < order.Length; i++) heads[order[i]] = order[parents[i] % i];
        return heads;
    }
}
