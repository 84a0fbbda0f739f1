using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Dragoman.Reading.Times.Values;

/// <summary>A day that has a name, or the days of a feast: how to find it in a year.</summary>
/// <param name="Kind">How it is found.</param>
/// <param name="Month">Month, for dates and for the Islamic calendar.</param>
/// <param name="Day">Day of the month; for Easter, days after it; for a weekday of a month, which one (−1: the last).</param>
/// <param name="Weekday">For a weekday of a month, 1 to 7 from Monday.</param>
/// <param name="Length">Days that it lasts.</param>
internal sealed record Feast(FeastKind Kind, int Month, int Day, int Weekday, int Length)
{
    /// <summary>The feast in a year; null if it does not fall in it.</summary>
    public Moment? InYear(int year)
    {
        if (FirstDay(year) is not { } first) return null;
        Moment moment = new(first, Grain.Day);
        return Length == 1 ? moment : moment with { Until = moment with { Start = first.PlusDays(Length - 1) } };
    }

    private LocalDate? FirstDay(int year) => Kind switch
    {
        FeastKind.Date => Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month) ? new LocalDate(year, Month, Day) : null,
        FeastKind.Easter => Easter.Western(year).PlusDays(Day),
        FeastKind.OrthodoxEaster => Easter.Orthodox(year).PlusDays(Day),
        FeastKind.Islamic => Islamic(year),
        _ => WeekdayOfMonth(year),
    };

    private LocalDate WeekdayOfMonth(int year)
    {
        int days = CalendarSystem.Iso.GetDaysInMonth(year, Month);
        LocalDate anchor = Day < 0 ? new(year, Month, days - 6) : new(year, Month, ((Day - 1) * 7) + 1);
        return anchor.PlusDays((Weekday - (int)anchor.DayOfWeek + 7) % 7);
    }

    /// <summary>
    /// By the Umm al-Qura calendar for the years that it covers, else by the tabular one; both can be a day off a country's own sighting of the moon. The first
    /// time in the year, if it falls in it twice.
    /// </summary>
    private LocalDate? Islamic(int year)
    {
        const int EarliestTabular = 700;
        if (year < EarliestTabular) return null;
        CalendarSystem calendar = year is > 1900 and < 2077 ? CalendarSystem.UmAlQura : CalendarSystem.GetIslamicCalendar(IslamicLeapYearPattern.Base16, IslamicEpoch.Civil);
        LocalDate newYear = new(year, 1, 1);
        int first = newYear.WithCalendar(calendar).Year;
        for (int islamicYear = first; islamicYear <= first + 1; islamicYear++)
        {
            LocalDate day = new LocalDate(islamicYear, Month, Day, calendar).WithCalendar(CalendarSystem.Iso);
            if (day.Year == year) return day;
        }

        return null;
    }
}

internal enum FeastKind
{
    Date, Easter, OrthodoxEaster, Islamic, WeekdayOfMonth,
}

/// <summary>
/// Reads the rules of named days: <c>date 12-25</c>, <c>easter -2</c>, <c>orthodox 0</c>, <c>islamic 9-1</c>, <c>weekday 11-4-4</c> (fourth Thursday of November; −1 as <c>last</c>:
/// <c>weekday 5-last-1</c>), each with <c>x 30</c> behind it if it lasts that many days.
/// </summary>
internal static class Feasts
{
    public static Feast? Parse(string rule)
    {
        string[] parts = rule.Split(' ');
        int length = 1;
        if (parts.Length == 4 && parts[2] == "x" && !TryNumber(parts[3], out length)) return null;
        if (parts.Length is not (2 or 4) || length < 1) return null;
        string[] numbers = parts[1].Split('-', StringSplitOptions.RemoveEmptyEntries);
        return parts[0] switch
        {
            "easter" or "orthodox" when TryNumber(parts[1], out int after) => new(parts[0] == "easter" ? FeastKind.Easter : FeastKind.OrthodoxEaster, 0, after, 0, length),
            "date" or "islamic" when numbers.Length == 2 && TryMonthDay(parts[0], numbers, out int month, out int day) =>
                new(parts[0] == "date" ? FeastKind.Date : FeastKind.Islamic, month, day, 0, length),
            "weekday" when numbers.Length == 3 && TryNumber(numbers[0], out int month) && month is >= 1 and <= 12 && TryWhich(numbers[1], out int which)
                && TryNumber(numbers[2], out int weekday) && weekday is >= 1 and <= 7 => new(FeastKind.WeekdayOfMonth, month, which, weekday, length),
            _ => null,
        };
    }

    private static bool TryMonthDay(string calendar, string[] numbers, out int month, out int day)
    {
        int longest = calendar == "islamic" ? 29 : 31;
        day = 0;
        return TryNumber(numbers[0], out month) && TryNumber(numbers[1], out day) && month is >= 1 and <= 12 && day >= 1 && day <= longest;
    }

    private static bool TryWhich(string text, out int which)
    {
        if (text != "last") return TryNumber(text, out which) && which is >= 1 and <= 4;
        which = -1;
        return true;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}

/// <summary>Easter Sunday in the Gregorian calendar.</summary>
internal static class Easter
{
    /// <summary>The anonymous Gregorian algorithm (Meeus, Jones, Butcher).</summary>
    public static LocalDate Western(int year)
    {
        int golden = year % 19;
        int century = year / 100;
        int moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        int weekday = (32 + (2 * (century % 4)) + (2 * (year % 100 / 4)) - moon - (year % 100 % 4)) % 7;
        int correction = (golden + (11 * moon) + (22 * weekday)) / 451;
        int date = moon + weekday - (7 * correction) + 114;
        return new(year, date / 31, (date % 31) + 1);
    }

    /// <summary>Meeus's Julian algorithm.</summary>
    public static LocalDate Orthodox(int year)
    {
        int moon = ((19 * (year % 19)) + 15) % 30;
        int weekday = ((2 * (year % 4)) + (4 * (year % 7)) - moon + 34) % 7;
        int date = moon + weekday + 114;
        return new LocalDate(year, date / 31, (date % 31) + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }
}
