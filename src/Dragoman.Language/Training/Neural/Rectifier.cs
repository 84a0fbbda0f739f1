using System.Runtime.Intrinsics;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>The leaky rectifier (Maas, Hannun and Ng 2013). Lengths are multiples of sixteen.</summary>
internal static class Rectifier
{
    public static void Forward(Span<float> values)
    {
        for (int i = 0; i < values.Length; i += Vector512<float>.Count)
        {
            Vector512<float> x = Vector512.Create<float>(values[i..]);
            Vector512.Max(x, x * NetworkShape.Leak).CopyTo(values[i..]);
        }
    }

    /// <param name="outputs">What came out; dropout may have scaled it, for the sign alone counts.</param>
    public static void Backward(Span<float> gradient, ReadOnlySpan<float> outputs)
    {
        for (int i = 0; i < gradient.Length; i += Vector512<float>.Count)
        {
            Vector512<float> g = Vector512.Create<float>(gradient[i..]);
            Vector512<float> positive = Vector512.GreaterThan(Vector512.Create<float>(outputs[i..]), Vector512<float>.Zero);
            Vector512.ConditionalSelect(positive, g, g * NetworkShape.Leak).CopyTo(gradient[i..]);
        }
    }
}
