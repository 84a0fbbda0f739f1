namespace Dragoman.Record.Entries;

/// <summary>A person's decision that a document, or one of its records, belongs to a process or does not.</summary>
public sealed record PlacementDecided : Entry
{
    /// <summary>Id of the record in <see cref="Entry.Document"/>; null for the document as a whole.</summary>
    public string? Record { get; init; }

    /// <summary>Key of the process: the name of its file in <c>world/processes</c>.</summary>
    public required string Process { get; init; }

    public required Placement Placement { get; init; }

    /// <summary>Id of the entry that the person saw as the last decision on this; null for none.</summary>
    public string? After { get; init; }

    public string? Note { get; init; }
}

public enum Placement
{
    /// <summary>Not decided, or a decision taken back: what the program proposes stands.</summary>
    Open,

    Inside,

    Outside,
}
