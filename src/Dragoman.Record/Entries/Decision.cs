using System.Collections.Immutable;

namespace Dragoman.Record.Entries;

/// <summary>What a reviewer decided about a record.</summary>
public abstract record Decision : Entry
{
    private protected Decision()
    {
    }

    public required string Record { get; init; }

    /// <summary>
    /// Id of the entry that the reviewer saw as the record's last. If another has come since, the decision is refused as a conflict,
    /// so that nobody overrules what they have not seen.
    /// </summary>
    public required string After { get; init; }

    public string? Note { get; init; }
}

public sealed record RecordConfirmed : Decision;

public sealed record RecordRejected : Decision
{
    public required RejectionScope Scope { get; init; }
}

/// <summary>Confirmed with corrections; the content replaces the draft's.</summary>
public sealed record RecordAmended : Decision
{
    public required RecordContent Content { get; init; }

    /// <summary>Actors that the content refers to and that the reading lacks, named by the reviewer; null for none.</summary>
    public ImmutableArray<Actor>? Actors { get; init; }
}

/// <summary>The record says what another says; that one stays, this one no longer counts.</summary>
public sealed record RecordMerged : Decision
{
    /// <summary>Id of the record of the same document that stays.</summary>
    public required string Into { get; init; }
}

/// <summary>Takes the record's last decision back; the one before it holds again.</summary>
public sealed record DecisionWithdrawn : Decision;

/// <summary>How far a rejection reaches: the drafts that the same rule makes of the same words.</summary>
public enum RejectionScope
{
    /// <summary>This record alone.</summary>
    Record,

    /// <summary>Those of this document too.</summary>
    Document,

    /// <summary>Those of every document, also of documents filed later.</summary>
    Ledger,
}
