using System.Collections.Frozen;

namespace Dragoman.Reading.Times.Values;

/// <summary>A function of value expressions. It gives null where its arguments name no time (31 June): the expression is then none.</summary>
/// <param name="Least">How many arguments it takes at least.</param>
/// <param name="FirstNeeded">Without a value for any argument from this one up to <paramref name="Least"/> the call has none either.</param>
internal sealed record ValueFunction(int Least, int Most, Func<ValueScope, Meaning?[], Meaning?> Call, int FirstNeeded = 0);

/// <summary>The functions that value expressions are made of, by name; docs/times.md explains each for the author of a rule.</summary>
internal static class ValueFunctions
{
    private static readonly ValueFunction First = new(0, 6, (_, arguments) =>
        arguments.FirstOrDefault(argument => argument is not (null or Unresolved)) ?? arguments.FirstOrDefault(argument => argument is not null));

    public static FrozenDictionary<string, ValueFunction> All { get; } = new Dictionary<string, ValueFunction>(StringComparer.Ordinal)
    {
        ["this"] = new(1, 2, RelativeDates.This),
        ["ago"] = new(2, 2, (scope, a) => RelativeDates.FromReference(scope, a, -1)),
        ["ahead"] = new(2, 2, (scope, a) => RelativeDates.FromReference(scope, a, 1)),
        ["that"] = new(1, 2, RelativeDates.That),
        ["earlier"] = new(2, 2, (scope, a) => RelativeDates.FromPrevious(scope, a, -1)),
        ["later"] = new(2, 2, (scope, a) => RelativeDates.FromPrevious(scope, a, 1)),
        ["shift"] = new(3, 3, RelativeDates.Shift),
        ["weekday"] = new(1, 2, NamedDates.Weekday),
        ["weekend"] = new(0, 1, NamedDates.Weekend),
        ["month"] = new(1, 2, NamedDates.Month),
        ["day"] = new(2, 3, NamedDates.Day),
        ["quarter"] = new(1, 2, (scope, a) => NamedDates.PartOfYear(scope, a, Grain.Quarter)),
        ["half"] = new(1, 2, (scope, a) => NamedDates.PartOfYear(scope, a, Grain.Half)),
        ["season"] = new(1, 2, NamedDates.Season),
        ["feast"] = new(1, 2, NamedDates.Feast),
        ["year"] = new(1, 2, Years.Year),
        ["decade"] = new(1, 2, Years.Decade),
        ["century"] = new(1, 1, Years.Century),
        ["monthOf"] = new(2, 2, Years.MonthOf),
        ["week"] = new(1, 1, Years.WeekOf),
        ["range"] = new(2, 2, Years.Range),
        ["part"] = new(2, 2, TimesOfDay.Part, FirstNeeded: 1),
        ["clock"] = new(2, 5, TimesOfDay.Clock, FirstNeeded: 1),
        ["first"] = First,
        ["duration"] = new(2, 4, Spans.Duration),
        ["unknown"] = new(1, 1, Spans.Unknown),
        ["between"] = new(3, 3, Spans.Between),
        ["every"] = new(2, 2, Spans.Every),
        ["each"] = new(2, 3, Spans.Each),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string None = "none"; // an argument left out

    /// <summary>The codes that tell a function which of several times to take.</summary>
    public static FrozenSet<string> Modes { get; } = FrozenSet.ToFrozenSet(["auto", "past", "future", "last", "next", "near", "before", "after", None], StringComparer.Ordinal);

    /// <summary>What an expression means; null if a capture that it needs is not there. A word in capitals with an underline (<c>PAST_REF</c>) is a finished value.</summary>
    public static Meaning? Evaluate(ValueExpression expression, ValueScope scope, ReadOnlySpan<Meaning?> captures)
    {
        switch (expression)
        {
            case ValueExpression.Number number: return new Amount(number.Value);
            case ValueExpression.Word { Text: None }: return null;
            case ValueExpression.Word word: return word.Text.Contains('_', StringComparison.Ordinal) ? new PlainValue(word.Text) : new Code(word.Text);
            case ValueExpression.Capture capture: return captures[capture.Slot];
            case ValueExpression.Call call: return Evaluate(call, scope, captures);
            default: return null;
        }
    }

    private static Meaning? Evaluate(ValueExpression.Call call, ValueScope scope, ReadOnlySpan<Meaning?> captures)
    {
        Meaning?[] arguments = new Meaning?[call.Function.Most];
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            arguments[i] = Evaluate(call.Arguments[i], scope, captures);
            if (arguments[i] is NoTime || (arguments[i] is Unresolved && call.Function != First)) return arguments[i];
            if (arguments[i] is null && i >= call.Function.FirstNeeded && i < call.Function.Least) return null;
        }

        return call.Function.Call(scope, arguments) ?? (call.Function == First ? null : NoTime.Instance);
    }

    /// <summary>A whole number out of an argument: a number, or a list's code that is one.</summary>
    public static int? Whole(Meaning? argument) => argument switch
    {
        Amount { Number: { } number } when decimal.Truncate(number) == number && Math.Abs(number) < int.MaxValue => (int)number,
        Code code when int.TryParse(code.Text, System.Globalization.CultureInfo.InvariantCulture, out int number) => number,
        _ => null,
    };

    /// <summary>The mode that an argument gives; <c>auto</c> without one.</summary>
    public static string Mode(Meaning? argument) => argument is Code code ? code.Text : "auto";

    public static string Unit(Meaning? argument) => argument is Code code ? code.Text : "";
}
