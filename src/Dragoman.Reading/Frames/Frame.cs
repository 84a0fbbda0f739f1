using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Frames;

/// <summary>A rule that matched: which words evoke a record, and what fills its roles.</summary>
public sealed record Frame
{
    /// <summary>The rule's place: <c>en/frames/ceasefire.yml#declare-1</c>.</summary>
    public required string Rule { get; init; }

    public required FindingKind Kind { get; init; }

    /// <summary>The token that triggered the rule.</summary>
    public required int Trigger { get; init; }

    public required TextSpan Anchor { get; init; }

    public required TextSpan Evidence { get; init; }

    public Factuality? Factuality { get; init; }

    /// <summary>Index in the document's attributions, when the frame lies within what somebody says.</summary>
    public int? Attribution { get; init; }

    /// <summary>Slot name to filler; each name is a slot of the kind.</summary>
    public required ImmutableArray<Role> Roles { get; init; }
}

/// <summary>What fills a slot: exactly the property that the slot's type asks for is set.</summary>
public sealed record Role(string Slot)
{
    public ImmutableArray<Mention> Actors { get; init; } = [];

    /// <summary>Index in the document's times.</summary>
    public int? Time { get; init; }

    public TextSpan? Text { get; init; }

    public string? Word { get; init; }

    public long? Number { get; init; }
}
