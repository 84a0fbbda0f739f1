using System.Collections.Immutable;

namespace Dragoman.Language.Training.Neural;

/// <summary>The label of an arc, from the product of its two words and from each of them: a bilinear form for each label, all of one low rank.</summary>
internal sealed unsafe class RelationHead
{
    private readonly Network _network;
    private readonly int _shard;
    private readonly Matrix _pairs = new(0, 0);
    private readonly Matrix _pairGradient = new(0, 0);
    private readonly PackedMatrix _packed = new();

    public RelationHead(Network network, int shard) => (_network, _shard) = (network, shard);

    public Matrix Scores { get; } = new(0, 0);

    /// <summary>Scores the labels of the given arcs; <c>heads[s][word]</c> as in <see cref="TrainingAnalysis.Heads"/>, null for a sentence left out.</summary>
    public void Forward(Matrix hidden, Minibatch batch, IReadOnlyList<ImmutableArray<int>?> heads)
    {
        _pairs.Reshape(hidden.Rows, _network.Shape.Pair);
        _pairs.Clear();
        for (int s = 0; s < batch.Sentences.Count; s++)
        {
            for (int word = 0; word < (heads[s]?.Length ?? 0); word++) Pair(hidden, batch, s, word, heads[s]!.Value[word]);
        }

        Scores.Reshape(hidden.Rows, _network.Relation.Value.Columns);
        MatrixProduct.Multiply(_pairs.Data, _pairs.Columns, 1, _pairs.Rows, _network.Relation.Packed, Scores.Data, Scores.Columns, add: false);
        for (int row = 0; row < Scores.Rows; row++) Rows.Add(Scores[row], _network.RelationBias.Value.Span);
    }

    /// <summary>Turns the scores into their gradient.</summary>
    public float Loss(Minibatch batch, float weight)
    {
        int labels = _network.Labels.Relations;
        float loss = 0;
        for (int row = 0; row < Scores.Rows; row++) Scores[row][labels..].Clear();
        for (int s = 0; s < batch.Width; s++)
        {
            for (int t = 0; t < batch.Steps; t++)
            {
                TrainingAnalysis? analysis = s < batch.Sentences.Count ? batch.Sentences[s].Analysis : null;
                int gold = analysis is not null && t < analysis.Relations.Length ? analysis.Relations[t] : -1;
                loss += Softmax.Loss(Scores[batch.Row(s, t)][..labels], gold, weight);
            }
        }

        return loss;
    }

    /// <summary>Sets the label parts of the hidden layer's gradient, which must be zero before.</summary>
    public void Backward(Matrix hidden, Minibatch batch, Matrix hiddenGradient)
    {
        Matrix gradient = _network.Relation.Gradients[_shard];
        _packed.Pack(Scores.Data, Scores.Rows, Scores.Columns, Scores.Columns);
        MatrixProduct.Multiply(_pairs.Data, 1, _pairs.Columns, _pairs.Columns, _packed, gradient.Data, gradient.Columns, add: true);
        Rows.SumInto(_network.RelationBias.Gradients[_shard].Span, Scores);
        _pairGradient.Reshape(_pairs.Rows, _pairs.Columns);
        MatrixProduct.Multiply(
            Scores.Data, Scores.Columns, 1, Scores.Rows, _network.Relation.Transposed, _pairGradient.Data, _pairGradient.Columns, add: false);
        for (int s = 0; s < batch.Sentences.Count; s++)
        {
            for (int word = 0; word < (batch.Sentences[s].Analysis?.Heads.Length ?? 0); word++)
                Unpair(hidden, batch, s, word, batch.Sentences[s].Analysis!.Heads[word], hiddenGradient);
        }
    }

    private void Pair(Matrix hidden, Minibatch batch, int sentence, int word, int head)
    {
        int width = _network.Shape.Label;
        int row = batch.Row(sentence, word);
        ReadOnlySpan<float> dependent = hidden[row].Slice(_network.Shape.LabelDependentAt, width);
        ReadOnlySpan<float> governor = Governor(hidden, batch, sentence, head);
        Span<float> pair = _pairs[row];
        Rows.Product(pair[..width], dependent, governor);
        dependent.CopyTo(pair[width..]);
        governor.CopyTo(pair[(2 * width)..]);
    }

    private void Unpair(Matrix hidden, Minibatch batch, int sentence, int word, int head, Matrix hiddenGradient)
    {
        int width = _network.Shape.Label;
        int row = batch.Row(sentence, word);
        ReadOnlySpan<float> dependent = hidden[row].Slice(_network.Shape.LabelDependentAt, width);
        ReadOnlySpan<float> governor = Governor(hidden, batch, sentence, head);
        Span<float> gradient = _pairGradient[row];
        Span<float> toDependent = hiddenGradient[row].Slice(_network.Shape.LabelDependentAt, width);
        Span<float> toGovernor = head == 0
            ? _network.RelationRoot.Gradients[_shard].Span
            : hiddenGradient[batch.Row(sentence, head - 1)].Slice(_network.Shape.LabelGovernorAt, width);
        Rows.Add(toDependent, gradient.Slice(width, width));
        Rows.Add(toGovernor, gradient.Slice(2 * width, width));
        Span<float> product = gradient[..width];
        Span<float> share = gradient.Slice(width, width);
        Rows.Product(share, product, governor);
        Rows.Add(toDependent, share);
        Rows.Product(share, product, dependent);
        Rows.Add(toGovernor, share);
    }

    private ReadOnlySpan<float> Governor(Matrix hidden, Minibatch batch, int sentence, int head) => head == 0
        ? _network.RelationRoot.Value.Span
        : hidden[batch.Row(sentence, head - 1)].Slice(_network.Shape.LabelGovernorAt, _network.Shape.Label);
}
