using System.Collections.Immutable;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.World;

/// <summary>Somebody that <c>world/actors</c> knows.</summary>
public sealed record WorldActor
{
    public required string Id { get; init; }

    public required ActorKind Kind { get; init; }

    /// <summary>Whether it is a news organisation: listed in <c>world/actors/media.yml</c>.</summary>
    public bool IsOutlet { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of allegiance, if any.</summary>
    public string? Country { get; init; }

    /// <summary><c>m</c> or <c>f</c>, for persons; used only against a pronoun that cannot be meant.</summary>
    public string? Gender { get; init; }

    /// <summary>In the language of the reading; the first is the usual one.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>The name by which a text calls a person for short, folded.</summary>
    public string? Surname { get; init; }

    public ImmutableArray<Tenure> Offices { get; init; } = [];
}
