using System.Globalization;

namespace Dragoman.Reading.Times.Values;

/// <summary>Writes ISO 8601 durations as TIMEX3 has them: <c>P30D</c>, <c>PT30H</c>, <c>PXM</c> for an unknown number.</summary>
internal static class Durations
{
    public static string Of(decimal? number, string unit) => unit switch
    {
        CalendarUnits.Fortnight => Whole(number * 2, "W"),
        CalendarUnits.Quarter => number is null ? "PXQ" : Whole(number * 3, "M"),
        CalendarUnits.Half => Whole(number * 6, "M"),
        CalendarUnits.Decade => number is null ? "PXE" : Whole(number * 10, "Y"),
        CalendarUnits.Century => number is null ? "PXC" : Whole(number * 100, "Y"),
        _ => Split(number, unit),
    };

    /// <summary>Halves go to the next smaller unit: two and a half years are <c>P2Y6M</c>.</summary>
    private static string Split(decimal? number, string unit)
    {
        if (number is not { } count || decimal.Truncate(count) == count) return Whole(number, unit);
        (string smaller, int size) = unit switch
        {
            CalendarUnits.Hour => (CalendarUnits.Minute, 60),
            CalendarUnits.Minute => (CalendarUnits.Second, 60),
            CalendarUnits.Day => (CalendarUnits.Hour, 24),
            CalendarUnits.Year => (CalendarUnits.Month, 12),
            _ => ("", 0),
        };
        decimal whole = decimal.Truncate(count);
        decimal rest = (count - whole) * size;
        if (size == 0 || decimal.Truncate(rest) != rest) return Whole(number, unit);
        return whole == 0 ? Whole(rest, smaller) : Whole(whole, unit) + Whole(rest, smaller)[Prefix(unit, smaller)..];
    }

    /// <summary>How much of the second part's <c>P</c> or <c>PT</c> the first part has already written.</summary>
    private static int Prefix(string unit, string smaller) => CalendarUnits.IsClock(unit) && CalendarUnits.IsClock(smaller) ? 2 : 1;

    private static string Whole(decimal? number, string unit)
    {
        string count = number is { } known ? known.ToString("0.####", CultureInfo.InvariantCulture) : "X";
        return unit.StartsWith('T') ? $"PT{count}{unit[1..]}" : $"P{count}{unit}";
    }
}
