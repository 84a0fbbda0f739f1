using NodaTime;

namespace Dragoman.Reading.Times.Values;

/// <summary>Dates counted from the document's date or from the date before them in the text.</summary>
internal static class RelativeDates
{
    /// <summary><c>this(unit, n)</c>: the unit that holds the document's date, moved by n.</summary>
    public static Meaning? This(ValueScope scope, Meaning?[] arguments) => Around(scope.ReferenceFor(GrainOf(arguments[0])), arguments[0], arguments[1]);

    /// <summary><c>that(unit, n)</c>: the unit that holds the date before it in the text, moved by n.</summary>
    public static Meaning? That(ValueScope scope, Meaning?[] arguments) => Around(scope.PreviousFor(GrainOf(arguments[0])), arguments[0], arguments[1]);

    /// <summary><c>ago(n, unit)</c>, <c>ahead(n, unit)</c>: counted from the document's date; years from the quarter before it in the text, if that is one.</summary>
    public static Meaning? FromReference(ValueScope scope, Meaning?[] arguments, int sign)
    {
        if (Vague(arguments, sign) is { } vague) return vague;
        string unit = ValueFunctions.Unit(arguments[1]);
        if (unit == CalendarUnits.Year && sign < 0 && scope.FollowsQuarter) return Count(scope.PreviousFor(Grain.Quarter), Number(arguments[0]) * sign, unit, Grain.Quarter);
        return Count(scope.ReferenceFor(GrainOf(arguments[1])), Number(arguments[0]) * sign, unit, GrainOf(arguments[1]));
    }

    /// <summary><c>earlier(n, unit)</c>, <c>later(n, unit)</c>: counted from the date before it in the text, as exact as that is.</summary>
    public static Meaning? FromPrevious(ValueScope scope, Meaning?[] arguments, int sign)
    {
        if (Vague(arguments, sign) is { } vague) return vague;
        Grain grain = GrainOf(arguments[1]);
        Meaning previous = scope.PreviousFor(grain);
        if (previous is Moment { Grain: Grain.Quarter or Grain.Month } moment && moment.Grain < grain) grain = moment.Grain;
        return Count(previous, Number(arguments[0]) * sign, ValueFunctions.Unit(arguments[1]), grain);
    }

    /// <summary><c>shift(time, n, unit)</c>: a time moved, at its own size.</summary>
    public static Meaning? Shift(ValueScope scope, Meaning?[] arguments) =>
        arguments[0] is Moment moment ? Count(moment, Number(arguments[1]), ValueFunctions.Unit(arguments[2]), moment.Grain) : null;

    private static Meaning? Around(Meaning from, Meaning? unit, Meaning? steps)
    {
        if (from is not Moment moment) return from;
        Moment holder = CalendarUnits.Containing(moment.Start, GrainOf(unit));
        decimal count = Number(steps ?? new Amount(0));
        bool endsToday = holder.Grain == Grain.Week && moment is { Grain: Grain.Day, Start.DayOfWeek: IsoDayOfWeek.Sunday };
        if (endsToday && count < 0) count++; // on a Sunday, last week is the one that ends with it
        return Count(holder, count, ValueFunctions.Unit(unit), holder.Grain);
    }

    private static Meaning? Count(Meaning from, decimal count, string unit, Grain grain)
    {
        if (from is not Moment moment) return from;
        if (CalendarUnits.IsClock(unit)) return null;
        return CalendarUnits.Plus(moment.Start, count, unit) is { } day ? CalendarUnits.Containing(day, grain) : null;
    }

    /// <summary>An unknown number of units, or hours and minutes, only say that the time is past or to come.</summary>
    private static PlainValue? Vague(Meaning?[] arguments, int sign) =>
        arguments[0] is Amount { Number: null } || CalendarUnits.IsClock(ValueFunctions.Unit(arguments[1])) ? new(sign < 0 ? "PAST_REF" : "FUTURE_REF") : null;

    private static decimal Number(Meaning? argument) => argument is Amount { Number: { } number } ? number : ValueFunctions.Whole(argument) ?? 1;

    private static Grain GrainOf(Meaning? unit) => CalendarUnits.GrainOf(ValueFunctions.Unit(unit));
}
