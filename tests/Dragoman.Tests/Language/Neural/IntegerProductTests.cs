using System.Globalization;
using Dragoman.Language.Neural;
using Xunit;

namespace Dragoman.Tests;

public sealed unsafe class IntegerProductTests
{
    [Theory]
    [InlineData(4, 2, 48)]
    [InlineData(12, 2, 48)]
    [InlineData(16, 96, 96)]
    [InlineData(24, 432, 144)]
    public void All_kernels_give_the_sums_of_the_definition(int rows, int inner, int columns)
    {
        Random random = new(rows);
        sbyte[] weights = new sbyte[inner * columns];
        for (int i = 0; i < weights.Length; i++) weights[i] = (sbyte)random.Next(-127, 128);
        AlignedMemory<short> activations = new(rows * inner);
        foreach (ref short activation in activations.Span) activation = (short)random.Next(-32767, 32768);
        WeightMatrix matrix = new(inner, columns, weights, new float[columns]);
        foreach (ProductKernel kernel in Supported())
        {
            AlignedMemory<int> sums = new(rows * columns);
            IntegerProduct.Multiply(kernel, activations.Data, inner, rows, matrix, sums.Data, columns);
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    int expected = 0;
                    for (int k = 0; k < inner; k++) expected += activations.Span[(i * inner) + k] * weights[(k * columns) + j];
                    Assert.True(expected == sums.Span[(i * columns) + j], string.Create(CultureInfo.InvariantCulture, $"{kernel} at {i}, {j}"));
                }
            }
        }
    }

    private static IEnumerable<ProductKernel> Supported() => Enum.GetValues<ProductKernel>().Where(kernel => kernel <= IntegerProduct.Best);
}
