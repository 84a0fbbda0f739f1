using System.Collections.Immutable;

namespace Dragoman.Reading.Events;

/// <summary>Where a condition of a pattern looks.</summary>
internal enum EventPlace
{
    /// <summary><c>obj</c>: what the act is done to, in either voice.</summary>
    Object,

    /// <summary><c>subj</c>: who does it, in either voice.</summary>
    Subject,

    /// <summary><c>inf</c>: an infinitive or predicate complement ("agreed to <c>meet</c>", "found guilty").</summary>
    Infinitive,

    /// <summary><c>clause</c>: a finite complement clause, by its predicate, auxiliaries and their complements.</summary>
    Clause,

    /// <summary><c>mod</c>: an adjective, adverb or compound part of the word itself.</summary>
    Modifier,

    /// <summary>A preposition: what it governs.</summary>
    Marker,
}

/// <summary>A condition: something stands at a place, one of these words if any are given; or, negated, it does not.</summary>
/// <param name="Marker">The preposition, for <see cref="EventPlace.Marker"/>.</param>
/// <param name="Words">Lemmas, forms, and pairs of a modifier and its head; null for anything.</param>
internal sealed record EventCondition(EventPlace Place, string Marker, bool IsNegated, EventWords? Words);

/// <summary>The parts of speech that evoke events.</summary>
internal enum EventPos
{
    Verb, Noun, Adj,
}

/// <summary>A line of <c>lexicon.tsv</c>: a word in its surroundings that evokes a root type.</summary>
internal sealed record EventPattern
{
    /// <summary>The lemma.</summary>
    public required string Word { get; init; }

    /// <summary>Particles that belong to it ("call <c>off</c>").</summary>
    public required ImmutableArray<string> Particles { get; init; }

    public required EventPos Pos { get; init; }

    public required ImmutableArray<EventCondition> With { get; init; }

    public required PloverRoot Root { get; init; }

    public string? Mode { get; init; }

    /// <summary>Its place: <c>en/events/lexicon.tsv#12</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Of the patterns that hold, the one that asks for most wins, then the earlier.</summary>
    public int Weight => (4 * Particles.Length) + With.Sum(condition => condition.IsNegated ? 1 : condition.Words is null ? 2 : 4);

    /// <summary>Whether the words of the object decide what the act is ("lifted the <c>ban</c>"): the object is then not whom the act is done to.</summary>
    public bool NamesObject => With.Any(condition => condition is { Place: EventPlace.Object, Words: not null, IsNegated: false });
}
