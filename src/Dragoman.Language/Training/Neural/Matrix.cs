namespace Dragoman.Language.Training.Neural;

/// <summary>A matrix of floats, row by row, 64-byte aligned. Its storage only grows, so that one matrix serves batches of any size.</summary>
internal sealed unsafe class Matrix
{
    private const int Alignment = 64;

    private float[] _storage = [];

    public Matrix(int rows, int columns) => Reshape(rows, columns);

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public int Length => Rows * Columns;

    /// <summary>The first element; stays valid until <see cref="Reshape"/> (the storage is pinned).</summary>
    public float* Data { get; private set; }

    public Span<float> Span => new(Data, Length);

    public Span<float> this[int row] => new(Row(row), Columns);

    public float* Row(int row) => Data + ((nint)row * Columns);

    /// <summary>Gives the matrix another size; what it holds afterwards is undefined.</summary>
    public void Reshape(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        int needed = Length + (Alignment / sizeof(float));
        if (_storage.Length >= needed) return;
        _storage = GC.AllocateArray<float>(needed + (needed / 4), pinned: true);
        nint start = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _storage[0]);
        Data = (float*)((start + Alignment - 1) & ~(nint)(Alignment - 1));
    }

    public void Clear() => Span.Clear();
}
