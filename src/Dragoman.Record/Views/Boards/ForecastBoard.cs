using System.Collections.Immutable;
using Dragoman.Record.Entries;
using NodaTime;

namespace Dragoman.Record.Views.Boards;

/// <summary>Where a forecast stands on a day.</summary>
public enum ForecastStage
{
    /// <summary>Its horizon has passed and nobody has resolved it.</summary>
    Due,

    /// <summary>Its horizon is ahead.</summary>
    Ahead,

    /// <summary>It names no horizon that can be told.</summary>
    Undated,

    Resolved,
}

/// <summary>A forecast with its wording's range and how it turned out.</summary>
public sealed record ForecastLine
{
    public required BoardItem Item { get; init; }

    public CitedRecord Cited => Item.Cited;

    /// <summary>Who makes it; null where the outlet itself does, or nobody is named.</summary>
    public required Actor? Forecaster { get; init; }

    public required LikelihoodReading Likelihood { get; init; }

    /// <summary>By when it is to come about; null if that cannot be told.</summary>
    public required TimeSpot? Horizon { get; init; }

    public required ForecastStage Stage { get; init; }

    /// <summary>The resolution that holds.</summary>
    public LedgerLine? Resolution { get; init; }

    public ForecastOutcome Outcome => (Resolution?.Entry as ForecastResolved)?.Outcome ?? ForecastOutcome.Open;

    /// <summary>Whether what was forecast came about; null where that is not plain.</summary>
    public bool? CameTrue => Outcome switch { ForecastOutcome.Yes => true, ForecastOutcome.No => false, _ => null };

    /// <summary>Null unless there are a range and a plain outcome.</summary>
    public ScoreBounds? Brier => Likelihood.Range is { } range && CameTrue is { } happened ? ScoreBounds.Brier(range, happened) : null;

    public ScoreBounds? Log => Likelihood.Range is { } range && CameTrue is { } happened ? ScoreBounds.Log(range, happened) : null;

    /// <summary>How far ahead it looks: from the day of its report to its horizon.</summary>
    public string? Reach => Cited.Reported is { } made && Horizon is { } horizon
        ? Period.Between(made, horizon.LastDay, PeriodUnits.Days).Days switch { < 0 => null, <= 7 => "up to a week", <= 31 => "up to a month", <= 366 => "up to a year", _ => "over a year" }
        : null;
}

/// <summary>The forecasts of the record on one scale of likelihood, with what is due and how the resolved ones scored.</summary>
public sealed record ForecastBoard
{
    public required LikelihoodScale? Scale { get; init; }

    /// <summary>Due first by horizon, then those ahead by horizon, then those without one by day of report (the latest first), then the resolved.</summary>
    public required ImmutableArray<ForecastLine> Lines { get; init; }

    public required ForecastTally All { get; init; }

    public required ImmutableArray<ForecastTally> ByForecaster { get; init; }

    public required ImmutableArray<ForecastTally> ByIssue { get; init; }

    public required ImmutableArray<ForecastTally> ByReach { get; init; }

    public required ImmutableArray<CalibrationPoint> Calibration { get; init; }

    /// <param name="board">The record.</param>
    /// <param name="scale">Id of the scale; null for the default.</param>
    public static ForecastBoard Of(Board board, string? scale = null)
    {
        LikelihoodScale? chosen = board.World.Scale(scale);
        return board.View(("forecasts", chosen?.Id), b => Make(b, chosen));
    }

    private static ForecastBoard Make(Board board, LikelihoodScale? scale)
    {
        ImmutableArray<ForecastLine> lines = [.. board.OfKind("forecast").Select(item => Line(board, item, scale)).OrderBy(l => l.Stage).ThenBy(Place)];
        return new()
        {
            Scale = scale,
            Lines = lines,
            All = ForecastTally.Of("all", lines),
            ByForecaster = ForecastTally.By(lines, l => l.Forecaster?.Name ?? l.Cited.Document.Reading?.Outlet),
            ByIssue = ForecastTally.By(lines, l => l.Item.Issues.FirstOrDefault()?.NameIn("en")),
            ByReach = ForecastTally.By(lines, l => l.Reach),
            Calibration = CalibrationPoint.Of(lines),
        };
    }

    private static ForecastLine Line(Board board, BoardItem item, LikelihoodScale? scale)
    {
        CitedRecord cited = item.Cited;
        TimeSpot? horizon = TimeSpot.Of(cited.Time("horizon"));
        LedgerLine? resolution = board.State.Resolutions.Holding(item.Id);
        return new()
        {
            Item = item,
            Forecaster = cited.Actors("by").FirstOrDefault() ?? cited.ToldBy,
            Likelihood = scale?.Read(cited.Text("phrase")?.Words, cited.Document.Reading?.Language, cited.Word("likelihood")) ?? new(null, "no scale is installed"),
            Horizon = horizon,
            Resolution = resolution,
            Stage = resolution is not null ? ForecastStage.Resolved
                : horizon is not { } until ? ForecastStage.Undated
                : until.LastDay < board.Today ? ForecastStage.Due : ForecastStage.Ahead,
        };
    }

    /// <summary>Days, by which the lines of one stage are ordered.</summary>
    private static long Place(ForecastLine line)
    {
        LocalDate day = line.Stage is ForecastStage.Due or ForecastStage.Ahead ? line.Horizon!.Value.LastDay : line.Cited.Reported ?? LocalDate.MinIsoValue;
        long days = Period.DaysBetween(new LocalDate(1, 1, 1), day);
        return line.Stage is ForecastStage.Undated or ForecastStage.Resolved ? -days : days;
    }
}
