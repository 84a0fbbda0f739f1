using System.Globalization;
using Dragoman.Pages;
using Dragoman.Record.Entries;
using Dragoman.Record.Views.Boards;
using NodaTime;

namespace Dragoman.Desk.Boards;

/// <summary>What the boards call things, for people.</summary>
public static class BoardWords
{
    public static string Of(Stance stance) => stance switch
    {
        Stance.For => "for it",
        Stance.Demands => "demands it",
        Stance.Open => "open to it",
        Stance.Conditional => "on conditions",
        _ => "against it",
    };

    /// <summary>A sign beside the word, so that colour is never alone.</summary>
    public static string SignOf(Stance stance) => stance switch
    {
        Stance.For => "●",
        Stance.Demands => "▲",
        Stance.Open => "○",
        Stance.Conditional => "◐",
        _ => "✕",
    };

    public static string Of(ForecastOutcome outcome) => outcome switch
    {
        ForecastOutcome.Yes => "came true",
        ForecastOutcome.No => "did not come true",
        ForecastOutcome.Partly => "partly",
        ForecastOutcome.Unmet => "its condition was not met",
        ForecastOutcome.Unclear => "cannot be judged",
        _ => "open",
    };

    public static string Of(ForecastStage stage) => stage switch
    {
        ForecastStage.Due => "Due",
        ForecastStage.Ahead => "Ahead",
        ForecastStage.Undated => "Without a horizon",
        _ => "Resolved",
    };

    public static string Of(PlanStanding standing) => standing switch
    {
        PlanStanding.Open => "open",
        PlanStanding.Met => "met",
        PlanStanding.Lapsed => "lapsed",
        PlanStanding.Moved => "moved",
        PlanStanding.Cancelled => "cancelled",
        _ => "day passed, outcome unknown",
    };

    /// <summary>A label within a sentence: with a small first letter, if that is a letter of ASCII.</summary>
    public static string Lowered(string label) => label.Length > 1 && char.IsAsciiLetterUpper(label[0]) && !char.IsUpper(label[1]) ? (char)(label[0] | 0x20) + label[1..] : label;

    /// <summary><c>0.04–0.20</c>, or one figure where both ends are the same.</summary>
    public static string Of(ScoreBounds bounds) => Figure(bounds.Low) == Figure(bounds.High) ? Figure(bounds.Low) : $"{Figure(bounds.Low)}–{Figure(bounds.High)}";

    /// <summary>What the record says to a claim of a first time.</summary>
    public static string Of(NoveltyCheck check) => check switch
    {
        { Of: null } => "not tested: its sentence has no other record whose parties could be looked for",
        { Earlier.IsEmpty: false } => $"reported as first; the record has {Count.Of(check.Earlier.Length, "earlier one")}, {WhenOf(check.Earlier[0])}",
        { From: { } from } => $"reported as first; earlier in the record: none in {Count.Of(check.Searched, "document")} since {DateWords.Of(from)}",
        _ => "reported as first; the record has no document from before it",
    };

    /// <summary>A day, an hour, or the stretch that it lies in.</summary>
    public static string Of(TimeSpot spot)
    {
        if (spot.HasHour) return $"{DateWords.Of(spot.FirstDay)} {spot.From.TimeOfDay.ToString("HH:mm", null)}";
        if (!spot.IsVague) return DateWords.Of(spot.FirstDay);
        return IsMonth(spot) ? DateWords.Value(spot.FirstDay.ToString("uuuu-MM", null)) : IsYear(spot) ? spot.FirstDay.ToString("uuuu", null) : $"{DateWords.Of(spot.FirstDay)} – {DateWords.Of(spot.LastDay)}";
    }

    /// <summary>When an item is, and on what that rests.</summary>
    public static string WhenOf(BoardItem item) => item.When switch
    {
        null => "undated",
        { Basis: TimeBasis.Own } own => Of(own),
        { } reported => "reported " + Of(reported),
    };

    private static string Figure(double value) => double.IsPositiveInfinity(value) ? "∞" : value.ToString("0.00", CultureInfo.InvariantCulture);

    private static bool IsMonth(TimeSpot spot) => spot.FirstDay.Day == 1 && spot.LastDay == spot.FirstDay.With(DateAdjusters.EndOfMonth);

    private static bool IsYear(TimeSpot spot) => spot.FirstDay is { Month: 1, Day: 1 } && spot.LastDay == new LocalDate(spot.FirstDay.Year, 12, 31);
}
