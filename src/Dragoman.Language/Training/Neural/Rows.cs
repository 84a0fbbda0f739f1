using System.Numerics.Tensors;

namespace Dragoman.Language.Training.Neural;

/// <summary>What is done to rows, element by element.</summary>
internal static unsafe class Rows
{
    public static void Add(Span<float> target, ReadOnlySpan<float> other) => TensorPrimitives.Add(target, other, target);

    /// <summary><c>target += factor · other</c>.</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> other, float factor) =>
        TensorPrimitives.MultiplyAdd(other, factor, target, target);

    public static void Product(Span<float> target, ReadOnlySpan<float> left, ReadOnlySpan<float> right) => TensorPrimitives.Multiply(left, right, target);

    public static void Scale(Span<float> target, ReadOnlySpan<float> factors) => TensorPrimitives.Multiply(target, factors, target);

    /// <summary>Adds all rows of a matrix to <paramref name="target"/>, from the first to the last.</summary>
    public static void SumInto(Span<float> target, Matrix rows)
    {
        for (int row = 0; row < rows.Rows; row++) Add(target, rows[row]);
    }
}
