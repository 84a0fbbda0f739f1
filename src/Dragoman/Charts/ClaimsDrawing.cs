using System.Collections.Immutable;
using Dragoman.Record.Views.Boards;
using NodaTime;

namespace Dragoman.Charts;

/// <summary>Places claims by time and figure. The vertical scale is logarithmic where the figures differ by more than a factor of fifty.</summary>
public sealed class ClaimsDrawing
{
    public const int Width = 1160;
    public const int Height = 380;
    private const double Top = 24;
    private const double Bottom = Height - 34;

    private readonly double _most;

    public ClaimsDrawing(ClaimChart chart)
    {
        ClaimPoint[] points = [.. chart.Series.SelectMany(s => s.Points).Where(p => p.Count is not null && p.Item.When is not null)];
        LocalDateTime first = points.Length == 0 ? new(2000, 1, 1, 0, 0) : points.Min(p => p.Item.When!.Value.From);
        LocalDateTime last = points.Length == 0 ? first.PlusDays(30) : points.Max(p => p.Item.When!.Value.Until);
        int margin = Math.Max(2, Period.DaysBetween(first.Date, last.Date) / 20);
        (From, Until) = (first.Date.PlusDays(-margin).AtMidnight(), last.Date.PlusDays(margin + 1).AtMidnight());
        Axis = new(From, Until, 64, Width - 20);
        _most = Math.Max(1, points.Select(p => (double)p.Count!.Value).DefaultIfEmpty(1).Max());
        IsLogarithmic = points.Length > 0 && _most / Math.Max(1, points.Min(p => p.Count!.Value)) > 50;
    }

    public LocalDateTime From { get; }

    public LocalDateTime Until { get; }

    public TimeAxis Axis { get; }

    public bool IsLogarithmic { get; }

    /// <summary>Figures to label, the lowest first.</summary>
    public ImmutableArray<long> Ticks
    {
        get
        {
            if (IsLogarithmic) return [.. Enumerable.Range(0, (int)Math.Ceiling(Math.Log10(_most)) + 1).Select(p => (long)Math.Pow(10, p)).Where(t => t <= _most * 1.2)];
            double step = Math.Pow(10, Math.Floor(Math.Log10(_most)));
            if (_most / step < 2) step /= 5;
            else if (_most / step < 5) step /= 2;
            step = Math.Max(1, Math.Floor(step));
            return [.. Enumerable.Range(0, (int)(_most / step) + 1).Select(i => (long)(i * step))];
        }
    }

    public double Y(long figure)
    {
        double share = IsLogarithmic ? Math.Log10(Math.Max(1, figure)) / Math.Log10(_most * 1.2) : figure / (_most * 1.08);
        return Bottom - ((Bottom - Top) * share);
    }

    /// <summary>The middle of where a claim may be, and half the width of that stretch.</summary>
    public (double X, double Half) X(ClaimPoint point)
    {
        double from = Axis.At(point.Item.When!.Value.From);
        double until = Axis.At(point.Item.When!.Value.Until);
        return ((from + until) / 2, (until - from) / 2);
    }
}
