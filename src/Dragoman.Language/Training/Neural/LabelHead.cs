namespace Dragoman.Language.Training.Neural;

/// <summary>A linear layer from a part of the hidden layer to the scores of labels of each word: tags and names.</summary>
internal sealed unsafe class LabelHead
{
    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly int _at;
    private readonly int _shard;
    private readonly PackedMatrix _packed = new();

    /// <param name="at">Where the part of the hidden layer begins.</param>
    public LabelHead(Parameter weight, Parameter bias, int at, int shard) => (_weight, _bias, _at, _shard) = (weight, bias, at, shard);

    /// <summary>A row a word; the loss turns it into its gradient.</summary>
    public Matrix Scores { get; } = new(0, 0);

    public void Forward(Matrix hidden)
    {
        Scores.Reshape(hidden.Rows, _weight.Value.Columns);
        MatrixProduct.Multiply(hidden.Data + _at, hidden.Columns, 1, hidden.Rows, _weight.Packed, Scores.Data, Scores.Columns, add: false);
        for (int row = 0; row < Scores.Rows; row++) Rows.Add(Scores[row], _bias.Value.Span);
    }

    /// <summary>Sets this head's part of the hidden layer's gradient.</summary>
    public void Backward(Matrix hidden, Matrix hiddenGradient)
    {
        int width = _weight.Value.Rows;
        Matrix gradient = _weight.Gradients[_shard];
        _packed.Pack(Scores.Data, Scores.Rows, Scores.Columns, Scores.Columns);
        MatrixProduct.Multiply(hidden.Data + _at, 1, hidden.Columns, width, _packed, gradient.Data, gradient.Columns, add: true);
        MatrixProduct.Multiply(
            Scores.Data, Scores.Columns, 1, Scores.Rows, _weight.Transposed, hiddenGradient.Data + _at, hiddenGradient.Columns, add: false);
        Rows.SumInto(_bias.Gradients[_shard].Span, Scores);
    }
}
