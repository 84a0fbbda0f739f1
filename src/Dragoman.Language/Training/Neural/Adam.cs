using System.Runtime.Intrinsics;

namespace Dragoman.Language.Training.Neural;

/// <summary>Adam (Kingma and Ba 2015). Of the embedding tables only the rows that have a gradient move.</summary>
internal sealed class Adam
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.95f;
    private const float Epsilon = 1e-8f;

    private readonly Network _network;

    public Adam(Network network) => _network = network;

    /// <summary>Moves the weights by the sum of the shards' gradients, in the shards' order.</summary>
    /// <param name="step">From 1.</param>
    /// <param name="clip">What the gradient is multiplied by.</param>
    public void Update(Parameter parameter, int step, float rate, float clip)
    {
        for (int shard = 1; shard < parameter.Gradients.Count; shard++) Rows.Add(parameter.Gradients[0].Span, parameter.Gradients[shard].Span);
        Move(parameter.Value.Span, parameter.Gradients[0].Span, parameter.First.Span, parameter.Second.Span, step, rate, clip);
        parameter.Pack();
    }

    /// <summary>Moves the touched rows of a table, and forgets that they were touched.</summary>
    public void UpdateTable(int index, int step, float rate, float clip)
    {
        Parameter table = _network.Words.Tables[index];
        bool[] touched = _network.Words.Touched[index];
        for (int row = 0; row < touched.Length; row++)
        {
            if (!touched[row]) continue;
            touched[row] = false;
            Move(table.Value[row], table.Gradients[0][row], table.First[row], table.Second[row], step, rate, clip);
        }
    }

    private static void Move(Span<float> value, ReadOnlySpan<float> gradient, Span<float> first, Span<float> second, int step, float rate, float clip)
    {
        float size = rate * MathF.Sqrt(1 - MathF.Pow(SecondDecay, step)) / (1 - MathF.Pow(FirstDecay, step));
        int i = 0;
        for (; i + Vector512<float>.Count <= value.Length; i += Vector512<float>.Count)
        {
            Vector512<float> g = Vector512.Create(gradient[i..]) * clip;
            Vector512<float> m = (Vector512.Create<float>(first[i..]) * FirstDecay) + (g * (1 - FirstDecay));
            Vector512<float> v = (Vector512.Create<float>(second[i..]) * SecondDecay) + (g * g * (1 - SecondDecay));
            m.CopyTo(first[i..]);
            v.CopyTo(second[i..]);
            (Vector512.Create<float>(value[i..]) - (m * size / (Vector512.Sqrt(v) + Vector512.Create(Epsilon)))).CopyTo(value[i..]);
        }

        for (; i < value.Length; i++)
        {
            float g = gradient[i] * clip;
            first[i] = (first[i] * FirstDecay) + (g * (1 - FirstDecay));
            second[i] = (second[i] * SecondDecay) + (g * g * (1 - SecondDecay));
            value[i] -= first[i] * size / (MathF.Sqrt(second[i]) + Epsilon);
        }
    }
}
