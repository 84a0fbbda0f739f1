using System.Collections.Immutable;

namespace Dragoman.Record.Entries;

/// <summary>
/// Takes back earlier entries of one document. They stay in the ledger and are still there as of an earlier moment, but from here on they
/// do not count. A retraction is an entry like any other: retracting it brings back what it took away.
/// </summary>
public sealed record EntriesRetracted : Entry
{
    /// <summary>
    /// Ids of the entries taken back, in ledger order, at least one: the filing of the document, readings, drafts, decisions or
    /// earlier retractions.
    /// </summary>
    public required ImmutableArray<string> Retracts { get; init; }

    /// <summary>Id of the document's retraction before this one; null for the first. It tells apart two that take back the same.</summary>
    public string? After { get; init; }

    public string? Note { get; init; }
}
