namespace Dragoman.Language.Neural;

/// <summary>Vectors of 8-bit numbers, a row a key, with a scale a row.</summary>
internal sealed class EmbeddingTable
{
    private readonly sbyte[] _values;
    private readonly float[] _scales;

    public EmbeddingTable(KeyTable keys, int width, sbyte[] values, float[] scales)
    {
        Keys = keys;
        Width = width;
        _values = values;
        _scales = scales;
    }

    public KeyTable Keys { get; }

    public int Width { get; }

    /// <summary>Adds a row, times <paramref name="factor"/>, to <paramref name="target"/>.</summary>
    public void AddTo(Span<float> target, int row, float factor)
    {
        float scale = _scales[row] * factor;
        ReadOnlySpan<sbyte> values = _values.AsSpan(row * Width, Width);
        for (int j = 0; j < values.Length; j++)
        {
            float share = values[j] * scale;
            target[j] += share;
        }
    }
}
