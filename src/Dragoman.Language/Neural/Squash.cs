using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dragoman.Language.Neural;

/// <summary>
/// The squashing functions of the LSTM, of sixteen values at once, made of additions, multiplications and one division that IEEE 754 rounds
/// alike everywhere: the same bits on every machine, in training as in reading.
/// </summary>
internal static class Squash
{
    private const float Limit = 4.97f; // where the fraction reaches 1

    /// <summary>The hyperbolic tangent by the seventh convergent of Lambert's continued fraction; off by at most 1e-4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-Limit)), Vector512.Create(Limit));
        Vector512<float> s = x * x;
        Vector512<float> above = ((((s + Vector512.Create(378f)) * s) + Vector512.Create(17325f)) * s) + Vector512.Create(135135f);
        Vector512<float> below = ((((s * Vector512.Create(28f)) + Vector512.Create(3150f)) * s) + Vector512.Create(62370f)) * s;
        return x * above / (below + Vector512.Create(135135f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        Vector512<float> half = Vector512.Create(0.5f);
        return half + (half * Tanh(half * x));
    }
}
