using NodaTime;

namespace Dragoman.Reading.Times.Values;

/// <summary>The units of durations and of calendar steps, by the codes that the lists use.</summary>
internal static class CalendarUnits
{
    public const string Second = "TS";
    public const string Minute = "TM";
    public const string Hour = "TH";
    public const string Day = "D";
    public const string Weekend = "WE";
    public const string Week = "W";
    public const string Fortnight = "2W";
    public const string Month = "M";
    public const string Quarter = "Q";
    public const string Half = "H";
    public const string Year = "Y";
    public const string Decade = "E";
    public const string Century = "C";

    public static bool IsClock(string unit) => unit is Second or Minute or Hour;

    public static Grain GrainOf(string unit) => unit switch
    {
        Weekend => Grain.Weekend,
        Week or Fortnight => Grain.Week,
        Month => Grain.Month,
        Quarter => Grain.Quarter,
        Half => Grain.Half,
        Year => Grain.Year,
        Decade => Grain.Decade,
        Century => Grain.Century,
        _ => Grain.Day,
    };

    /// <summary>The stretch of this size that holds a day.</summary>
    public static Moment Containing(LocalDate day, Grain grain) => new(StartOf(day, grain), grain);

    private static LocalDate StartOf(LocalDate day, Grain grain) => grain switch
    {
        Grain.Week => day.PlusDays(1 - (int)day.DayOfWeek),
        Grain.Weekend => day.PlusDays(6 - (int)day.DayOfWeek),
        Grain.Month => new(day.Year, day.Month, 1),
        Grain.Quarter => new(day.Year, day.Month - ((day.Month - 1) % 3), 1),
        Grain.Half => new(day.Year, day.Month < 7 ? 1 : 7, 1),
        Grain.Season => new(day.Month < 3 ? day.Year - 1 : day.Year, day.Month < 3 ? 12 : day.Month / 3 * 3, 1),
        Grain.Year => new(day.Year, 1, 1),
        Grain.Decade => new(Math.Max(1, day.Year / 10 * 10), 1, 1),
        Grain.Century => new(Math.Max(1, day.Year / 100 * 100), 1, 1),
        _ => day,
    };

    /// <summary>The day <paramref name="count"/> units away; null if that leaves the calendar (years 1 to 9999).</summary>
    public static LocalDate? Plus(LocalDate day, decimal count, string unit)
    {
        const int Furthest = 100_000;
        if (Math.Abs(count) > Furthest) return null;
        int whole = (int)decimal.Truncate(count);
        int halfMonths = (int)((count - whole) * 12);
        long months = unit switch
        {
            Month => whole,
            Quarter => whole * 3L,
            Half => whole * 6L,
            Year => (whole * 12L) + halfMonths,
            Decade => whole * 120L,
            Century => whole * 1200L,
            _ => 0,
        };
        if (months != 0)
        {
            long year = day.Year + (months / 12);
            return year is > 1 and < 9999 ? day.PlusMonths((int)months) : null;
        }

        int days = unit switch { Day => whole, Weekend or Week => whole * 7, Fortnight => whole * 14, _ => 0 };
        return day.Year + (days / 366) is > 1 and < 9999 ? day.PlusDays(days) : null;
    }
}
