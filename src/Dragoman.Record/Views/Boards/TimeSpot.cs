using NodaTime;
using NodaTime.Text;

namespace Dragoman.Record.Views.Boards;

/// <summary>What a place in time rests on.</summary>
public enum TimeBasis
{
    /// <summary>The text says when the thing itself was, is or will be.</summary>
    Own,

    /// <summary>Only the date of the report is known.</summary>
    Reported,
}

/// <summary>
/// When something is, as exactly as it is known: some moment in <c>[From, Until)</c>. A day without an hour is the whole day, a month the
/// whole month; nothing is moved to the first of it.
/// </summary>
public readonly record struct TimeSpot(LocalDateTime From, LocalDateTime Until, TimeBasis Basis)
{
    public LocalDate FirstDay => From.Date;

    /// <summary>The last day that it may be on.</summary>
    public LocalDate LastDay => Until.TimeOfDay == LocalTime.Midnight && Until > From ? Until.Date.PlusDays(-1) : Until.Date;

    /// <summary>Whether it may be on more than one day.</summary>
    public bool IsVague => LastDay > FirstDay;

    /// <summary>Whether the hour is known.</summary>
    public bool HasHour => Until <= From.PlusHours(1);

    public bool Overlaps(LocalDateTime from, LocalDateTime until) => From < until && Until > from;

    public static TimeSpot Days(LocalDate first, LocalDate last, TimeBasis basis) => new(first.AtMidnight(), last.PlusDays(1).AtMidnight(), basis);

    /// <summary>What a time expression of the reading says; null where it could not be told, or is a duration or a set.</summary>
    public static TimeSpot? Of(CitedTime? time)
    {
        if (time?.Value is not { Length: >= 4 } value || !char.IsAsciiDigit(value[0])) return null;
        if (Of(value, TimeBasis.Own) is { HasHour: true } hour) return hour;
        if (CitedRecord.DayOf(time.From) is { } first && CitedRecord.DayOf(time.Until) is { } last && first <= last && last < LocalDate.MaxIsoValue) return Days(first, last, TimeBasis.Own);
        return Of(value, TimeBasis.Own);
    }

    /// <summary>A year, month, week or day of ISO 8601, or a day with a time; null for anything else.</summary>
    public static TimeSpot? Of(string? iso, TimeBasis basis)
    {
        if (iso is null) return null;
        if (iso.Length == 4 && YearOf(iso) is { } year) return Days(new(year, 1, 1), new(year, 12, 31), basis);
        if (iso.Length == 7 && YearMonthPattern.Iso.Parse(iso) is { Success: true } month) return Days(month.Value.OnDayOfMonth(1), month.Value.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1), basis);
        if (iso.Length == 8 && WeekOf(iso) is { } monday) return Days(monday, monday.PlusDays(6), basis);
        if (CitedRecord.DayOf(iso) is not { } day || day.Year is < 1 or > 9000) return null;
        return iso.Length >= 16 && iso[10] == 'T' && LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(iso[11..16]) is { Success: true } time
            ? new TimeSpot(day + time.Value, (day + time.Value).PlusMinutes(1), basis)
            : Days(day, day, basis);
    }

    private static int? YearOf(string digits) => digits.All(char.IsAsciiDigit) && int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 9000 and int year ? year : null;

    private static LocalDate? WeekOf(string iso)
    {
        if (YearOf(iso[..4]) is not { } year || iso[4..6] != "-W" || !char.IsAsciiDigit(iso[6]) || !char.IsAsciiDigit(iso[7])) return null;
        int week = ((iso[6] - '0') * 10) + iso[7] - '0';
        return week >= 1 && week <= NodaTime.Calendars.WeekYearRules.Iso.GetWeeksInWeekYear(year, CalendarSystem.Iso)
            ? NodaTime.Calendars.WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday, CalendarSystem.Iso)
            : null;
    }
}
