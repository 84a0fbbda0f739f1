using System.Numerics.Tensors;

namespace Dragoman.Language.Training.Neural;

/// <summary>Cross-entropy after a softmax; the scores become their gradient in place.</summary>
internal static class Softmax
{
    /// <summary>The loss where one label is right.</summary>
    /// <param name="gold">The right label; −1 if it is not known: no loss, no gradient.</param>
    /// <param name="weight">What loss and gradient are multiplied by.</param>
    public static float Loss(Span<float> scores, int gold, float weight)
    {
        if (gold < 0)
        {
            scores.Clear();
            return 0;
        }

        Normalize(scores);
        float right = scores[gold];
        TensorPrimitives.Multiply(scores, weight, scores);
        scores[gold] -= weight;
        return -weight * MathF.Log(Math.Max(right, 1e-20f));
    }

    /// <summary>The loss where any label of a set is right, and the data do not say which.</summary>
    /// <param name="allowed">The set, bit by label; 0 if nothing is known.</param>
    public static float LossOfSet(Span<float> scores, uint allowed, float weight)
    {
        if (allowed == 0)
        {
            scores.Clear();
            return 0;
        }

        Normalize(scores);
        float right = 0;
        for (int label = 0; label < scores.Length; label++)
            if ((allowed >> label & 1) != 0) right += scores[label];
        right = Math.Max(right, 1e-20f);
        for (int label = 0; label < scores.Length; label++)
        {
            float share = (allowed >> label & 1) != 0 ? scores[label] / right : 0;
            scores[label] = weight * (scores[label] - share);
        }

        return -weight * MathF.Log(right);
    }

    /// <summary>Exponentials over their sum. The largest score is taken off first: the exponential of one above 88 is infinite.</summary>
    private static void Normalize(Span<float> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max(scores), scores);
        TensorPrimitives.SoftMax(scores, scores);
    }
}
