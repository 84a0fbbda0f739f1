using System.Globalization;
using Dragoman.Record;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Pages;

/// <summary>Days, times and durations for people, as exact as they are known and no more.</summary>
public static class DateWords
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");
    private static readonly YearMonthPattern MonthPattern = YearMonthPattern.CreateWithInvariantCulture("MMM uuuu");

    /// <summary>The value of a time expression, or its own words where it could not be told.</summary>
    public static string Of(CitedTime time)
    {
        if (time.Value is null || !IsReadable(time.Value)) return $"“{time.Place.Words}”";
        if (time.Value[0] == 'P') return Duration(time.Value);
        if (time.From is { } from && time.Until is { } until && from != until && IsDay(from) && IsDay(until) && !IsMonth(time.Value)) return $"{Value(from)} – {Value(until)}";
        return Value(time.Value);
    }

    /// <summary>An ISO 8601 date as it is known: a day, a month, a year; anything else as it stands.</summary>
    public static string Value(string iso)
    {
        if (iso.Length >= 10 && LocalDatePattern.Iso.Parse(iso[..10]) is { Success: true } day) return Of(day.Value) + TimeOfDay(iso);
        if (iso.Length == 8 && iso[5] == 'W') return $"week {iso[6..].TrimStart('0')} of {iso[..4]}";
        return iso.Length == 7 && YearMonthPattern.Iso.Parse(iso) is { Success: true } month ? MonthPattern.Format(month.Value) : iso;
    }

    public static string Of(LocalDate day) => DayPattern.Format(day);

    public static string Of(Instant moment) => InstantPattern.CreateWithInvariantCulture("d MMM uuuu HH:mm 'UTC'").Format(moment);

    /// <summary><c>PT30H</c>: 30 hours.</summary>
    public static string Duration(string iso)
    {
        if (PeriodPattern.Roundtrip.Parse(iso) is not { Success: true } parsed) return iso;
        Period period = parsed.Value;
        (long Count, string Unit)[] parts =
        [
            (period.Years, "year"), (period.Months, "month"), (period.Weeks, "week"), (period.Days, "day"),
            (period.Hours, "hour"), (period.Minutes, "minute"), (period.Seconds, "second"),
        ];
        return string.Join(' ', parts.Where(p => p.Count != 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.Unit}{(p.Count == 1 ? "" : "s")}")));
    }

    /// <summary>TIMEX3 writes what is vague with X (<c>PXD</c>: some days); the text's own words say that better.</summary>
    private static bool IsReadable(string value) => value.Length > 0 && !value.Contains('X', StringComparison.Ordinal) && !value.EndsWith("_REF", StringComparison.Ordinal);

    private static bool IsDay(string iso) => iso.Length >= 10;

    private static bool IsMonth(string iso) => iso.Length == 7 && YearMonthPattern.Iso.Parse(iso).Success;

    private static string TimeOfDay(string iso) => iso.Length >= 16 && iso[10] == 'T' && char.IsAsciiDigit(iso[11]) ? " " + iso[11..16] : "";
}
