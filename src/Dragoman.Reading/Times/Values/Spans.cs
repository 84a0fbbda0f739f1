using System.Globalization;

namespace Dragoman.Reading.Times.Values;

/// <summary>Durations and sets.</summary>
internal static class Spans
{
    /// <summary><c>duration(n, unit)</c>; <c>duration(n, unit, n, unit)</c> adds a part in a smaller unit, or of the same one (a minute and a half).</summary>
    public static Meaning? Duration(ValueScope scope, Meaning?[] arguments)
    {
        string unit = ValueFunctions.Unit(arguments[1]);
        if (arguments[2] is null) return new PlainValue(Durations.Of(Number(arguments[0]), unit));
        string second = ValueFunctions.Unit(arguments[3]);
        if (second == unit) return new PlainValue(Durations.Of(Number(arguments[0]) + Number(arguments[2]), unit));
        string rest = Durations.Of(Number(arguments[2]), second);
        bool sameSide = CalendarUnits.IsClock(unit) == CalendarUnits.IsClock(second);
        return new PlainValue(Durations.Of(Number(arguments[0]), unit) + rest[(sameSide && CalendarUnits.IsClock(unit) ? 2 : 1)..]);
    }

    /// <summary><c>unknown(unit)</c>: an unknown number of units, <c>PXW</c>.</summary>
    public static Meaning? Unknown(ValueScope scope, Meaning?[] arguments) => new PlainValue(Durations.Of(null, ValueFunctions.Unit(arguments[0])));

    /// <summary><c>between(n, n, unit)</c>: <c>P3Y/P5Y</c>.</summary>
    public static Meaning? Between(ValueScope scope, Meaning?[] arguments)
    {
        string unit = ValueFunctions.Unit(arguments[2]);
        return new PlainValue(Durations.Of(Number(arguments[0]), unit) + "/" + Durations.Of(Number(arguments[1]), unit));
    }

    /// <summary><c>every(n, unit)</c>: the set <c>P2D</c>.</summary>
    public static Meaning? Every(ValueScope scope, Meaning?[] arguments) => new PlainValue(Durations.Of(Number(arguments[0]), ValueFunctions.Unit(arguments[1])));

    /// <summary><c>each(kind, n, p)</c>: the set of all weekdays (kind D), months (M), seasons or parts of the day of a name: <c>XXXX-WXX-1</c>, <c>XXXX-07</c>.</summary>
    public static Meaning? Each(ValueScope scope, Meaning?[] arguments)
    {
        string name = ValueFunctions.Unit(arguments[1]);
        string clock = arguments[2] is Code part ? "T" + part.Text : "";
        string value = ValueFunctions.Unit(arguments[0]) switch
        {
            CalendarUnits.Day => "XXXX-WXX-" + name,
            CalendarUnits.Month => "XXXX-" + name.PadLeft(2, '0'),
            CalendarUnits.Hour => "XXXX-XX-XXT" + name,
            _ => "XXXX-" + name,
        };
        return new PlainValue(string.Create(CultureInfo.InvariantCulture, $"{value}{clock}"));
    }

    private static decimal? Number(Meaning? argument) => argument is Amount amount ? amount.Number : ValueFunctions.Whole(argument);
}
