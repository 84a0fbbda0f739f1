using System.Collections.Immutable;
using System.Globalization;

namespace Dragoman.Reading.Times.Values;

/// <summary>What a rule says its expression means: <c>weekday(d, last)</c>, <c>part(weekday(d), p)</c>, <c>PAST_REF</c>.</summary>
internal abstract record ValueExpression
{
    /// <summary>A number in the rule.</summary>
    public sealed record Number(decimal Value) : ValueExpression;

    /// <summary>A code in the rule: a unit, a mode; in capitals with an underline, a finished value.</summary>
    public sealed record Word(string Text) : ValueExpression;

    /// <summary>A capture of the pattern; null where an optional part was not there.</summary>
    public sealed record Capture(int Slot) : ValueExpression;

    public sealed record Call(ValueFunction Function, ImmutableArray<ValueExpression> Arguments) : ValueExpression;
}

/// <summary>A value expression that cannot be read, with the reason for the author of the rule.</summary>
internal sealed class ValueException(string message) : Exception(message);

/// <summary>Reads value expressions: calls of <see cref="ValueFunctions"/>, captures by name, numbers and codes.</summary>
internal sealed class ValueParser(string source, ImmutableArray<string> slots)
{
    private int _at;

    /// <exception cref="ValueException">The expression is malformed, or calls a function that there is not.</exception>
    public static ValueExpression Parse(string source, ImmutableArray<string> slots)
    {
        ValueParser parser = new(source, slots);
        ValueExpression expression = parser.ParseExpression();
        return parser.Peek() == '\0' ? expression : throw new ValueException($"'{source[parser._at..]}' where nothing was expected");
    }

    private ValueExpression ParseExpression()
    {
        Peek();
        int start = _at;
        while (_at < source.Length && (char.IsLetterOrDigit(source[_at]) || source[_at] is '_' or '-' or '.')) _at++;
        string name = source[start.._at];
        if (name.Length == 0) throw new ValueException("the value expression ends too early");
        if (Peek() == '(') return ParseCall(name);
        if (decimal.TryParse(name, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)) return new ValueExpression.Number(number);
        int slot = slots.IndexOf(name);
        if (slot >= 0) return new ValueExpression.Capture(slot);
        bool isCode = name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
        return isCode || ValueFunctions.Modes.Contains(name) ? new ValueExpression.Word(name) : throw new ValueException($"'{name}' is no capture of the pattern, and no mode");
    }

    private ValueExpression.Call ParseCall(string name)
    {
        if (!ValueFunctions.All.TryGetValue(name, out ValueFunction? function))
        {
            string? near = Language.Packs.Nearest.To(name, ValueFunctions.All.Keys);
            throw new ValueException($"unknown function '{name}'" + (near is null ? "" : $"; did you mean '{near}'?"));
        }

        ImmutableArray<ValueExpression>.Builder arguments = ImmutableArray.CreateBuilder<ValueExpression>();
        do
        {
            _at++;
            if (Peek() != ')') arguments.Add(ParseExpression());
        }
        while (Peek() == ',');
        if (Peek() != ')') throw new ValueException("')' is missing");
        _at++;
        if (arguments.Count < function.Least || arguments.Count > function.Most)
            throw new ValueException(string.Create(CultureInfo.InvariantCulture, $"'{name}' takes {function.Least} to {function.Most} arguments, not {arguments.Count}"));
        return new(function, arguments.ToImmutable());
    }

    private char Peek()
    {
        while (_at < source.Length && source[_at] == ' ') _at++;
        return _at < source.Length ? source[_at] : '\0';
    }
}
