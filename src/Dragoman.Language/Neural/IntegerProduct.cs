using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dragoman.Language.Neural;

/// <summary>The kernels of <see cref="IntegerProduct"/>. All give the same numbers.</summary>
internal enum ProductKernel
{
    Portable, Avx2, Avx512,
}

/// <summary>
/// Products of 16-bit activations and weights, summed in 32-bit integers: exact, so every kernel on every machine gives the same sums. A sum stays in
/// range while activations have 15 bits, weights 8 and the inner dimension is at most 512.
/// </summary>
internal static unsafe class IntegerProduct
{
    /// <summary>Rows of a block; the number of rows of every product is a multiple of it.</summary>
    public const int Block = 4;

    private const int Width = WeightMatrix.PanelWidth;

    public static ProductKernel Best { get; } =
        Avx512BW.IsSupported ? ProductKernel.Avx512 : Avx2.IsSupported ? ProductKernel.Avx2 : ProductKernel.Portable;

    /// <summary>The least number of whole blocks' rows that holds so many.</summary>
    public static int Pad(int rows) => (rows + Block - 1) / Block * Block;

    /// <summary><c>sums = activations · weights</c>.</summary>
    /// <param name="stride">From one row of activations to the next.</param>
    public static void Multiply(ProductKernel kernel, short* activations, int stride, int rows, WeightMatrix weights, int* sums, int sumStride)
    {
        int pairs = weights.Rows / 2;
        for (int panel = 0; panel < weights.Panels; panel++)
        {
            short* panelData = weights.Panel(panel);
            int row = 0;
            for (; kernel == ProductKernel.Avx512 && row + (2 * Block) <= rows; row += 2 * Block)
                Avx512Kernel(activations + ((nint)row * stride), stride, panelData, pairs, sums + ((nint)row * sumStride) + (panel * Width), sumStride);
            for (; row < rows; row += Block)
            {
                short* a = activations + ((nint)row * stride);
                int* c = sums + ((nint)row * sumStride) + (panel * Width);
                if (kernel == ProductKernel.Avx512) SmallAvx512Kernel(a, stride, panelData, pairs, c, sumStride);
                else if (kernel == ProductKernel.Avx2) Avx2Kernel(a, stride, panelData, pairs, c, sumStride);
                else PortableKernel(a, stride, panelData, pairs, c, sumStride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SuppressMessage("Design", "MA0051:Method is too long", Justification = "Twenty-four accumulators must be locals to live in registers.")]
    private static void Avx512Kernel(short* a, nint stride, short* b, int pairs, int* c, nint cStride)
    {
        Vector512<int> c00, c01, c02, c10, c11, c12, c20, c21, c22, c30, c31, c32, c40, c41, c42, c50, c51, c52, c60, c61, c62, c70, c71, c72;
        c00 = c01 = c02 = c10 = c11 = c12 = c20 = c21 = c22 = c30 = c31 = c32 = Vector512<int>.Zero;
        c40 = c41 = c42 = c50 = c51 = c52 = c60 = c61 = c62 = c70 = c71 = c72 = Vector512<int>.Zero;
        int* p = (int*)a;
        nint step = stride / 2;
        int* q = p + (4 * step);
        nint three = 3 * step;
        for (int k = 0; k < pairs; k++)
        {
            Vector512<short> b0 = Vector512.Load(b);
            Vector512<short> b1 = Vector512.Load(b + 32);
            Vector512<short> b2 = Vector512.Load(b + 64);
            Vector512<short> x = Vector512.Create(*p).AsInt16();
            c00 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c01 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c02 += Avx512BW.MultiplyAddAdjacent(x, b2);
            x = Vector512.Create(p[step]).AsInt16();
            c10 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c11 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c12 += Avx512BW.MultiplyAddAdjacent(x, b2);
            x = Vector512.Create(p[2 * step]).AsInt16();
            c20 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c21 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c22 += Avx512BW.MultiplyAddAdjacent(x, b2);
            x = Vector512.Create(p[three]).AsInt16();
            c30 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c31 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c32 += Avx512BW.MultiplyAddAdjacent(x, b2);
            x = Vector512.Create(*q).AsInt16();
            c40 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c41 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c42 += Avx512BW.MultiplyAddAdjacent(x, b2);
            x = Vector512.Create(q[step]).AsInt16();
            c50 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c51 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c52 += Avx512BW.MultiplyAddAdjacent(x, b2);
            x = Vector512.Create(q[2 * step]).AsInt16();
            c60 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c61 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c62 += Avx512BW.MultiplyAddAdjacent(x, b2);
            x = Vector512.Create(q[three]).AsInt16();
            c70 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c71 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c72 += Avx512BW.MultiplyAddAdjacent(x, b2);
            b += 2 * Width;
            p++;
            q++;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SuppressMessage("Design", "MA0051:Method is too long", Justification = "Twelve accumulators must be locals to live in registers.")]
    private static void SmallAvx512Kernel(short* a, nint stride, short* b, int pairs, int* c, nint cStride)
    {
        Vector512<int> c00, c01, c02, c10, c11, c12, c20, c21, c22, c30, c31, c32;
        c00 = c01 = c02 = c10 = c11 = c12 = c20 = c21 = c22 = c30 = c31 = c32 = Vector512<int>.Zero;
        int* p = (int*)a;
        nint step = stride / 2;
        for (int k = 0; k < pairs; k++, p++, b += 2 * Width)
        {
            Vector512<short> b0 = Vector512.Load(b);
            Vector512<short> b1 = Vector512.Load(b + 32);
            Vector512<short> b2 = Vector512.Load(b + 64);
            Vector512<short> x = Vector512.Create(*p).AsInt16();
            c00 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c01 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c02 += Avx512BW.MultiplyAddAdjacent(x, b2);
            x = Vector512.Create(p[step]).AsInt16();
            c10 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c11 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c12 += Avx512BW.MultiplyAddAdjacent(x, b2);
            x = Vector512.Create(p[2 * step]).AsInt16();
            c20 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c21 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c22 += Avx512BW.MultiplyAddAdjacent(x, b2);
            x = Vector512.Create(p[3 * step]).AsInt16();
            c30 += Avx512BW.MultiplyAddAdjacent(x, b0);
            c31 += Avx512BW.MultiplyAddAdjacent(x, b1);
            c32 += Avx512BW.MultiplyAddAdjacent(x, b2);
        }

        Store(c, c00, c01, c02);
        Store(c + cStride, c10, c11, c12);
        Store(c + (2 * cStride), c20, c21, c22);
        Store(c + (3 * cStride), c30, c31, c32);
    }

    private static void Store(int* c, Vector512<int> first, Vector512<int> second, Vector512<int> third)
    {
        first.Store(c);
        second.Store(c + 16);
        third.Store(c + 32);
    }

    /// <summary>Sixteen columns at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Avx2Kernel(short* a, nint stride, short* b, int pairs, int* c, nint cStride)
    {
        for (int column = 0; column < Width; column += 16)
        {
            int* p = (int*)a;
            nint step = stride / 2;
            short* weights = b + (2 * column);
            Vector256<int> c00, c01, c10, c11, c20, c21, c30, c31;
            c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = Vector256<int>.Zero;
            for (int k = 0; k < pairs; k++, weights += 2 * Width)
            {
                Vector256<short> b0 = Vector256.Load(weights);
                Vector256<short> b1 = Vector256.Load(weights + 16);
                Vector256<short> x0 = Vector256.Create(p[k]).AsInt16();
                Vector256<short> x1 = Vector256.Create(p[step + k]).AsInt16();
                Vector256<short> x2 = Vector256.Create(p[(2 * step) + k]).AsInt16();
                Vector256<short> x3 = Vector256.Create(p[(3 * step) + k]).AsInt16();
                (c00, c01) = (c00 + Avx2.MultiplyAddAdjacent(x0, b0), c01 + Avx2.MultiplyAddAdjacent(x0, b1));
                (c10, c11) = (c10 + Avx2.MultiplyAddAdjacent(x1, b0), c11 + Avx2.MultiplyAddAdjacent(x1, b1));
                (c20, c21) = (c20 + Avx2.MultiplyAddAdjacent(x2, b0), c21 + Avx2.MultiplyAddAdjacent(x2, b1));
                (c30, c31) = (c30 + Avx2.MultiplyAddAdjacent(x3, b0), c31 + Avx2.MultiplyAddAdjacent(x3, b1));
            }

            int* to = c + column;
            Store(to, c00, c01);
            Store(to + cStride, c10, c11);
            Store(to + (2 * cStride), c20, c21);
            Store(to + (3 * cStride), c30, c31);
        }
    }

    private static void Store(int* c, Vector256<int> first, Vector256<int> second)
    {
        first.Store(c);
        second.Store(c + 8);
    }

    /// <summary>Any machine: both halves of a pair multiplied as 32-bit numbers.</summary>
    private static void PortableKernel(short* a, nint stride, short* b, int pairs, int* c, nint cStride)
    {
        for (int row = 0; row < Block; row++)
        {
            for (int column = 0; column < Width; column += 8)
            {
                Vector128<int> low = Vector128<int>.Zero;
                Vector128<int> high = Vector128<int>.Zero;
                for (int k = 0; k < pairs; k++)
                {
                    short* weights = b + ((((nint)k * Width) + column) * 2);
                    Vector128<int> first = Vector128.Create((int)a[(row * stride) + (2 * k)]);
                    Vector128<int> second = Vector128.Create((int)a[(row * stride) + (2 * k) + 1]);
                    Vector128<int> w0 = Vector128.Load(weights).AsInt32();
                    Vector128<int> w1 = Vector128.Load(weights + 8).AsInt32();
                    low += (((w0 << 16) >> 16) * first) + ((w0 >> 16) * second);
                    high += (((w1 << 16) >> 16) * first) + ((w1 >> 16) * second);
                }

                low.Store(c + (row * cStride) + column);
                high.Store(c + (row * cStride) + column + 4);
            }
        }
    }
}
