using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Storage.Export;

/// <summary>How certain an entry of a calendar is (RFC 5545, 3.8.1.11).</summary>
public enum IcalStatus
{
    Tentative, Confirmed, Cancelled,
}

/// <summary>An entry of a calendar: whole days, as news gives them, or an hour of the first day in local time where that is known.</summary>
public sealed record IcalEvent
{
    /// <summary>The same for ever, so that a calendar program replaces what it holds: a record's id.</summary>
    public required string Uid { get; init; }

    /// <summary>When the ledger last learnt of it.</summary>
    public required Instant Stamp { get; init; }

    /// <summary>How often it was revised; a program takes the higher one.</summary>
    public int Sequence { get; init; }

    /// <summary>First and last day, both included.</summary>
    public required DateInterval Days { get; init; }

    /// <summary>When on the first day it begins, in the time of the place; null where only the day is known.</summary>
    public LocalTime? At { get; init; }

    public required string Summary { get; init; }

    public string? Description { get; init; }

    public string? Location { get; init; }

    public Uri? Url { get; init; }

    public IcalStatus Status { get; init; } = IcalStatus.Tentative;

    public ImmutableArray<string> Categories { get; init; } = [];
}
