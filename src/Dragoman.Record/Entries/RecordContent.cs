using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dragoman.Record.Entries;

/// <summary>What a record holds: a statement, or a finding of one of the ten kinds.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Said), "statement")]
[JsonDerivedType(typeof(Found), "finding")]
public abstract record RecordContent
{
    private protected RecordContent()
    {
    }

    /// <summary><c>statement</c>, or the kind of the finding: <c>ceasefire</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Its id within its reading: <c>S1</c>, <c>R3</c>.</summary>
    public abstract string LocalId { get; }

    /// <summary>The words by which the record is known: a finding's anchor, a statement's content. At least one.</summary>
    public abstract ImmutableArray<Passage> Anchors { get; }

    /// <summary>Every passage that it cites.</summary>
    public abstract IEnumerable<Passage> Passages { get; }

    public abstract string? Rule { get; }

    public abstract string? Why { get; }

    /// <summary>The stretch that shows it, from the first to the last of its main words, in UTF-16 code units.</summary>
    public (int Start, int End) Extent => (Anchors.Min(p => p.Start), Anchors.Max(p => p.End));
}

public sealed record Said(Statement Statement) : RecordContent
{
    public const string Word = "statement";

    public override string Kind => Word;

    public override string LocalId => Statement.Id;

    [JsonIgnore]
    public override ImmutableArray<Passage> Anchors => Statement.Content;

    [JsonIgnore]
    public override IEnumerable<Passage> Passages =>
        Statement.Content.Concat(new[] { Statement.Source, Statement.Cue, Statement.Venue, Statement.InOtherWords }.OfType<Passage>());

    public override string? Rule => Statement.Rule;

    public override string? Why => Statement.Why;
}

public sealed record Found(Finding Finding) : RecordContent
{
    public override string Kind => Finding.Kind.Word();

    public override string LocalId => Finding.Id;

    [JsonIgnore]
    public override ImmutableArray<Passage> Anchors => [Finding.Anchor];

    [JsonIgnore]
    public override IEnumerable<Passage> Passages =>
        new[] { Finding.Anchor, Finding.Evidence }.Concat(Finding.Slots.Select(s => s.Value).OfType<SlotValue.Text>().Select(t => t.Passage));

    public override string? Rule => Finding.Rule;

    public override string? Why => Finding.Why;
}
