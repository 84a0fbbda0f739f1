using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dragoman.Language.Training.Neural;

/// <summary>
/// Matrix products in single precision, blocked for registers: eight rows by forty-eight columns stay in twenty-four vectors while the
/// inner dimension runs. Every element is one chain of fused multiply-adds in ascending order of the inner index, whatever the vector width.
/// </summary>
internal static unsafe class MatrixProduct
{
    /// <summary>Rows of a block; the number of rows of every product is a multiple of it.</summary>
    public const int Block = 8;

    /// <summary>
    /// <c>C = A · B</c>, or <c>C += A · B</c>. Element (i, k) of A stands at <c>a + i · rowStride + k · stride</c>, so that a transposed A needs no copy.
    /// </summary>
    public static void Multiply(float* a, int rowStride, int stride, int rows, PackedMatrix b, float* c, int cStride, bool add)
    {
        if (rows % Block != 0) throw new ArgumentException("the rows do not fill whole blocks", nameof(rows));
        Multiply(a, rowStride, stride, rows, b, 0, b.Columns / PackedMatrix.Width, c, cStride, add);
    }

    /// <summary>The same with the columns of B from panel <paramref name="firstPanel"/> on, <paramref name="panels"/> panels of them.</summary>
    public static void Multiply(
        float* a, int rowStride, int stride, int rows, PackedMatrix b, int firstPanel, int panels, float* c, int cStride, bool add)
    {
        for (int j = 0; j < panels; j++)
        {
            float* panel = b.Panel(firstPanel + j);
            float* column = c + (j * PackedMatrix.Width);
            for (int i = 0; i < rows; i += Block)
                Kernel(a + ((nint)i * rowStride), rowStride, stride, panel, b.Rows, column + ((nint)i * cStride), cStride, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SuppressMessage("Design", "MA0051:Method is too long", Justification = "Twenty-four accumulators must be locals to live in registers.")]
    private static void Kernel(float* a, nint rowStride, nint stride, float* b, int inner, float* c, nint cStride, bool add)
    {
        Vector512<float> c00, c01, c02, c10, c11, c12, c20, c21, c22, c30, c31, c32, c40, c41, c42, c50, c51, c52, c60, c61, c62, c70, c71, c72;
        if (add)
        {
            c00 = Vector512.Load(c);
            c01 = Vector512.Load(c + 16);
            c02 = Vector512.Load(c + 32);
            c10 = Vector512.Load(c + cStride);
            c11 = Vector512.Load(c + cStride + 16);
            c12 = Vector512.Load(c + cStride + 32);
            c20 = Vector512.Load(c + (2 * cStride));
            c21 = Vector512.Load(c + (2 * cStride) + 16);
            c22 = Vector512.Load(c + (2 * cStride) + 32);
            c30 = Vector512.Load(c + (3 * cStride));
            c31 = Vector512.Load(c + (3 * cStride) + 16);
            c32 = Vector512.Load(c + (3 * cStride) + 32);
            c40 = Vector512.Load(c + (4 * cStride));
            c41 = Vector512.Load(c + (4 * cStride) + 16);
            c42 = Vector512.Load(c + (4 * cStride) + 32);
            c50 = Vector512.Load(c + (5 * cStride));
            c51 = Vector512.Load(c + (5 * cStride) + 16);
            c52 = Vector512.Load(c + (5 * cStride) + 32);
            c60 = Vector512.Load(c + (6 * cStride));
            c61 = Vector512.Load(c + (6 * cStride) + 16);
            c62 = Vector512.Load(c + (6 * cStride) + 32);
            c70 = Vector512.Load(c + (7 * cStride));
            c71 = Vector512.Load(c + (7 * cStride) + 16);
            c72 = Vector512.Load(c + (7 * cStride) + 32);
        }
        else
        {
            c00 = c01 = c02 = c10 = c11 = c12 = c20 = c21 = c22 = c30 = c31 = c32 = Vector512<float>.Zero;
            c40 = c41 = c42 = c50 = c51 = c52 = c60 = c61 = c62 = c70 = c71 = c72 = Vector512<float>.Zero;
        }

        float* a4 = a + (4 * rowStride);
        nint three = 3 * rowStride;
        for (int k = 0; k < inner; k++)
        {
            Vector512<float> b0 = Vector512.Load(b);
            Vector512<float> b1 = Vector512.Load(b + 16);
            Vector512<float> b2 = Vector512.Load(b + 32);
            Vector512<float> x = Vector512.Create(*a);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            c02 = Vector512.FusedMultiplyAdd(x, b2, c02);
            x = Vector512.Create(a[rowStride]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            c12 = Vector512.FusedMultiplyAdd(x, b2, c12);
            x = Vector512.Create(a[2 * rowStride]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            c22 = Vector512.FusedMultiplyAdd(x, b2, c22);
            x = Vector512.Create(a[three]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            c32 = Vector512.FusedMultiplyAdd(x, b2, c32);
            x = Vector512.Create(*a4);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            c42 = Vector512.FusedMultiplyAdd(x, b2, c42);
            x = Vector512.Create(a4[rowStride]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            c52 = Vector512.FusedMultiplyAdd(x, b2, c52);
            x = Vector512.Create(a4[2 * rowStride]);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            c62 = Vector512.FusedMultiplyAdd(x, b2, c62);
            x = Vector512.Create(a4[three]);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
            c72 = Vector512.FusedMultiplyAdd(x, b2, c72);
            b += PackedMatrix.Width;
            a += stride;
            a4 += stride;
        }

        Store(c, c00, c01, c02);
        Store(c + cStride, c10, c11, c12);
        Store(c + (2 * cStride), c20, c21, c22);
        Store(c + (3 * cStride), c30, c31, c32);
        Store(c + (4 * cStride), c40, c41, c42);
        Store(c + (5 * cStride), c50, c51, c52);
        Store(c + (6 * cStride), c60, c61, c62);
        Store(c + (7 * cStride), c70, c71, c72);
    }

    private static void Store(float* c, Vector512<float> first, Vector512<float> second, Vector512<float> third)
    {
        first.Store(c);
        second.Store(c + 16);
        third.Store(c + 32);
    }
}
