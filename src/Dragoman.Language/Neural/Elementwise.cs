using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dragoman.Language.Neural;

/// <summary>
/// What happens to numbers one by one between the products, sixteen at a time; lengths are multiples of sixteen. No operation mixes two places and
/// none fuses a product with a sum, so the results do not depend on the width of the machine's vectors.
/// </summary>
internal static unsafe class Elementwise
{
    private const int Step = 16;

    /// <summary>Turns sums of products into numbers, in place: <c>sum · scale / steps + bias</c>.</summary>
    /// <param name="values">In: integers. Out: floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Dequantize(int* values, float* target, float* scales, float* bias, float steps, int width)
    {
        Vector512<float> unit = Vector512.Create(1 / steps);
        for (int j = 0; j < width; j += Step)
        {
            Vector512<float> x = Vector512.ConvertToSingle(Vector512.Load(values + j)) * (Vector512.Load(scales + j) * unit);
            (x + Vector512.Load(bias + j)).Store(target + j);
        }
    }

    /// <summary>The leaky rectifier, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(float* values, int width)
    {
        for (int j = 0; j < width; j += Step)
        {
            Vector512<float> x = Vector512.Load(values + j);
            Vector512.Max(x, x * Vector512.Create(NetworkShape.Leak)).Store(values + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Quantize(float* values, short* target, float steps, int width)
    {
        for (int j = 0; j < width; j += Step) Quantize(Vector512.Load(values + j), target + j, steps);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Quantize(Vector512<float> values, short* target, float steps)
    {
        Vector512<float> limit = Vector512.Create(32767f);
        Vector512<float> scaled = Vector512.Min(Vector512.Max(values * Vector512.Create(steps), -limit), limit);
        Vector512<int> whole = Vector512.ConvertToInt32(Vector512.Round(scaled));
        Vector512.Narrow(whole, whole).GetLower().Store(target);
    }

    /// <summary>One word of one direction of an LSTM layer: from the input's share of the gates and the sums of the recurrent product to the state.</summary>
    /// <param name="sums">Null at the start of a sentence.</param>
    /// <param name="cell">In: the cell before. Out: the new one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cell(float* input, int* sums, float* scales, float* cell, short* state, int width)
    {
        Vector512<float> unit = Vector512.Create(1 / Quantum.State);
        for (int j = 0; j < width; j += Step)
        {
            Vector512<float> i = Squash.Sigmoid(Gate(input + j, sums + j, scales + j, unit, sums == null));
            Vector512<float> f = Squash.Sigmoid(Gate(input + width + j, sums + width + j, scales + width + j, unit, sums == null));
            Vector512<float> g = Squash.Tanh(Gate(input + (2 * width) + j, sums + (2 * width) + j, scales + (2 * width) + j, unit, sums == null));
            Vector512<float> o = Squash.Sigmoid(Gate(input + (3 * width) + j, sums + (3 * width) + j, scales + (3 * width) + j, unit, sums == null));
            Vector512<float> c = (f * Vector512.Load(cell + j)) + (i * g);
            c.Store(cell + j);
            Quantize(o * Squash.Tanh(c), state + j, Quantum.State);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Gate(float* input, int* sums, float* scales, Vector512<float> unit, bool first)
    {
        Vector512<float> x = Vector512.Load(input);
        return first ? x : x + (Vector512.ConvertToSingle(Vector512.Load(sums)) * (Vector512.Load(scales) * unit));
    }
}
