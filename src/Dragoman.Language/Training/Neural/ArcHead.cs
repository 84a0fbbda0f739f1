using System.Numerics.Tensors;

namespace Dragoman.Language.Training.Neural;

/// <summary>Which word governs which: a bilinear form of the two (Dozat and Manning 2017), and its cross-entropy over the possible governors.</summary>
internal sealed unsafe class ArcHead
{
    private readonly Network _network;
    private readonly int _shard;
    private readonly Matrix _queries = new(0, 0); // dependents × weight + bias
    private readonly Matrix _queryGradient = new(0, 0);
    private readonly PackedMatrix _packed = new();
    private float[] _scores = [];

    public ArcHead(Network network, int shard) => (_network, _shard) = (network, shard);

    public void Forward(Matrix hidden)
    {
        int width = _network.Shape.Arc;
        _queries.Reshape(hidden.Rows, width);
        MatrixProduct.Multiply(hidden.Data, hidden.Columns, 1, hidden.Rows, _network.Arc.Packed, _queries.Data, width, add: false);
        for (int row = 0; row < hidden.Rows; row++) Rows.Add(_queries[row], _network.ArcBias.Value.Span);
    }

    /// <summary>The scores of a sentence: row by dependent, column by governor, the root first; a word cannot govern itself.</summary>
    public ReadOnlySpan<float> Scores(Matrix hidden, Minibatch batch, int sentence)
    {
        int words = batch.Sentences[sentence].Length;
        if (_scores.Length < words * (words + 1)) _scores = new float[2 * words * (words + 1)];
        for (int d = 0; d < words; d++)
        {
            for (int g = 0; g <= words; g++)
            {
                _scores[(d * (words + 1)) + g] = g == d + 1
                    ? float.NegativeInfinity
                    : TensorPrimitives.Dot(_queries[batch.Row(sentence, d)], Governor(hidden, batch, sentence, g));
            }
        }

        return _scores.AsSpan(0, words * (words + 1));
    }

    /// <summary>Sets the parts of dependents and governors in the hidden layer's gradient, which must be zero before.</summary>
    public float Loss(Matrix hidden, Minibatch batch, Matrix hiddenGradient, float weight)
    {
        int width = _network.Shape.Arc;
        _queryGradient.Reshape(hidden.Rows, width);
        _queryGradient.Clear();
        float loss = 0;
        for (int s = 0; s < batch.Sentences.Count; s++)
            if (batch.Sentences[s].Analysis is { } analysis) loss += Loss(hidden, batch, s, analysis, hiddenGradient, weight);

        Matrix gradient = _network.Arc.Gradients[_shard];
        _packed.Pack(_queryGradient.Data, _queryGradient.Rows, width, width);
        MatrixProduct.Multiply(hidden.Data, 1, hidden.Columns, width, _packed, gradient.Data, width, add: true);
        MatrixProduct.Multiply(
            _queryGradient.Data, width, 1, hidden.Rows, _network.Arc.Transposed, hiddenGradient.Data, hiddenGradient.Columns, add: false);
        Rows.SumInto(_network.ArcBias.Gradients[_shard].Span, _queryGradient);
        return loss;
    }

    private float Loss(Matrix hidden, Minibatch batch, int sentence, TrainingAnalysis analysis, Matrix hiddenGradient, float weight)
    {
        Scores(hidden, batch, sentence);
        int words = analysis.Heads.Length;
        float loss = 0;
        for (int d = 0; d < words; d++)
        {
            Span<float> row = _scores.AsSpan(d * (words + 1), words + 1);
            loss += Softmax.Loss(row, analysis.Heads[d], weight);
            int at = batch.Row(sentence, d);
            for (int g = 0; g <= words; g++)
            {
                if (g == d + 1) continue;
                Rows.AddScaled(_queryGradient[at], Governor(hidden, batch, sentence, g), row[g]);
                Span<float> target = g == 0
                    ? _network.ArcRoot.Gradients[_shard].Span
                    : hiddenGradient[batch.Row(sentence, g - 1)].Slice(_network.Shape.GovernorAt, _network.Shape.Arc);
                Rows.AddScaled(target, _queries[at], row[g]);
            }
        }

        return loss;
    }

    private ReadOnlySpan<float> Governor(Matrix hidden, Minibatch batch, int sentence, int governor) => governor == 0
        ? _network.ArcRoot.Value.Span
        : hidden[batch.Row(sentence, governor - 1)].Slice(_network.Shape.GovernorAt, _network.Shape.Arc);
}
