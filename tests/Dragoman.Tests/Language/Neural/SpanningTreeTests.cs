using Dragoman.Language.Neural;
using Xunit;

namespace Dragoman.Tests;

public sealed class SpanningTreeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_tree_is_the_best_of_all_trees_with_one_root(int words)
    {
        SpanningTree tree = new();
        Random random = new(words);
        for (int trial = 0; trial < 300; trial++)
        {
            float[] scores = new float[words * (words + 1)];
            for (int i = 0; i < scores.Length; i++) scores[i] = random.Next(-8, 9);
            int[] heads = new int[words];
            tree.Find(scores, words + 1, words, heads);
            Assert.True(IsTree(heads), string.Join(' ', heads));
            Assert.Equal(Best(scores, words), Total(scores, heads));
        }
    }

    [Fact]
    public void A_long_chain_of_cycles_is_resolved()
    {
        const int Words = 60;
        float[] scores = new float[Words * (Words + 1)];
        for (int d = 1; d <= Words; d++)
        {
            int partner = d % 2 == 1 ? d + 1 : d - 1; // every pair governs itself best
            scores[((d - 1) * (Words + 1)) + partner] = 10;
        }

        int[] heads = new int[Words];
        new SpanningTree().Find(scores, Words + 1, Words, heads);
        Assert.True(IsTree(heads));
        Assert.Equal(10 * Words / 2, Total(scores, heads));
    }

    [Fact]
    public void A_word_alone_is_the_root()
    {
        int[] heads = [7];
        new SpanningTree().Find([-5f, 0f], 2, 1, heads);
        Assert.Equal(0, heads[0]);
    }

    private static float Best(float[] scores, int words)
    {
        float best = float.NegativeInfinity;
        int[] heads = new int[words];
        for (int code = 0; code < Math.Pow(words + 1, words); code++)
        {
            int rest = code;
            for (int d = 0; d < words; d++, rest /= words + 1) heads[d] = rest % (words + 1);
            if (IsTree(heads)) best = Math.Max(best, Total(scores, heads));
        }

        return best;
    }

    private static float Total(float[] scores, int[] heads) => heads.Select((head, d) => scores[(d * (heads.Length + 1)) + head]).Sum();

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(head => head == 0) != 1) return false;
        for (int d = 1; d <= heads.Length; d++)
        {
            int node = d;
            for (int step = 0; node != 0; step++)
            {
                if (step > heads.Length) return false;
                node = heads[node - 1];
            }
        }

        return true;
    }
}
