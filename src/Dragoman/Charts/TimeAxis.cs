using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Charts;

/// <summary>A tick of a time axis.</summary>
/// <param name="At">Its moment.</param>
/// <param name="Label">As short as its step allows: <c>2025</c>, <c>Apr 2025</c>, <c>22 Apr</c>, <c>14:00</c>.</param>
public sealed record TimeTick(LocalDateTime At, string Label);

/// <summary>Moments on a line from <paramref name="left"/> to <paramref name="right"/>.</summary>
public sealed class TimeAxis(LocalDateTime from, LocalDateTime until, double left, double right)
{
    private const int MostTicks = 9;

    public double Left => left;

    public double Right => right;

    /// <summary>Where a moment is; beyond the ends, it is at the end.</summary>
    public double At(LocalDateTime moment) => Math.Clamp(left + ((right - left) * (Days(from, moment) / Days(from, until))), left, right);

    public bool Holds(LocalDateTime moment) => moment >= from && moment < until;

    /// <summary>Whole years, months, days or hours, at most nine.</summary>
    public ImmutableArray<TimeTick> Ticks
    {
        get
        {
            double days = Days(from, until);
            (Period Step, string Pattern, double Days) step = Steps.FirstOrDefault(s => days / s.Days <= MostTicks, Steps[^1]);
            int times = Math.Max(1, (int)Math.Ceiling(days / step.Days / MostTicks)); // beyond the longest step, its multiple
            ImmutableArray<TimeTick>.Builder ticks = ImmutableArray.CreateBuilder<TimeTick>();
            for (LocalDateTime at = First(step.Days); at < until && ticks.Count < MostTicks * 4; at += Times(step.Step, times))
                if (at >= from) ticks.Add(new(at, at.ToString(step.Pattern, System.Globalization.CultureInfo.InvariantCulture)));
            return ticks.ToImmutable();
        }
    }

    private static readonly ImmutableArray<(Period Step, string Pattern, double Days)> Steps =
    [
        (Period.FromHours(1), "HH:mm", 1.0 / 24), (Period.FromHours(3), "d MMM HH:mm", 3.0 / 24), (Period.FromHours(6), "d MMM HH:mm", 6.0 / 24), (Period.FromDays(1), "d MMM", 1),
        (Period.FromDays(2), "d MMM", 2), (Period.FromWeeks(1), "d MMM", 7), (Period.FromWeeks(2), "d MMM", 14), (Period.FromMonths(1), "MMM uuuu", 30.4),
        (Period.FromMonths(3), "MMM uuuu", 91.3), (Period.FromMonths(6), "MMM uuuu", 182.6), (Period.FromYears(1), "uuuu", 365.25), (Period.FromYears(5), "uuuu", 1826), (Period.FromYears(20), "uuuu", 7305),
    ];

    private LocalDateTime First(double step) => step switch
    {
        < 1 => from.Date.AtMidnight(),
        < 7 => from.Date.AtMidnight(),
        < 30 => from.Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)).AtMidnight(),
        < 365 => new LocalDate(from.Year, 1, 1).AtMidnight(),
        < 1000 => new LocalDate(from.Year, 1, 1).AtMidnight(),
        _ => new LocalDate(Math.Max(1, from.Year / 20 * 20), 1, 1).AtMidnight(),
    };

    private static Period Times(Period step, int times)
    {
        PeriodBuilder builder = step.ToBuilder();
        builder.Years *= times;
        return builder.Build();
    }

    private static double Days(LocalDateTime from, LocalDateTime to) => (to.InUtc().ToInstant() - from.InUtc().ToInstant()).TotalDays;
}
