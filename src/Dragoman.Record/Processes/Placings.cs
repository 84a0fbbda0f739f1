using System.Collections.Immutable;

namespace Dragoman.Record.Processes;

/// <summary>Why something is placed where it is.</summary>
public enum PlacingReason
{
    /// <summary>An actor of the reading belongs to a side; what: its id.</summary>
    Actor,

    /// <summary>A side is named; what: its id.</summary>
    Party,

    Place,

    Word,

    /// <summary>A record without a sign of its own goes where its document does.</summary>
    Document,

    /// <summary>A person decided so; what: their name.</summary>
    Person,
}

/// <summary>A reason with what it rests on, and how often that occurs.</summary>
public sealed record PlacingSign(PlacingReason Reason, string What, int Count);

/// <summary>That a document belongs to a process, and why.</summary>
/// <param name="Weight">How much speaks for it; the process with the most is the document's first.</param>
public sealed record Membership(string Process, int Weight, ImmutableArray<PlacingSign> Signs);

/// <summary>Where a record of a document is filed.</summary>
/// <param name="Process">Key of the process; null where it is left aside.</param>
/// <param name="IsElsewhere">Whether that is not where its document is filed first.</param>
public sealed record RecordPlace(string? Process, bool IsElsewhere, ImmutableArray<PlacingSign> Signs);

/// <summary>Where a document and its records are filed.</summary>
/// <param name="Memberships">The processes that it belongs to, the weightiest first; none where it is left aside.</param>
/// <param name="Records">By record id.</param>
public sealed record DocumentPlaces(ImmutableArray<Membership> Memberships, ImmutableDictionary<string, RecordPlace> Records)
{
    public bool BelongsTo(string process) => Memberships.Any(m => m.Process == process);

    /// <summary>Whether the document or one of its records is filed under the process.</summary>
    public bool Touches(string process) => BelongsTo(process) || Records.Values.Any(r => r.Process == process);
}
