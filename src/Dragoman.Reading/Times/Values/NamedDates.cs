using NodaTime;

namespace Dragoman.Reading.Times.Values;

/// <summary>Weekdays, months, seasons and feasts: names that come back, so that the year or week must be found.</summary>
internal static class NamedDates
{
    /// <summary><c>weekday(d, mode)</c>; <c>before</c> and <c>after</c> count from the date before it in the text. Without a tense, news speaks of the past.</summary>
    public static Meaning? Weekday(ValueScope scope, Meaning?[] arguments)
    {
        if (ValueFunctions.Whole(arguments[0]) is not (>= 1 and <= 7 and int weekday)) return null;
        string mode = ValueFunctions.Mode(arguments[1]);
        Meaning from = mode is "before" or "after" ? scope.PreviousFor(Grain.Day) : scope.ReferenceFor(Grain.Day);
        if (from is not Moment { Start: var day }) return from;
        if (mode == "before") mode = "last";
        if (mode == "after") mode = "next";
        LocalDate monday = day.PlusDays(1 - (int)day.DayOfWeek);
        Moment[] candidates = [.. Enumerable.Range(-2, 5).Select(week => new Moment(monday.PlusDays((week * 7) + weekday - 1), Grain.Day))];
        return ValueScope.Choose(candidates, day, mode, () => scope.Tense, "past");
    }

    /// <summary><c>weekend(mode)</c>.</summary>
    public static Meaning? Weekend(ValueScope scope, Meaning?[] arguments)
    {
        if (scope.ReferenceFor(Grain.Weekend) is not Moment { Start: var day } from) return scope.ReferenceFor(Grain.Weekend);
        Moment holder = CalendarUnits.Containing(from.Start, Grain.Weekend);
        Moment[] candidates = [.. Enumerable.Range(-2, 5).Select(week => holder with { Start = holder.Start.PlusDays(week * 7) })];
        return ValueScope.Choose(candidates, day, ValueFunctions.Mode(arguments[0]), () => scope.Tense, "past");
    }

    /// <summary><c>month(m, year or mode)</c>.</summary>
    public static Meaning? Month(ValueScope scope, Meaning?[] arguments) => ValueFunctions.Whole(arguments[0]) is >= 1 and <= 12 and int month
        ? InYear(scope, arguments[1], Grain.Month, "near", year => new(new(year, month, 1), Grain.Month)) : null;

    /// <summary><c>day(m, d, year or mode)</c>: without a year and a tense the nearest.</summary>
    public static Meaning? Day(ValueScope scope, Meaning?[] arguments)
    {
        if (ValueFunctions.Whole(arguments[0]) is not (>= 1 and <= 12 and int month) || ValueFunctions.Whole(arguments[1]) is not (>= 1 and int day)) return null;
        const int LeapYear = 2000;
        if (day > CalendarSystem.Iso.GetDaysInMonth(LeapYear, month)) return null;
        return InYear(scope, arguments[2], Grain.Month, "near", year => day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new(new(year, month, day), Grain.Day) : null);
    }

    /// <summary><c>quarter(n, year or mode)</c>, <c>half(n, year or mode)</c>.</summary>
    public static Meaning? PartOfYear(ValueScope scope, Meaning?[] arguments, Grain grain)
    {
        int parts = grain == Grain.Quarter ? 4 : 2;
        if (ValueFunctions.Whole(arguments[0]) is not (>= 1 and int number) || number > parts) return null;
        return InYear(scope, arguments[1], grain, "begun", year => new(new(year, ((number - 1) * 12 / parts) + 1, 1), grain));
    }

    /// <summary><c>season(s, year or mode)</c>.</summary>
    public static Meaning? Season(ValueScope scope, Meaning?[] arguments) => Seasons.MonthOf(ValueFunctions.Unit(arguments[0])) is > 0 and int month
        ? InYear(scope, arguments[1], Grain.Season, "past", year => new(new(year, month, 1), Grain.Season)) : null;

    /// <summary><c>feast(f, year or mode)</c>: a named day, by its rule in <c>feasts.tsv</c>; without a year and a tense the nearest.</summary>
    public static Meaning? Feast(ValueScope scope, Meaning?[] arguments) => Feasts.Parse(ValueFunctions.Unit(arguments[0])) is { } feast
        ? InYear(scope, arguments[1], Grain.Day, "near", feast.InYear) : null;

    /// <summary>The member of a yearly series: of the year given, or of those around the document's date the one that the mode takes.</summary>
    private static Meaning? InYear(ValueScope scope, Meaning? which, Grain grain, string otherwise, Func<int, Moment?> inYear)
    {
        if (which is Moment { Grain: Grain.Year } given) return inYear(given.Start.Year);
        string mode = ValueFunctions.Mode(which);
        Meaning from = mode is "before" or "after" ? scope.PreviousFor(grain) : scope.ReferenceFor(grain);
        if (from is not Moment { Start: var day }) return from;
        if (mode is "before" or "after") mode = mode == "before" ? "past" : "future";
        const int Around = 2;
        List<Moment> candidates = [];
        for (int year = Math.Max(1, day.Year - Around); year <= Math.Min(9999, day.Year + Around); year++)
            if (inYear(year) is { } moment) candidates.Add(moment);
        return ValueScope.Choose(candidates, day, mode, () => scope.Tense, otherwise);
    }
}
