using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions.Finding;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record;
using NodaTime;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>
/// Links the mentions of a document into chains, the surest links first (a sieve, after Raghunathan et al. 2010): names with names over the
/// whole document, then noun phrases and pronouns from the start of the text to its end.
/// </summary>
internal sealed class CoreferenceResolver(ActorCatalogue actors, Gazetteer gazetteer, MentionLexicon lexicon)
{
    /// <param name="tokens">The document.</param>
    /// <param name="candidates">In text order.</param>
    /// <param name="countries">The states that its words name.</param>
    /// <param name="day">The day of publication, for offices; null if unknown.</param>
    public Cast Resolve(FoldedTokens tokens, ImmutableArray<Candidate> candidates, CountryWords countries, LocalDate? day)
    {
        Clusters clusters = new(candidates);
        new NameLinker(tokens, clusters, actors, day).Link();
        new KindGuesser(tokens.Text, clusters, actors, lexicon).Guess();
        NominalLinker nominals = new(tokens.Text, clusters, actors, day);
        PronounLinker pronouns = new(tokens.Text, clusters);
        for (int i = 0; i < candidates.Length; i++)
        {
            if (clusters[i] is not null) continue;
            if (candidates[i].Form == MentionForm.Pronoun) pronouns.Link(i);
            else nominals.Link(i);
        }

        return ToCast(tokens.Text, clusters, countries);
    }

    private Cast ToCast(AnnotatedDocument text, Clusters clusters, CountryWords countries)
    {
        Dictionary<Cluster, int> indexes = [];
        List<Cluster> ordered = [];
        int IndexOf(Cluster cluster)
        {
            if (indexes.TryGetValue(cluster, out int known)) return known;
            indexes.Add(cluster, ordered.Count);
            ordered.Add(cluster);
            return ordered.Count - 1;
        }

        ImmutableArray<Mention>.Builder mentions = ImmutableArray.CreateBuilder<Mention>();
        for (int i = 0; i < clusters.Candidates.Length; i++)
        {
            Candidate candidate = clusters.Candidates[i];
            if (candidate.IsLocative && clusters[i]?.Kind == ActorKind.State) continue; // where something happens, not somebody
            mentions.Add(ToMention(text, candidate, clusters[i] is { } cluster ? IndexOf(cluster) : -1, clusters.Why(i)));
        }

        ImmutableArray<Mention> adjectives = [.. Adjectives(text, clusters, countries, IndexOf)];
        return new(text, mentions.ToImmutable(), adjectives, [.. ordered.Select(cluster => cluster.ToChain(text, StateName(cluster)) with { Side = Side(cluster, indexes) })]);
    }

    /// <summary>The states that adjectives name, each at the adjective's own token.</summary>
    private static IEnumerable<Mention> Adjectives(AnnotatedDocument text, Clusters clusters, CountryWords countries, Func<Cluster, int> indexOf)
    {
        for (int t = 0; t < text.Tokens.Length; t++)
        {
            if (!countries.IsAdjective(t)) continue;
            Cluster? state = clusters.All.Find(cluster => cluster.Kind == ActorKind.State && cluster.Country == countries[t]);
            if (state is null)
            {
                state = new() { Kind = ActorKind.State };
                state.Allege(countries[t]!);
                clusters.All.Add(state);
            }

            yield return new() { Span = text.Tokens[t].Span, First = t, End = t + 1, Head = t, Form = MentionForm.Metonym, Chain = indexOf(state), Why = "a state's adjective" };
        }
    }

    private string? StateName(Cluster cluster) => cluster is { Kind: ActorKind.State, Country: { } country } ? gazetteer.StateName(country) : null;

    /// <summary>The state or body on whose behalf the holder of an office speaks, if the text mentions it.</summary>
    private static int? Side(Cluster cluster, Dictionary<Cluster, int> indexes)
    {
        if (!cluster.IsPerson || cluster.Country is null || cluster.Offices.All(office => office.SpeaksFor is SpeaksFor.None or SpeaksFor.Party) && cluster.World is null) return null;
        foreach ((Cluster other, int index) in indexes)
            if (other.Kind == ActorKind.State && other.Country == cluster.Country) return index;
        return null;
    }

    private static Mention ToMention(AnnotatedDocument text, Candidate candidate, int chain, string why) => new()
    {
        Span = candidate.Span(text),
        First = candidate.First,
        End = candidate.End,
        Head = candidate.Head,
        Form = candidate.Form,
        Chain = chain,
        IsPlural = candidate.Plural,
        IsFirstPerson = candidate.Pronoun?.Person == 1,
        Why = why,
    };
}
