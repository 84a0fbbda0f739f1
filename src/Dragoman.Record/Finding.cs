using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dragoman.Record;

/// <summary>The ten kinds of record that a reading holds.</summary>
public enum FindingKind
{
    Ceasefire, Violation, Proposal, Response, Condition, Meeting, Ultimatum, Agreement, Forecast, Novelty,
}

/// <summary>The text's own commitment to an event.</summary>
public enum Factuality
{
    Actual, Planned, Possible, Conditional, Denied,
}

/// <summary>
/// A record as one passage shows it. Its slots are those that <see cref="FindingSchema"/> gives its kind;
/// an absent slot is unknown.
/// </summary>
public sealed record Finding
{
    /// <summary><c>R1</c>, <c>R2</c> … within the document.</summary>
    public required string Id { get; init; }

    public required FindingKind Kind { get; init; }

    /// <summary>The word or short phrase that evokes the record.</summary>
    public required Passage Anchor { get; init; }

    /// <summary>The sentence or clause that shows it.</summary>
    public required Passage Evidence { get; init; }

    /// <summary>Id of the statement it is taken from, when somebody in the text claims it rather than the outlet.</summary>
    public string? Statement { get; init; }

    /// <summary>Null for forecasts, ultimatums and novelty claims, which carry none.</summary>
    public Factuality? Factuality { get; init; }

    /// <summary>In the schema's order; each slot at most once.</summary>
    public required ImmutableArray<Slot> Slots { get; init; }

    /// <summary>The rule's place: <c>en/frames/ceasefire.yml#declare-1</c>.</summary>
    public string? Rule { get; init; }

    public string? Why { get; init; }

    public SlotValue? this[string slot] => Slots.FirstOrDefault(s => s.Name == slot)?.Value;
}

/// <summary>A named slot with its value.</summary>
public sealed record Slot(string Name, SlotValue Value);

/// <summary>The value of a slot; which of the five kinds is set by <see cref="FindingSchema"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Actors), "actors")]
[JsonDerivedType(typeof(Time), "time")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Word), "word")]
[JsonDerivedType(typeof(Number), "number")]
public abstract record SlotValue
{
    private SlotValue()
    {
    }

    /// <summary>Actor ids, at least one, in text order.</summary>
    public sealed record Actors(ImmutableArray<string> Ids) : SlotValue
    {
        public bool Equals(Actors? other) => other is not null && Ids.SequenceEqual(other.Ids);

        public override int GetHashCode() => Ids.Length;
    }

    /// <summary>A time id.</summary>
    public sealed record Time(string Id) : SlotValue;

    /// <summary>Words of the document.</summary>
    public sealed record Text(Passage Passage) : SlotValue;

    /// <summary>One of the words that the schema allows, or an ISO 8601 duration.</summary>
    public sealed record Word(string Value) : SlotValue;

    public sealed record Number(long Value) : SlotValue;
}
