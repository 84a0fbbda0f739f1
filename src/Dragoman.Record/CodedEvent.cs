using System.Collections.Immutable;

namespace Dragoman.Record;

/// <summary>An event in the terms of PLOVER: who did what kind of thing to whom, as one passage tells it.</summary>
public sealed record CodedEvent
{
    /// <summary><c>E1</c>, <c>E2</c> … within the document.</summary>
    public required string Id { get; init; }

    /// <summary>The root type: <c>RETREAT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The mode, where it is clear: <c>ceasefire</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>The quad class: <c>verbal-cooperation</c>, <c>material-cooperation</c>, <c>verbal-conflict</c> or <c>material-conflict</c>.</summary>
    public required string Quad { get; init; }

    /// <summary>Ids of the actors that do it.</summary>
    public required ImmutableArray<string> Source { get; init; }

    /// <summary>Ids of the actors to whom it is done.</summary>
    public required ImmutableArray<string> Target { get; init; }

    public required Passage Anchor { get; init; }

    public required Passage Evidence { get; init; }

    /// <summary>Id of the record that it is the code of; null when only the clause tells it.</summary>
    public string? Record { get; init; }

    /// <summary>The line of the lexicon or of the table of records that gave it.</summary>
    public string? Rule { get; init; }
}
