using System.Collections.Immutable;
using Dragoman.Reading.Times.Patterns;
using Dragoman.Reading.Times.Values;
using Dragoman.Record;

namespace Dragoman.Reading.Times.Rules;

/// <summary>A rule: how an expression looks and what it means.</summary>
/// <param name="Id">Its place: <c>en/timex/weekday.yml#last-weekday</c>.</param>
/// <param name="Type">Null for a rule that finds what is no time (an age, a count), so that no other rule takes it for one.</param>
internal sealed record TimexRule(string Id, Pattern Pattern, TimexType? Type, ValueExpression? Value)
{
    public ImmutableArray<TimexExample> Examples { get; init; } = [];

    /// <summary>Texts in which the rule must find nothing.</summary>
    public ImmutableArray<string> Not { get; init; } = [];
}

/// <summary>What a rule must find.</summary>
/// <param name="Text">A text with the expression in square brackets.</param>
/// <param name="Published">The document's date, or null.</param>
/// <param name="Value">The value; null if it cannot be told.</param>
internal sealed record TimexExample(string Text, string? Published, string? Value);
