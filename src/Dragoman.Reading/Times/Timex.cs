using Dragoman.Language;
using Dragoman.Record;
using NodaTime;

namespace Dragoman.Reading.Times;

/// <summary>What the value of a time expression hangs on.</summary>
public enum TimexBasis
{
    Explicit, DocumentDate, OtherTime,
}

/// <summary>A time expression (TIMEX3) and, where it names days, the days it covers.</summary>
public sealed record Timex
{
    public required TextSpan Span { get; init; }

    public required TimexType Type { get; init; }

    /// <summary>TIMEX3 value, or null with the reason in <see cref="Unresolved"/>.</summary>
    public string? Value { get; init; }

    /// <summary>The days that the value covers, both ends included, if it covers days.</summary>
    public DateInterval? Days { get; init; }

    public required TimexBasis Basis { get; init; }

    public string? Unresolved { get; init; }

    /// <summary>The rule's place: <c>en/timex/weekday.yml#last-weekday</c>.</summary>
    public required string Rule { get; init; }
}
