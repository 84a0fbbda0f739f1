using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions;

/// <summary>A place where the text refers to an actor (or to something that could be one).</summary>
public sealed record Mention
{
    public required TextSpan Span { get; init; }

    /// <summary>The tokens <c>[First, End)</c> of the mention.</summary>
    public required int First { get; init; }

    public required int End { get; init; }

    /// <summary>The token that heads it, to which dependency relations attach.</summary>
    public required int Head { get; init; }

    public required MentionForm Form { get; init; }

    /// <summary>Index in <see cref="Cast.Chains"/>; −1 when it cannot be told whom it means (<see cref="Why"/> says why).</summary>
    public required int Chain { get; init; }

    public bool IsResolved => Chain >= 0;

    /// <summary>Whether it is a pronoun of the first person: whoever speaks (see <see cref="Cast.Spoken"/>).</summary>
    public bool IsFirstPerson { get; init; }

    public bool IsPlural { get; init; }

    /// <summary>Which rule or list gave it, and how it was linked to its chain.</summary>
    public string? Why { get; init; }
}

/// <summary>All mentions of one actor.</summary>
public sealed record Chain
{
    public required ActorKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of allegiance, if any.</summary>
    public string? Country { get; init; }

    public ImmutableArray<string> Roles { get; init; } = [];

    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Its id in <c>world/actors</c>, if known there.</summary>
    public string? World { get; init; }

    /// <summary>Index of the chain of the state for which it speaks by its office, if the text mentions that state.</summary>
    public int? Side { get; init; }
}
