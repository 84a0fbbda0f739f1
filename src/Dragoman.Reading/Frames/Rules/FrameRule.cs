using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>A compiled rule: what evokes a record, what must and must not be there, and what fills its slots.</summary>
internal sealed record FrameRule
{
    /// <summary>Its place: <c>en/frames/ceasefire.yml#declare</c>.</summary>
    public required string Id { get; init; }

    /// <summary>File and line: <c>lang/en/frames/ceasefire.yml:7</c>.</summary>
    public required string Place { get; init; }

    public required FindingKind Kind { get; init; }

    /// <summary>Position in the language's rules; of two rules for the same words, the earlier wins.</summary>
    public required int Order { get; init; }

    /// <summary>The words and phrases that trigger it; <c>@class</c> for all words of a class.</summary>
    public required ImmutableArray<string> Triggers { get; init; }

    /// <summary>Parts of speech that the trigger may have; empty for any.</summary>
    public ImmutableArray<Upos> Upos { get; init; } = [];

    public required ImmutableArray<Condition> Where { get; init; }

    public required ImmutableArray<Lookup> Unless { get; init; }

    public required ImmutableArray<SlotRule> Slots { get; init; }

    /// <summary>Set when the rule itself says what the text commits to.</summary>
    public Factuality? Factuality { get; init; }

    /// <summary>The place under <c>where</c> at which the commitment is read, when it is not the trigger ("held" of "held talks").</summary>
    public string? FactualityOf { get; init; }

    /// <summary>The class of words for people who stand for a party ("officials"): the party fills an actor slot, if the text names it. Empty for none.</summary>
    public ClassSet Delegates { get; init; }

    public required ImmutableArray<RuleExample> Examples { get; init; }

    /// <summary>Whether the word has a part of speech that the rule's trigger may have.</summary>
    public bool Accepts(Token trigger) => Upos.IsEmpty || Upos.Contains(trigger.Upos);

    public string ShortId => Id[(Id.IndexOf('#', StringComparison.Ordinal) + 1)..];
}

/// <summary>What must be there, with the name by which paths refer to it.</summary>
internal sealed record Condition(string Name, Lookup Lookup);

/// <summary>How a slot is filled: by a path, by a fixed word, or by a word that depends on something else.</summary>
internal sealed record SlotRule(SlotSchema Slot)
{
    public Lookup? Lookup { get; init; }

    /// <summary>The word, if the choices give none.</summary>
    public string? Constant { get; init; }

    /// <summary>In order; the first that gives a word has it.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];
}

/// <summary>What the choice of a word hangs on.</summary>
internal enum ChoiceBasis
{
    /// <summary>The frame's factuality.</summary>
    Factuality,

    /// <summary>The likelihood that the trigger's phrase expresses (<c>probability.tsv</c>).</summary>
    Probability,

    /// <summary>The words of another slot or of a place named under <c>where</c>.</summary>
    Filler,

    /// <summary>Whether a path leads somewhere, and to what word.</summary>
    Path,
}

/// <summary>A word chosen by what the text says: <c>{ by: content, ceasefire: "@ceasefire", other: "*" }</c>.</summary>
/// <param name="Basis">What the choice hangs on.</param>
/// <param name="Of">The slot or the name whose words decide, for <see cref="ChoiceBasis.Filler"/>.</param>
/// <param name="Options">In order; the first that holds is taken.</param>
internal sealed record Choice(ChoiceBasis Basis, string Of, ImmutableArray<Option> Options)
{
    /// <summary>For <see cref="ChoiceBasis.Path"/>.</summary>
    public Lookup? Lookup { get; init; }
}

/// <summary>A word and when it is taken: the factuality, or the classes of words (none for always).</summary>
internal sealed record Option(string Word, Factuality? When, ClassSet Classes);

internal enum ExampleKind
{
    /// <summary>The rule must fire and fill its slots like this.</summary>
    Shows,

    /// <summary>The rule must not fire.</summary>
    Not,

    /// <summary>A known miss: it is counted, not required.</summary>
    Todo,
}

/// <summary>A sentence with what stands in brackets filling the slot named after it: <c>[Norland]{by} declared a truce.</c></summary>
internal sealed record RuleExample(ExampleKind Kind, string File, int Line, int Column, string Text, ImmutableArray<ExampleSlot> Slots);

/// <param name="Span">In <see cref="RuleExample.Text"/>.</param>
internal sealed record ExampleSlot(TextSpan Span, string Slot);
