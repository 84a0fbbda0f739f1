using System.Collections.Immutable;
using Dragoman.Language;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>What a step of a path looks for.</summary>
internal enum Seek
{
    /// <summary>A UD relation, downwards or (as the first step after <c>&lt;</c>) upwards.</summary>
    Relation,

    /// <summary>Any relation: <c>*:with</c>.</summary>
    Any,

    /// <summary>Who does it, whatever the voice; inherited through xcomp, conj, advcl and relative clauses.</summary>
    Agent,

    /// <summary>What is done or undergoes it: the object of an active verb, the subject of a passive one, the noun a participle modifies.</summary>
    Patient,

    /// <summary>The grammatical subject, inherited like the agent.</summary>
    Subject,

    /// <summary>A place named under <c>where</c>.</summary>
    Named,

    /// <summary>The trigger itself.</summary>
    Trigger,

    /// <summary>Who says it: the source of the innermost attribution around the trigger.</summary>
    Speaker,

    /// <summary>A date or time of day in the trigger's clause.</summary>
    Time,

    /// <summary>A length of time in the trigger's clause.</summary>
    Duration,

    /// <summary>Either.</summary>
    When,

    /// <summary>A place that the trigger or its clause is said to be in.</summary>
    Place,

    /// <summary>The trigger's clause.</summary>
    Clause,

    /// <summary>The trigger with its complements, without its subject: "host the talks".</summary>
    Predicate,

    /// <summary>The trigger's clause without the trigger's own phrase.</summary>
    Rest,

    /// <summary>The trigger's sentence.</summary>
    Sentence,
}

/// <summary>What a filler must be. One of its alternatives is enough.</summary>
internal sealed record Filter(ImmutableArray<Test> Tests);

internal enum TestKind
{
    Class, Word, Upos, Actor, Time, Duration, Number, Clause, Speaker, Purpose, Ongoing,
}

internal sealed record Test(TestKind Kind, bool Negated)
{
    public ClassSet Classes { get; init; }

    public string Word { get; init; } = "";

    public Upos Upos { get; init; }
}

/// <summary>One step of a path: <c>&lt; acl</c>, <c>obl:with[actor]</c>, <c>truce</c>.</summary>
/// <param name="Up">Whether the step goes from a word to its head.</param>
/// <param name="Name">The relation, or the name given under <c>where</c>.</param>
/// <param name="Marker">What stands after the colon: a subtype of the relation, or the preposition or conjunction that marks it; or null.</param>
internal sealed record Step(Seek Seek, bool Up, string Name, string? Marker, ImmutableArray<Filter> Filters);

/// <summary>A way through the tree from the trigger to a filler: steps one after the other.</summary>
/// <param name="Steps">In order, at least one.</param>
/// <param name="Text">As the rule writes it.</param>
internal sealed record RolePath(ImmutableArray<Step> Steps, string Text);

/// <summary>Alternatives in order of preference; the first that leads somewhere is taken.</summary>
internal sealed record Alternatives(ImmutableArray<RolePath> Paths);

/// <summary>Where a role's fillers are looked for: each part may give some (<c>agent + obl:with</c>).</summary>
internal sealed record Lookup(ImmutableArray<Alternatives> Parts)
{
    /// <summary>As the rule writes it.</summary>
    public override string ToString() => string.Join(" + ", Parts.Select(part => string.Join(" | ", part.Paths.Select(path => path.Text))));
}
