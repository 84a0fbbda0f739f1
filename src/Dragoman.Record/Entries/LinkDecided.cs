namespace Dragoman.Record.Entries;

/// <summary>
/// A person's decision that two things of the record belong together in some way, or do not. It changes neither of them: what is linked
/// is shown together, and a later decision takes the link back.
/// </summary>
public sealed record LinkDecided : Entry
{
    public required LinkRelation Relation { get; init; }

    /// <summary>An end in <see cref="Entry.Document"/>.</summary>
    public required LinkEnd From { get; init; }

    public required LinkEnd To { get; init; }

    public required LinkStatus Status { get; init; }

    /// <summary>
    /// Id of the entry that the person saw as the link's last decision; null for none. If another has come since, this one is refused as
    /// a conflict.
    /// </summary>
    public string? After { get; init; }

    public string? Note { get; init; }
}

/// <summary>What is linked: a record or an actor of a document, or the document itself if neither is given.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Record">Id of the record.</param>
/// <param name="Actor">What holds the actor together within and across documents; see <see cref="Views.ActorKey"/>.</param>
public sealed record LinkEnd(string Document, string? Record = null, string? Actor = null);

/// <summary>How two things belong together. The first four are the same from both ends.</summary>
public enum LinkRelation
{
    /// <summary>Two documents with largely the same text: a syndicated or shortened copy.</summary>
    Copy,

    /// <summary>Two records tell of one thing, or two actors are one.</summary>
    Same,

    /// <summary>Both cannot be so.</summary>
    Contradicts,

    /// <summary>Figures or answers that differ without excluding each other: other days, another scope, a view changed since.</summary>
    Differs,

    /// <summary>A response to a proposal.</summary>
    Answers,

    /// <summary>A later act in the life of the ceasefire that the other record declares: extension, claim of a breach, end.</summary>
    Continues,
}

/// <summary>What a person decided about a link.</summary>
public enum LinkStatus
{
    /// <summary>Not decided, or a decision taken back: what the program proposes stands.</summary>
    Open,

    /// <summary>The link holds: for actors, they are the same.</summary>
    Confirmed,

    /// <summary>The link does not hold: for actors, they are distinct.</summary>
    Rejected,
}
