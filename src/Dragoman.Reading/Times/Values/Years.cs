namespace Dragoman.Reading.Times.Values;

/// <summary>Years, decades and centuries by number, and what is made of whole dates.</summary>
internal static class Years
{
    /// <summary><c>year(n)</c>: four digits, or two of the twentieth century or of this one up to the thirties; <c>year(c, n)</c>: nineteen, ninety-six.</summary>
    public static Meaning? Year(ValueScope scope, Meaning?[] arguments)
    {
        const int LastShortYear = 39;
        if (ValueFunctions.Whole(arguments[0]) is not { } number) return null;
        if (arguments[1] is not null)
        {
            if (ValueFunctions.Whole(arguments[1]) is not (>= 0 and < 100 and int rest)) return null;
            number = (number * 100) + rest;
        }
        else if (number < 100)
        {
            number += number <= LastShortYear ? 2000 : 1900;
        }

        return number is >= 1 and <= 9998 ? new Moment(new(number, 1, 1), Grain.Year) : null;
    }

    /// <summary><c>decade(n)</c>: 1990 or 90; <c>decade(c, n)</c>: nineteen, nineties.</summary>
    public static Meaning? Decade(ValueScope scope, Meaning?[] arguments) =>
        Year(scope, arguments) is Moment year ? CalendarUnits.Containing(year.Start, Grain.Decade) : null;

    /// <summary><c>century(n)</c>: the nth.</summary>
    public static Meaning? Century(ValueScope scope, Meaning?[] arguments) => ValueFunctions.Whole(arguments[0]) is >= 2 and <= 99 and int number
        ? new Moment(new((number - 1) * 100, 1, 1), Grain.Century) : null;

    /// <summary><c>monthOf(year, m)</c>: the month of a relative year ("February last year").</summary>
    public static Meaning? MonthOf(ValueScope scope, Meaning?[] arguments) =>
        arguments[0] is Moment year && ValueFunctions.Whole(arguments[1]) is >= 1 and <= 12 and int month ? new Moment(new(year.Start.Year, month, 1), Grain.Month) : null;

    /// <summary><c>week(time)</c>: the week that holds the first day of a time.</summary>
    public static Meaning? WeekOf(ValueScope scope, Meaning?[] arguments) => arguments[0] is Moment moment ? CalendarUnits.Containing(moment.Start, Grain.Week) : arguments[0];

    /// <summary><c>range(first, last)</c>.</summary>
    public static Meaning? Range(ValueScope scope, Meaning?[] arguments) =>
        arguments is [Moment first, Moment last, ..] && first.Start < last.Start ? first with { Until = last } : null;
}
