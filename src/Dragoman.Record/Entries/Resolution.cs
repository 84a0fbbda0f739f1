using System.Collections.Immutable;

namespace Dragoman.Record.Entries;

/// <summary>How something that lay ahead when it was recorded turned out, as a person judges it by the records cited.</summary>
public abstract record Resolution : Entry
{
    private protected Resolution()
    {
    }

    /// <summary>Id of the record that is resolved, in <see cref="Entry.Document"/>.</summary>
    public required string Record { get; init; }

    /// <summary>
    /// Id of the resolution that the person saw as the record's last; null for none. If another has come since, this one is refused as a
    /// conflict.
    /// </summary>
    public string? After { get; init; }

    /// <summary>Ids of the records, of any document, that it rests on.</summary>
    public required ImmutableArray<string> Cites { get; init; }

    public string? Note { get; init; }
}

/// <summary>How a forecast turned out.</summary>
public sealed record ForecastResolved : Resolution
{
    public required ForecastOutcome Outcome { get; init; }
}

/// <summary>How a meeting, a deadline or another dated plan turned out.</summary>
public sealed record PlanSettled : Resolution
{
    public required PlanState State { get; init; }

    /// <summary>The day to which it was moved, as precise as known (ISO 8601); only with <see cref="PlanState.Moved"/>.</summary>
    public string? MovedTo { get; init; }
}

/// <summary>The answers to a forecast; only <see cref="Yes"/> and <see cref="No"/> are scored.</summary>
public enum ForecastOutcome
{
    /// <summary>Not resolved, or a resolution taken back.</summary>
    Open,

    Yes,

    No,

    Partly,

    /// <summary>The condition of the forecast was not met.</summary>
    Unmet,

    /// <summary>It cannot be judged.</summary>
    Unclear,
}

public enum PlanState
{
    /// <summary>Not decided, or a decision taken back.</summary>
    Open,

    /// <summary>It came about: the meeting was held, the demand fulfilled in time.</summary>
    Met,

    /// <summary>Its day passed without it.</summary>
    Lapsed,

    Moved,

    Cancelled,
}
