using System.Globalization;

namespace Dragoman.Reading.Times.Values;

/// <summary>Parts of the day and clock times, on a day that is given or on the document's own.</summary>
internal static class TimesOfDay
{
    /// <summary><c>part(day, p)</c>: <c>2025-04-21TNI</c>.</summary>
    public static Meaning? Part(ValueScope scope, Meaning?[] arguments) => OnDay(scope, arguments[0], "T" + ValueFunctions.Unit(arguments[1]));

    /// <summary>
    /// <c>clock(day, hour, minute, half, zone)</c>: half is AM or PM, zone what follows the time (<c>Z</c>, <c>-05:00</c>). Hour 24 is the midnight at the
    /// end of the day; an hour and minute written as one number (1400) come as the hour.
    /// </summary>
    public static Meaning? Clock(ValueScope scope, Meaning?[] arguments)
    {
        if (ValueFunctions.Whole(arguments[1]) is not { } hour) return null;
        int minute = ValueFunctions.Whole(arguments[2]) ?? 0;
        if (hour >= 100) (hour, minute) = (hour / 100, hour % 100);
        string half = ValueFunctions.Unit(arguments[3]);
        if (half.Length > 0 && hour is < 1 or > 12) return null;
        if (half == "PM" && hour < 12) hour += 12;
        if (half == "AM" && hour == 12) hour = 0;
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return null;
        return OnDay(scope, arguments[0], string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{minute:D2}{ValueFunctions.Unit(arguments[4])}"));
    }

    private static Meaning? OnDay(ValueScope scope, Meaning? day, string clock)
    {
        Meaning moment = day ?? scope.ReferenceFor(Grain.Day);
        return moment switch
        {
            Moment { Grain: Grain.Day } known => known with { Clock = clock },
            Moment => null,
            _ => moment,
        };
    }
}
