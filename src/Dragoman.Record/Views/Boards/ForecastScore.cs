using System.Collections.Immutable;

namespace Dragoman.Record.Views.Boards;

/// <summary>
/// The score of a probability range against an outcome. Both scores are losses: 0 is best. A range has bounds, reached at its ends,
/// since the forecaster may have meant any probability in it.
/// </summary>
/// <param name="Low">The best that the wording allows.</param>
/// <param name="High">The worst that it allows.</param>
/// <param name="Middle">That of the range's middle.</param>
public readonly record struct ScoreBounds(double Low, double High, double Middle)
{
    /// <summary>(p − o)² (Brier 1950, for a single yes-or-no event): 0 to 1; a coin scores 0.25.</summary>
    public static ScoreBounds Brier(ProbabilityRange range, bool happened) => Of(range, p => Math.Pow(p - (happened ? 1 : 0), 2));

    /// <summary>−log₂ of the probability given to what came about (Good 1952), in bits: 0 to infinity; a coin scores 1.</summary>
    public static ScoreBounds Log(ProbabilityRange range, bool happened) => Of(range, p => -Math.Log2(happened ? p : 1 - p) is var bits && bits == 0 ? 0 : bits);

    /// <summary>The mean of several, bound by bound; null of none.</summary>
    public static ScoreBounds? Mean(IReadOnlyCollection<ScoreBounds> scores) => scores.Count == 0
        ? null
        : new(scores.Average(s => s.Low), scores.Average(s => s.High), scores.Average(s => s.Middle));

    private static ScoreBounds Of(ProbabilityRange range, Func<double, double> loss)
    {
        (double atLow, double atHigh) = (loss(range.Low / 100), loss(range.High / 100));
        return new(Math.Min(atLow, atHigh), Math.Max(atLow, atHigh), loss(range.Middle / 100));
    }
}

/// <summary>Resolved forecasts that share something, with their scores.</summary>
/// <param name="Name">What they share.</param>
/// <param name="Resolved">How many are resolved in any way.</param>
/// <param name="Scored">Those with a range and a plain yes or no.</param>
/// <param name="Brier">Mean; null if none is scored.</param>
/// <param name="Log">Mean, in bits.</param>
public sealed record ForecastTally(string Name, int Resolved, int Scored, ScoreBounds? Brier, ScoreBounds? Log)
{
    /// <summary>The share of the resolved that cannot be scored, 0 to 1; 0 of none.</summary>
    public double Unscored => Resolved == 0 ? 0 : 1 - ((double)Scored / Resolved);

    public static ForecastTally Of(string name, IEnumerable<ForecastLine> forecasts)
    {
        ForecastLine[] resolved = [.. forecasts.Where(f => f.Resolution is not null)];
        ForecastLine[] scored = [.. resolved.Where(f => f.Brier is not null)];
        return new(name, resolved.Length, scored.Length, ScoreBounds.Mean([.. scored.Select(f => f.Brier!.Value)]), ScoreBounds.Mean([.. scored.Select(f => f.Log!.Value)]));
    }

    /// <summary>A tally a group, those with the most scored first.</summary>
    public static ImmutableArray<ForecastTally> By(IEnumerable<ForecastLine> forecasts, Func<ForecastLine, string?> name) =>
        [.. forecasts.Where(f => f.Resolution is not null).GroupBy(f => name(f) ?? "not known", StringComparer.Ordinal)
            .Select(g => Of(g.Key, g)).OrderByDescending(t => t.Scored).ThenByDescending(t => t.Resolved).ThenBy(t => t.Name, StringComparer.Ordinal)];
}

/// <summary>A point of the calibration plot: the forecasts of one range, and how often they came true.</summary>
/// <param name="Range">What the wording was taken to mean.</param>
/// <param name="Count">Scored forecasts with this range.</param>
/// <param name="True">Those that came true.</param>
/// <param name="Low">Lower end of the 95 % interval of the share that came true (Wilson 1927), 0 to 1.</param>
/// <param name="High">Its upper end.</param>
public sealed record CalibrationPoint(ProbabilityRange Range, int Count, int True, double Low, double High)
{
    private const double Z = 1.959964; // of 95 %

    public double Share => (double)True / Count;

    public static ImmutableArray<CalibrationPoint> Of(IEnumerable<ForecastLine> forecasts) =>
        [.. forecasts.Where(f => f.Brier is not null).GroupBy(f => f.Likelihood.Range!.Value).OrderBy(g => g.Key.Middle).ThenBy(g => g.Key.Low)
            .Select(g => Of(g.Key, g.Count(), g.Count(f => f.CameTrue == true)))];

    private static CalibrationPoint Of(ProbabilityRange range, int count, int happened)
    {
        double share = (double)happened / count;
        double scale = 1 + (Z * Z / count);
        double centre = (share + (Z * Z / (2 * count))) / scale;
        double half = Z / scale * Math.Sqrt((share * (1 - share) / count) + (Z * Z / (4.0 * count * count)));
        return new(range, count, happened, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
