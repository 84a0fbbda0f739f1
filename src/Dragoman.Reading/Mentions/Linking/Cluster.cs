using Dragoman.Language;
using Dragoman.Reading.Mentions.Finding;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>A chain in the making: what is known so far of one actor of the document.</summary>
internal sealed class Cluster
{
    private readonly List<Candidate> _members = [];
    private readonly List<OfficeTerm> _offices = [];

    public IReadOnlyList<Candidate> Members => _members;

    public IReadOnlyList<OfficeTerm> Offices => _offices;

    public ActorKind? Kind { get; set; }

    public string? Country { get; private set; }

    public WorldActor? World { get; set; }

    public string? Gender => World?.Gender;

    /// <summary>All members so far are plural nominals: <c>they</c>, not <c>it</c>.</summary>
    public bool IsPlural => _members.Exists(member => member.Form == MentionForm.Nominal) && _members.TrueForAll(member => member.Form == MentionForm.Pronoun || member.Form == MentionForm.Nominal && member.Plural);

    public bool IsPerson => Kind == ActorKind.Person || Kind == ActorKind.Unnamed && !IsPlural;

    public bool IsBody => Kind is ActorKind.Organisation or ActorKind.Group;

    /// <summary>The names (not nominals) by which the text calls it.</summary>
    public IEnumerable<Candidate> Names => _members.Where(member => member.Form == MentionForm.Name);

    public bool IsNamed => _members.Exists(member => member.Form is MentionForm.Name or MentionForm.Metonym);

    public void Add(Candidate candidate)
    {
        _members.Add(candidate);
        World ??= candidate.World;
        if (candidate.Form != MentionForm.Nominal || !IsBody || !IsNamed) Country ??= World is { Kind: not ActorKind.Person } listed ? listed.Country : candidate.World?.Country ?? candidate.Country;
        if (candidate.Form != MentionForm.Pronoun) Kind = Stronger(Kind, candidate);
        foreach (OfficeTerm office in candidate.Offices)
            if (!_offices.Contains(office)) _offices.Add(office);
    }

    public void Set(WorldActor world)
    {
        World = world;
        Kind = world.Kind;
        Country ??= world.Country;
    }

    /// <summary>Whether its country, where known, is this one, where known.</summary>
    public bool Agrees(string? country) => country is null || Country is null || Country == country;

    public void Allege(string country) => Country ??= country;

    /// <summary>Whether it holds one of the offices that a term covers, by the text or by the world list on that day.</summary>
    public bool Holds(OfficeTerm term, NodaTime.LocalDate? day) =>
        _offices.Exists(office => term.Covers.Contains(office.Office))
        || World is { } world && world.Offices.Any(tenure => term.Covers.Contains(tenure.Office) && (day is null || tenure.Covers(day.Value)));

    public Chain ToChain(AnnotatedDocument text, string? stateName)
    {
        string name = stateName ?? OneLine(Name());
        IEnumerable<string> called = _members.Where(member => member.Form is MentionForm.Name or MentionForm.Metonym)
            .SelectMany(member => new[] { member.Name, text.Document[member.Span(text)] })
            .Concat(_members.Where(IsTelling).SelectMany(member => member.Wordings.Prepend(member.Name)));
        return new()
        {
            Kind = Kind ?? ActorKind.Unnamed,
            Name = name,
            Country = Country,
            Roles = [.. _offices.Select(office => office.Phrase).Distinct()],
            Aliases = [.. called.Select(OneLine).Where(alias => alias != name).Distinct()],
            World = World?.Id,
        };
    }

    /// <summary>Whether a nominal's words tell whom it means without its context: it names a country, or is a part of the name, or the chain has no name at all.</summary>
    private bool IsTelling(Candidate member) =>
        member.Form == MentionForm.Nominal && (!IsNamed || member.Country is not null && member.Class is NominalClass.Government or NominalClass.Body || IsBody && Names.Any(name => name.Key.Contains(member.Noun, StringComparison.Ordinal)));

    /// <summary>A name that a line break or several spaces cut, as one line.</summary>
    private static string OneLine(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Name()
    {
        Candidate[] names = [.. Names];
        if (names.Length == 0) return (_members.Find(member => member.Form != MentionForm.Pronoun) ?? _members.FirstOrDefault())?.Name ?? "";
        // a person by the fullest name, anybody else by the first that is no abbreviation
        if (Kind == ActorKind.Person) return names.MaxBy(member => member.Pieces.Length)!.Name;
        return (Array.Find(names, member => member.Name.Any(char.IsLower)) ?? names[0]).Name;
    }

    /// <summary>The first that is known stays; a name of unknown kind beside a noun for a person is a person.</summary>
    private ActorKind? Stronger(ActorKind? known, Candidate candidate)
    {
        if (known is not (null or ActorKind.Unnamed)) return known;
        ActorKind? kind = candidate.Kind ?? known;
        return kind == ActorKind.Unnamed && IsNamed ? ActorKind.Person : kind;
    }
}
