using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Language.Neural;
using Dragoman.Language.Training.Neural;
using Xunit;

namespace Dragoman.Tests;

/// <summary>The way back through the network against differences of the loss.</summary>
public sealed class GradientTests
{
    private static readonly NetworkShape Small = new() { Form = 48, Affix = 48, Gram = 48, Outline = 48, State = 48, Arc = 48, Label = 48, Tag = 48, Name = 48 };
    private static readonly LabelCounts Labels = new([5, 7], 6);
    private static readonly ImmutableArray<WordType> Types =
        [
            new(1, 1, [1, 2], [3], [1], 4, true), new(2, 2, [2], [1, 2, 4], [], 1, false), new(0, 1, [], [], [1, 2], 2, true), new(3, 3, [3], [2], [], 9, false),
            new(4, 1, [1], [1], [2], 3, false),
        ];

    private static readonly ImmutableArray<TrainingSentence> Sentences =
    [
        Sentence([0, 1, 2, 3], [2, 0, 2, 3]), Sentence([4, 0], [0, 1]), new([3, 1, 3], null, [1, 0b110, 1u << 24]),
        Sentence([1, 1, 0], [3, 1, 0]) with { Names = [0, 1, 3] },
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_gradient_is_the_slope_of_the_loss(bool dropping)
    {
        Network network = new(Small, [6, 5, 5, 4, 3], Labels, 1, 7);
        ShardLearner learner = new(network, 0);
        Dropout dropout = dropping ? Dropout.Training : default;
        Noise noise = new(3, 1, 1);
        foreach (ref float bias in network.HiddenBias.Value.Span) bias = 0.3f; // away from the rectifier's bend
        learner.Learn(Sentences, Types, noise, dropout, 0.1f);
        learner.AddTableGradients();
        List<string> wrong = [];
        foreach (Parameter parameter in network.All)
        {
            foreach (int index in Largest(parameter.Gradients[0], 6))
            {
                float expected = parameter.Gradients[0].Span[index];
                float slope = Slope(parameter, index, () => learner.Learn(Sentences, Types, noise, dropout, 0.1f).Total, network);
                if (MathF.Abs(slope - expected) > 0.002f + (0.05f * MathF.Abs(expected)))
                    wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}[{index}]: {expected} against {slope}"));
            }
        }

        Assert.Empty(wrong);
    }

    private static float Slope(Parameter parameter, int index, Func<float> loss, Network network)
    {
        const float Step = 0.004f;
        float value = parameter.Value.Span[index];
        float[] losses = new float[2];
        for (int side = 0; side < 2; side++)
        {
            parameter.Value.Span[index] = value + (side == 0 ? -Step : Step);
            if (!network.Words.Tables.Contains(parameter)) parameter.Pack();
            losses[side] = loss();
        }

        parameter.Value.Span[index] = value;
        if (!network.Words.Tables.Contains(parameter)) parameter.Pack();
        return (losses[1] - losses[0]) / (2 * Step);
    }

    private static int[] Largest(Matrix gradient, int count)
    {
        float[] values = gradient.Span.ToArray();
        return [.. Enumerable.Range(0, values.Length).OrderByDescending(i => MathF.Abs(values[i])).Take(count), 0, values.Length - 1];
    }

    private static TrainingSentence Sentence(ImmutableArray<int> words, ImmutableArray<int> heads) => new(
        words,
        new([[.. words.Select(word => word % 5)], [.. words.Select(word => ((word * 2) % 7) - 1)]], heads, [.. heads.Select(head => (head * 3) % 6)]),
        []);
}
