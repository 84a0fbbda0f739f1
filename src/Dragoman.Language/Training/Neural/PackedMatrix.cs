namespace Dragoman.Language.Training.Neural;

/// <summary>
/// The right-hand side of a matrix product, rearranged into panels of <see cref="Width"/> columns so that the kernel reads it in order:
/// element (k, j) stands at <c>(j / Width · K + k) · Width + j % Width</c>.
/// </summary>
internal sealed unsafe class PackedMatrix
{
    /// <summary>Columns of a panel: three vectors of sixteen floats. All widths of the network are multiples of it.</summary>
    public const int Width = 48;

    private readonly Matrix _panels = new(0, Width);

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public float* Panel(int index) => _panels.Data + ((nint)index * Rows * Width);

    /// <summary>Takes over a matrix of <paramref name="rows"/> × <paramref name="columns"/> whose rows lie <paramref name="stride"/> floats apart.</summary>
    public void Pack(float* source, int rows, int columns, int stride)
    {
        Reshape(rows, columns);
        for (int j = 0; j < columns; j += Width)
        {
            float* panel = Panel(j / Width);
            for (int k = 0; k < rows; k++)
                new ReadOnlySpan<float>(source + ((nint)k * stride) + j, Width).CopyTo(new Span<float>(panel + ((nint)k * Width), Width));
        }
    }

    /// <summary>Takes over the transpose of a matrix of <paramref name="columns"/> × <paramref name="rows"/>.</summary>
    public void PackTransposed(float* source, int rows, int columns, int stride)
    {
        Reshape(rows, columns);
        for (int j = 0; j < columns; j += Width)
        {
            float* panel = Panel(j / Width);
            for (int c = 0; c < Width; c++)
            {
                float* row = source + ((nint)(j + c) * stride);
                for (int k = 0; k < rows; k++) panel[((nint)k * Width) + c] = row[k];
            }
        }
    }

    private void Reshape(int rows, int columns)
    {
        if (columns % Width != 0) throw new ArgumentException("the columns do not fill whole panels", nameof(columns));
        Rows = rows;
        Columns = columns;
        _panels.Reshape(rows * (columns / Width), Width);
    }
}
