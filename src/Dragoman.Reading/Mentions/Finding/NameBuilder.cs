using Dragoman.Language;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Finding;

/// <summary>Makes mentions of segments: which words are the name, what kind of thing it names, whose it is.</summary>
internal sealed class NameBuilder(FoldedTokens tokens, ActorCatalogue actors, MentionLexicon lexicon, CountryWords countries)
{
    private readonly AnnotatedDocument _text = tokens.Text;
    private readonly Dictionary<int, NameType> _tagged = Tagged(tokens.Text);

    /// <summary>The class of the noun that a name ends with (<c>Norland Liberation Front</c>), or null.</summary>
    public NominalClass? ClassOf(Segment segment) => lexicon.ClassEndingAt(tokens, segment.First, segment.End);

    /// <summary>Whether the bare segments <c>[first, end)</c> of a run name a person.</summary>
    public bool LooksLikePerson(IReadOnlyList<Segment> run, int first, int end, bool titled)
    {
        Segment name = new(run[first].First, run[end - 1].End);
        if (_tagged.TryGetValue(name.End - 1, out NameType type)) return type == NameType.Person;
        if (NamesNoActor(name) || ClassOf(name) is not (null or NominalClass.Person)) return false;
        if (titled) return true;
        if (name.Length < 2 || first > 0 && run[first - 1].Places is not null) return false;
        IReadOnlyList<string> pieces = tokens.Pieces(name.First, name.End);
        return actors.GivenNames.Contains(pieces[0]) || !HasDeterminer(name) && !IsAcronym(name) && pieces.Count <= 5;
    }

    /// <summary>A person with the titles <c>[titles, name)</c> of the run and the modifiers before them.</summary>
    public Candidate Person(IReadOnlyList<Segment> run, int name, int end, List<Segment> modifiers, int titles, int titlesEnd)
    {
        int first = modifiers.Count > 0 ? modifiers[0].First : run[titles].First;
        int nameFirst = run[name].First;
        int nameEnd = run[end - 1].End;
        WorldActor? world = end == name + 1 ? run[name].Actor : null;
        string? country = world?.Country ?? CountryOf(modifiers) ?? PossessorCountry(first);
        bool inOffice = first == 0 || !lexicon.Words.NotInOffice.Contains(tokens.Key(first - 1));
        return new()
        {
            First = first,
            End = nameEnd,
            Head = Phrases.HeadOf(_text, first, nameEnd),
            Form = MentionForm.Name,
            Kind = ActorKind.Person,
            Name = _text.Document[_text.SpanOf(nameFirst, nameEnd)],
            Pieces = [.. tokens.Pieces(nameFirst, nameEnd)],
            World = world,
            Country = country,
            Offices = inOffice ? [.. run.Skip(titles).Take(titlesEnd - titles).Select(segment => segment.Office).OfType<OfficeTerm>()] : [],
            Modifiers = [.. modifiers.Select(segment => tokens.Key(segment.First, segment.End))],
            Why = world is not null ? "a person's name in the world list" : titlesEnd > titles ? "a name after a title" : "a person's name",
        };
    }

    /// <summary>An organisation or group that the world list holds.</summary>
    public Candidate Listed(Segment segment, WorldActor actor) => Make(segment, actor.Kind, actor.Country, "a name in the world list") with { World = actor };

    /// <summary>A name that no list holds and that is not clearly a person's; null if it names a time, an event or a place.</summary>
    public Candidate? Bare(Segment segment, Sentence sentence)
    {
        Segment name = Extend(segment, sentence);
        if (NamesNoActor(segment) || segment.Length == 1 && _text.Tokens[segment.First].Upos == Upos.ADJ) return null;
        ActorKind? kind = ClassOf(segment) switch
        {
            NominalClass.Body or NominalClass.Outlet or NominalClass.Ending => ActorKind.Organisation,
            NominalClass.People => ActorKind.Group,
            NominalClass.Government when name.Length > segment.Length => ActorKind.Organisation,
            NominalClass.Government or NominalClass.Person or NominalClass.Country => null,
            _ => Tagged(segment) ?? (IsAcronym(segment) ? ActorKind.Organisation : null),
        };
        if (kind is null && ClassOf(segment) is not null || kind is not null && IsCommonNoun(name)) return null;
        string? country = CountryOf(segment) ?? ModifierCountry(segment.First) ?? PossessorCountry(segment.First);
        return Make(name, kind, country, kind is null ? "a name of unknown kind" : "a name of a body") with { Class = ClassOf(segment) };
    }

    /// <summary>A time, event, text or thing, by its last word or its first: <c>Lake Vela</c>, <c>Operation Dawn</c>.</summary>
    private bool NamesNoActor(Segment name) =>
        lexicon.Words.NotActors.Contains(tokens.Key(name.End - 1)) || tokens.Pieces(name.First, name.First + 1) is [var first, ..] && lexicon.Words.NotActors.Contains(first);

    /// <summary>A single capitalised noun (<c>the Council</c>) is a nominal, which another finder reads.</summary>
    private bool IsCommonNoun(Segment name) => name.Length == 1 && ClassOf(name) is not null;

    private Candidate Make(Segment segment, ActorKind? kind, string? country, string why)
    {
        int head = Phrases.HeadOf(_text, segment.First, segment.End);
        int first = HasDeterminer(segment) ? segment.First - 1 : segment.First;
        return new()
        {
            First = first,
            End = segment.End,
            Head = head,
            Form = MentionForm.Name,
            Kind = kind,
            Name = _text.Document[_text.SpanOf(segment.First, segment.End)],
            Pieces = [.. tokens.Pieces(segment.First, segment.End)],
            Country = country,
            IsLocative = lexicon.Words.PlacePrepositions.Contains(Phrases.Preposition(tokens, head)),
            Why = why,
        };
    }

    /// <summary>Takes in <c>of …</c>, <c>for the …</c> after a name that a noun of a body ends: <c>Front for the Liberation of Norland</c>.</summary>
    private Segment Extend(Segment segment, Sentence sentence)
    {
        if (ClassOf(segment) is not (NominalClass.Body or NominalClass.Government or NominalClass.People)) return segment;
        int end = segment.End;
        for (int t = end; t < sentence.End && t < end + 3;)
        {
            if (lexicon.Words.Connectors.Contains(tokens.Key(t)))
            {
                t++;
                continue;
            }

            if (t == end || !Phrases.IsCapitalised(_text.Tokens[t]) || _text.Tokens[t].Upos is not (Upos.PROPN or Upos.NOUN or Upos.ADJ)) break;
            while (t < sentence.End && Phrases.IsCapitalised(_text.Tokens[t]) && _text.Tokens[t].Upos is Upos.PROPN or Upos.NOUN or Upos.ADJ) t++;
            end = t;
        }

        return segment with { End = end };
    }

    private static string? CountryOf(Segment segment) => segment.Places is { Count: > 0 } places ? places[0].Country : null;

    private static string? CountryOf(IEnumerable<Segment> modifiers) =>
        modifiers.Select(segment => CountryOf(segment) ?? segment.Actor?.Country).FirstOrDefault(country => country is not null);

    /// <summary>The country of an adjective directly before: <c>Italian Foreign Ministry</c>.</summary>
    private string? ModifierCountry(int first) => first > 0 ? countries[first - 1] : null;

    /// <summary>The country of a possessor directly before: <c>Norland's Foreign Minister</c>.</summary>
    private string? PossessorCountry(int first) =>
        first > 1 && _text.Tokens[first - 1].Relation is "case" && _text.Tokens[first - 1].Head == first - 2 ? countries[first - 2] : null;

    private ActorKind? Tagged(Segment segment) => _tagged.TryGetValue(segment.End - 1, out NameType type)
        ? type switch { NameType.Person => ActorKind.Person, NameType.Organisation => ActorKind.Organisation, NameType.Group => ActorKind.Group, _ => null }
        : null;

    private bool HasDeterminer(Segment name) => name.First > 0 && _text.Tokens[name.First - 1].Upos == Upos.DET
        && _text.SentenceOf(name.First - 1) == _text.SentenceOf(name.First) && lexicon.Words.Definite.Contains(tokens.Key(name.First - 1));

    private bool IsAcronym(Segment segment)
    {
        string form = _text.Tokens[segment.First].Form;
        return segment.Length == 1 && form.Length is >= 2 and <= 8 && form.Count(char.IsUpper) >= 2 && !form.Any(char.IsLower);
    }

    private static Dictionary<int, NameType> Tagged(AnnotatedDocument text)
    {
        Dictionary<int, NameType> types = [];
        foreach (Name name in text.Names) types[name.End - 1] = name.Type;
        return types;
    }
}
