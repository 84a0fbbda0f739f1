using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Processes;

/// <summary>One peace process as an analyst sets it up in <c>world/processes/KEY.yml</c>: who is in it, what is negotiated, and which documents belong.</summary>
public sealed record PeaceProcess
{
    /// <summary>The name of its file, used in addresses and entries.</summary>
    public required string Key { get; init; }

    /// <summary>Its name by language.</summary>
    public required Wording Names { get; init; }

    /// <summary>First and last day on which a document that belongs can be published; null where open.</summary>
    public LocalDate? Since { get; init; }

    public LocalDate? Until { get; init; }

    /// <summary>In the order of the file: where an actor fits several, the first that lists it counts.</summary>
    public required ImmutableArray<Party> Parties { get; init; }

    /// <summary>Ids of the issues under negotiation, as <c>world/issues.yml</c> lists them.</summary>
    public required ImmutableArray<string> Issues { get; init; }

    /// <summary>Places that are spoken of in this process and hardly elsewhere.</summary>
    public Wording Places { get; init; } = Wording.None;

    /// <summary>Other words that show that a text is about this process.</summary>
    public Wording Words { get; init; } = Wording.None;

    public ImmutableArray<OutletFacts> Outlets { get; init; } = [];

    /// <summary>Whether this can be a process's key: small letters, digits and hyphens.</summary>
    public static bool IsKey(string key) => key.Length > 0 && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The name in the language, or else in the first that has one.</summary>
    public string NameIn(string language) => Names.In(language) is { IsEmpty: false } names ? names[0] : Names.First ?? Key;

    /// <summary>Whether a document of this day can belong; one without a day can.</summary>
    public bool Covers(LocalDate? day) => day is null || ((Since is null || Since <= day) && (Until is null || day <= Until));

    /// <summary>The party that an actor belongs to; null if none.</summary>
    public Party? PartyOf(Actor actor) =>
        Parties.FirstOrDefault(p => p.Lists(actor)) ?? Parties.FirstOrDefault(p => p.IsNamed(actor)) ?? Parties.FirstOrDefault(p => p.Country is { } country && country == actor.Country);
}

/// <summary>What part somebody has in a process.</summary>
public enum PartyRole
{
    /// <summary>A side of the conflict.</summary>
    Party,

    Mediator,

    Guarantor,

    Observer,

    /// <summary>Somebody else who matters: a supporter, a neighbour.</summary>
    Other,
}

/// <summary>A side of the process, or somebody else with a part in it, with all who act for it.</summary>
public sealed record Party
{
    public required string Id { get; init; }

    public required PartyRole Role { get; init; }

    /// <summary>Names and aliases; the first is the usual one.</summary>
    public required Wording Names { get; init; }

    /// <summary>ISO 3166-1 alpha-2: everybody of this allegiance belongs, unless another party lists them.</summary>
    public string? Country { get; init; }

    /// <summary>Ids in <c>world/actors</c>.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Whether it is a side of the conflict.</summary>
    public bool IsPrincipal => Role == PartyRole.Party;

    public string NameIn(string language) => Names.In(language) is { IsEmpty: false } names ? names[0] : Names.First ?? Id;

    internal bool Lists(Actor actor) => actor.World is { } world && Actors.Contains(world, StringComparer.Ordinal);

    internal bool IsNamed(Actor actor) => Names.Holds(actor.Name) || actor.Aliases.Any(Names.Holds);
}

public enum OutletKind
{
    Newspaper, Broadcaster, Agency, Site, Government, Party, Magazine,
}

/// <summary>Who stands behind an outlet: two outlets of one owner are not two independent sources.</summary>
/// <param name="Names">As documents give it, the usual one first; domains too (<c>bbc.co.uk</c>).</param>
public sealed record OutletFacts(ImmutableArray<string> Names, string? Owner, OutletKind Kind, string? Country)
{
    public string Name => Names[0];
}
