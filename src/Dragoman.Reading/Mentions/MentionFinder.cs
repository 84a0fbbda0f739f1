using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Mentions.Finding;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.Linking;
using Dragoman.Reading.Mentions.World;
using Dragoman.Reading.Regions;
using NodaTime;

namespace Dragoman.Reading.Mentions;

/// <summary>Finds who is mentioned where: names, offices, nominals, pronouns and metonyms, linked into chains.</summary>
public sealed class MentionFinder
{
    private readonly ActorCatalogue _actors;
    private readonly Gazetteer _gazetteer;
    private readonly MentionLexicon _lexicon;
    private readonly CoreferenceResolver _resolver;

    private MentionFinder(ActorCatalogue actors, Gazetteer gazetteer, MentionLexicon lexicon)
    {
        _actors = actors;
        _gazetteer = gazetteer;
        _lexicon = lexicon;
        _resolver = new(actors, gazetteer, lexicon);
    }

    /// <summary>The states and places of <c>world/</c>, for whoever asks whether a name is a place.</summary>
    public Gazetteer Gazetteer => _gazetteer;

    /// <summary>Loads <c>world/</c> and the language's lists; faults go to <paramref name="problems"/>.</summary>
    public static MentionFinder Load(DataFolder data, string language, Problems problems) => new(
        ActorCatalogue.Load(data, language, problems), Gazetteer.Load(data, language, problems), MentionLexicon.Load(data, language, problems));

    /// <param name="text">The annotated document; its trees may be wrong, its names may be missing.</param>
    /// <param name="page">For the day of publication, which tells who held an office.</param>
    public Cast Find(AnnotatedDocument text, Page page)
    {
        FoldedTokens tokens = new(text);
        CountryWords countries = new(tokens, _gazetteer);
        NameFinder finder = new(tokens, _actors, _gazetteer, _lexicon, countries);
        ImmutableArray<Candidate> names = finder.Find();
        IEnumerable<Candidate> nominals = new NominalFinder(tokens, _lexicon, countries).Find(finder.Covers);
        IEnumerable<Candidate> pronouns = new PronounFinder(tokens, _lexicon).Find();
        ImmutableArray<Candidate> all = [.. names.Concat(nominals).Concat(pronouns).OrderBy(candidate => candidate.First).ThenByDescending(candidate => candidate.End).ThenBy(candidate => candidate.Form)];
        return _resolver.Resolve(tokens, all, countries, Day(page.Published));
    }

    private static LocalDate? Day(string? published) => published is { Length: >= 4 } ? Tenure.Day(published.Length > 10 ? published[..10] : published, last: false) : null;
}
