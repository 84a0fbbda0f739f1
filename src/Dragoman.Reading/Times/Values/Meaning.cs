using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Dragoman.Reading.Times.Values;

/// <summary>What a part of a value expression stands for.</summary>
internal abstract record Meaning;

/// <summary>A number; null if the text leaves it open ("several").</summary>
internal sealed record Amount(decimal? Number) : Meaning;

/// <summary>A code out of a list or a rule: a unit, a mode, a part of the day.</summary>
internal sealed record Code(string Text) : Meaning;

/// <summary>A finished TIMEX3 value that names no days: a duration, a set, a vague reference.</summary>
internal sealed record PlainValue(string Text) : Meaning;

/// <summary>A time that cannot be told, and why.</summary>
internal sealed record Unresolved(string Reason) : Meaning;

/// <summary>Words that look like a time and are none: 31 June.</summary>
internal sealed record NoTime : Meaning
{
    public static NoTime Instance { get; } = new();
}

/// <summary>How large a stretch of the calendar is.</summary>
internal enum Grain
{
    Day, Weekend, Week, Month, Season, Quarter, Half, Year, Decade, Century,
}

/// <summary>A stretch of the calendar, by its first day and its size, or up to <see cref="Until"/>; with a time of day if the text gives one.</summary>
internal sealed record Moment(LocalDate Start, Grain Grain) : Meaning
{
    /// <summary>The end of a range: the value is then <c>start/end</c>.</summary>
    public Moment? Until { get; init; }

    /// <summary>What follows the day in the value, from the <c>T</c> on: <c>TNI</c>, <c>T14:00Z</c>; or empty.</summary>
    public string Clock { get; init; } = "";

    public DateInterval Days => new(Start, Until?.Days.End ?? Last);

    private LocalDate Last => Grain switch
    {
        Grain.Day => Start,
        Grain.Weekend => Start.PlusDays(1),
        Grain.Week => Start.PlusDays(6),
        Grain.Month => Start.PlusMonths(1).PlusDays(-1),
        Grain.Season or Grain.Quarter => Start.PlusMonths(3).PlusDays(-1),
        Grain.Half => Start.PlusMonths(6).PlusDays(-1),
        Grain.Year => Start.PlusYears(1).PlusDays(-1),
        Grain.Decade => Start.PlusYears(10).PlusDays(-1),
        _ => Start.PlusYears(100).PlusDays(-1),
    };

    /// <summary>The value as TIMEX3 writes it.</summary>
    public string Value => Until is { } end ? Text + "/" + end.Text : Text;

    private string Text => Grain switch
    {
        Grain.Day => Write($"{Start.Year:D4}-{Start.Month:D2}-{Start.Day:D2}{Clock}"),
        Grain.Week => Write($"{WeekYear:D4}-W{Week:D2}"),
        Grain.Weekend => Write($"{WeekYear:D4}-W{Week:D2}-WE"),
        Grain.Month => Write($"{Start.Year:D4}-{Start.Month:D2}"),
        Grain.Season => Write($"{Start.Year:D4}-{Seasons.CodeOf(Start.Month)}"),
        Grain.Quarter => Write($"{Start.Year:D4}-Q{((Start.Month - 1) / 3) + 1}"),
        Grain.Half => Write($"{Start.Year:D4}-H{((Start.Month - 1) / 6) + 1}"),
        Grain.Year => Write($"{Start.Year:D4}"),
        Grain.Decade => Write($"{Start.Year / 10:D3}"),
        _ => Write($"{Start.Year / 100:D2}"),
    };

    private int WeekYear => WeekYearRules.Iso.GetWeekYear(Start);

    private int Week => WeekYearRules.Iso.GetWeekOfWeekYear(Start);

    private static string Write(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The seasons of TIMEX3 by the month in which they begin.</summary>
internal static class Seasons
{
    private static readonly (string Code, int Month)[] All = [("SP", 3), ("SU", 6), ("FA", 9), ("WI", 12)];

    public static string CodeOf(int month) => All.First(season => season.Month == month).Code;

    /// <summary>The first month of a season, or 0 if there is no season of this code.</summary>
    public static int MonthOf(string code) => All.FirstOrDefault(season => season.Code == code).Month;
}
