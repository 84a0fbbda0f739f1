namespace Dragoman.Language.Training.Neural;

/// <summary>A weight matrix in training: its values, Adam's two moments, the running mean of the values, one gradient a shard.</summary>
internal sealed class Parameter
{
    public Parameter(string name, int rows, int columns, int shards)
    {
        Name = name;
        Value = new(rows, columns);
        First = new(rows, columns);
        Second = new(rows, columns);
        Mean = new(rows, columns);
        Gradients = [.. Enumerable.Range(0, shards).Select(_ => new Matrix(rows, columns))];
    }

    public string Name { get; }

    public Matrix Value { get; }

    /// <summary>The running mean of the gradient.</summary>
    public Matrix First { get; }

    /// <summary>The running mean of its square.</summary>
    public Matrix Second { get; }

    /// <summary>The running mean of the values: what is kept in the end.</summary>
    public Matrix Mean { get; }

    public IReadOnlyList<Matrix> Gradients { get; }

    /// <summary>The values as the right-hand side of a product; of use after <see cref="Pack"/>.</summary>
    public PackedMatrix Packed { get; } = new();

    /// <summary>Their transpose, for the way back.</summary>
    public PackedMatrix Transposed { get; } = new();

    /// <summary>Fills the values evenly from ±√(6 / (rows + columns)) (Glorot and Bengio 2010), columns from <paramref name="used"/> on with zero.</summary>
    public unsafe void Fill(ref Noise noise, int fanIn, int fanOut, int used)
    {
        float limit = MathF.Sqrt(6f / (fanIn + fanOut));
        for (int row = 0; row < Value.Rows; row++)
            for (int column = 0; column < used; column++) Value.Row(row)[column] = limit * noise.NextSigned();
    }

    /// <summary>Must follow every change of the values.</summary>
    public unsafe void Pack()
    {
        if (Value.Columns % PackedMatrix.Width == 0 && Value.Rows > 1) Packed.Pack(Value.Data, Value.Rows, Value.Columns, Value.Columns);
        if (Value.Rows % PackedMatrix.Width == 0) Transposed.PackTransposed(Value.Data, Value.Columns, Value.Rows, Value.Columns);
    }

    /// <summary>The matrices that a checkpoint keeps.</summary>
    public IEnumerable<Matrix> State => [Value, First, Second, Mean];
}
