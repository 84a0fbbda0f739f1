using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Views.Boards;

/// <summary>A side of the process: a state, a body or a group; or a person who speaks for none that is known.</summary>
/// <param name="Key">As in addresses: <c>state:RU</c>, or an <see cref="ActorKey"/>.</param>
/// <param name="Name">For people.</param>
public sealed record Party(string Key, string Name);

/// <summary>An office that a person held.</summary>
/// <param name="Title">Its id: <c>foreign-minister</c>.</param>
/// <param name="Of">The state (ISO 3166-1 alpha-2) or the actor's id.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null where it lasts.</param>
public sealed record DatedOffice(string Title, string Of, LocalDate From, LocalDate? To)
{
    public bool Covers(LocalDate day) => From <= day && !(To < day);
}

/// <summary>An actor that the world data know.</summary>
public sealed record KnownActor(string Id, string Name, ActorKind Kind, string? Country)
{
    /// <summary>Whether it is a body of its state: a ministry, an army, a parliament.</summary>
    public bool IsStateBody { get; init; }

    public ImmutableArray<DatedOffice> Offices { get; init; } = [];
}

/// <summary>Tells for which side somebody speaks or acts on a day. Where that is not known they are a side of their own.</summary>
public sealed class PartyTable
{
    private readonly FrozenDictionary<string, KnownActor> _known;
    private readonly FrozenDictionary<string, string> _states;
    private readonly FrozenSet<string> _stateRoles;

    /// <param name="known">The actors of the world data.</param>
    /// <param name="states">Names of states by country code.</param>
    /// <param name="stateRoles">Words for offices of a state, in lower case: <c>foreign minister</c>.</param>
    public PartyTable(IEnumerable<KnownActor> known, IEnumerable<KeyValuePair<string, string>> states, IEnumerable<string> stateRoles)
    {
        _known = known.ToFrozenDictionary(a => a.Id, StringComparer.Ordinal);
        _states = states.ToFrozenDictionary(StringComparer.Ordinal);
        _stateRoles = stateRoles.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public static PartyTable Empty { get; } = new([], [], []);

    public KnownActor? Find(string? world) => world is null ? null : _known.GetValueOrDefault(world);

    /// <summary>The state's name, or its code where none is known.</summary>
    public string StateName(string country) => _states.GetValueOrDefault(country, country);

    /// <summary>The party of a state, or of the actor with this id.</summary>
    public Party Named(string of) => _known.GetValueOrDefault(of) is { } body ? new("world:" + of, body.Name) : State(of);

    /// <param name="actor">Who speaks or acts.</param>
    /// <param name="day">When; null if unknown: then only an office that is still held tells the side.</param>
    /// <returns>Null for somebody who is not named.</returns>
    public Party? Of(Actor actor, LocalDate? day) => actor.Kind switch
    {
        ActorKind.Unnamed => null,
        _ when !actor.Name.Any(char.IsUpper) => null, // "both countries" describes, it does not name
        ActorKind.State => actor.Country is { } country ? State(country) : new("state:" + actor.Name, actor.Name),
        ActorKind.Person => OfPerson(actor, day),
        _ => actor.Country is { } country && Find(actor.World)?.IsStateBody == true ? State(country) : Own(actor),
    };

    private Party OfPerson(Actor person, LocalDate? day)
    {
        ImmutableArray<DatedOffice> offices = Find(person.World)?.Offices ?? [];
        if (offices.LastOrDefault(o => day is { } on ? o.Covers(on) : o.To is null) is { } held) return Named(held.Of);
        return person.Country is { } country && person.Roles.Any(_stateRoles.Contains) ? State(country) : Own(person);
    }

    private Party State(string country) => new("state:" + country, StateName(country));

    private Party Own(Actor actor) => new(ActorKey.Of(actor), Find(actor.World)?.Name ?? actor.Name);
}
