namespace Dragoman.Language.Neural;

/// <summary>A linear layer of the model applied to rows of 16-bit activations. Keeps its buffer; belongs to one thread.</summary>
internal sealed unsafe class LabelScorer
{
    private readonly LinearWeights _weights;
    private readonly AlignedMemory<float> _scores = new();

    public LabelScorer(LinearWeights weights) => _weights = weights;

    public int Width => _weights.Matrix.Columns;

    /// <param name="activations">The first row's first number.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="rows">A multiple of eight.</param>
    /// <param name="steps">Of a unit, see <see cref="Quantum"/>.</param>
    public void Score(short* activations, int stride, int rows, float steps)
    {
        _scores.Reserve(rows * Width);
        IntegerProduct.Multiply(IntegerProduct.Best, activations, stride, rows, _weights.Matrix, (int*)_scores.Data, Width);
        fixed (float* scales = _weights.Matrix.Scales, bias = _weights.Bias)
        {
            for (int row = 0; row < rows; row++)
            {
                float* scores = Row(row);
                Elementwise.Dequantize((int*)scores, scores, scales, bias, steps, Width);
            }
        }
    }

    public float* Row(int row) => _scores.Data + ((nint)row * Width);

    public ReadOnlySpan<float> Scores(int row, int from, int count) => new(Row(row) + from, count);

    /// <summary>The best of the labels <c>[from, from + count)</c>, numbered from <paramref name="from"/>; the first of equals.</summary>
    public int Best(int row, int from, int count) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(Scores(row, from, count));
}
