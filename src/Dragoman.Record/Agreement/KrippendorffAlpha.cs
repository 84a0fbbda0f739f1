namespace Dragoman.Record.Agreement;

/// <summary>
/// Krippendorff's alpha: agreement beyond chance of any number of coders, with values missing, for any measure of difference
/// (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). 1 is perfect, 0 is chance.
/// </summary>
public static class KrippendorffAlpha
{
    /// <summary>Two values differ or not.</summary>
    public static double Nominal<T>(T left, T right)
        where T : notnull => left.Equals(right) ? 0 : 1;

    /// <summary>The square of how far two numbers are apart.</summary>
    public static double Interval(double left, double right) => (left - right) * (left - right);

    /// <param name="units">The values that coders gave each unit; who left it out is not among them. A unit with fewer than two counts for nothing.</param>
    /// <param name="difference">The squared difference of two values: symmetric, 0 for equal ones.</param>
    /// <returns>Null where there is nothing to tell: no unit with two values, or all values the same.</returns>
    public static double? Of<T>(IEnumerable<IReadOnlyList<T>> units, Func<T, T, double> difference)
        where T : notnull
    {
        double observed = 0;
        Dictionary<T, long> counts = [];
        foreach (IReadOnlyList<T> values in units.Where(values => values.Count > 1))
        {
            double within = 0;
            for (int i = 0; i < values.Count; i++)
            {
                counts[values[i]] = counts.GetValueOrDefault(values[i]) + 1;
                for (int j = 0; j < values.Count; j++)
                    if (i != j) within += difference(values[i], values[j]);
            }

            observed += within / (values.Count - 1);
        }

        long n = counts.Values.Sum();
        double expected = counts.Sum(left => counts.Sum(right => left.Value * (double)right.Value * difference(left.Key, right.Key)));
        return expected > 0 ? 1 - ((n - 1) * observed / expected) : null;
    }
}
