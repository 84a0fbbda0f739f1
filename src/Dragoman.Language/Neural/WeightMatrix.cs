namespace Dragoman.Language.Neural;

/// <summary>
/// Weights of 8 bits with a scale a column. In memory they are widened to 16 bits and stand in panels of <see cref="PanelWidth"/> columns, two
/// rows interleaved, as the kernels multiply them: weight (k, j) at <c>((j / 48 · Rows / 2 + k / 2) · 48 + j % 48) · 2 + k % 2</c>.
/// </summary>
internal sealed class WeightMatrix
{
    public const int PanelWidth = 48;

    private readonly AlignedMemory<short> _panels;

    /// <param name="values">Row by row, <paramref name="rows"/> × <paramref name="columns"/>.</param>
    /// <param name="scales">What a column's values are multiplied by.</param>
    public WeightMatrix(int rows, int columns, ReadOnlySpan<sbyte> values, ReadOnlySpan<float> scales)
    {
        if (rows % 2 != 0 || columns % PanelWidth != 0) throw new ArgumentException("the weights do not fill whole panels", nameof(columns));
        Rows = rows;
        Columns = columns;
        Scales = scales.ToArray();
        _panels = new(rows * columns);
        Span<short> panels = _panels.Span;
        for (int k = 0; k < rows; k++)
        {
            for (int j = 0; j < columns; j++)
                panels[(((((j / PanelWidth * (rows / 2)) + (k / 2)) * PanelWidth) + (j % PanelWidth)) * 2) + (k % 2)] = values[(k * columns) + j];
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public int Panels => Columns / PanelWidth;

    public float[] Scales { get; }

    public unsafe short* Panel(int index) => _panels.Data + ((nint)index * Rows * PanelWidth);
}
