using Dragoman.Language;
using Dragoman.Reading.Mentions.Finding;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record;
using NodaTime;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>
/// Finds the person whom an office or another noun for a person means: "the foreign minister" is the one named before who holds it, or who
/// held it on the day of publication by the world list; "the official" is the unnamed one before.
/// </summary>
internal sealed class OfficeLinker(AnnotatedDocument text, Clusters clusters, ActorCatalogue actors, LocalDate? day)
{
    /// <summary>The cluster that candidate <paramref name="i"/> means, with the reason; no cluster if it cannot be told.</summary>
    public (Cluster? Cluster, string Why) Link(int i, string? country)
    {
        Candidate candidate = clusters.Candidates[i];
        if (candidate.StartsOwnChain || candidate.Plural || !candidate.Definite && country is null) return default;
        OfficeTerm? office = candidate.Offices.FirstOrDefault();
        if (office is not null) country ??= SpeakersCountry(i, office);
        foreach (Cluster cluster in clusters.Before(i, int.MaxValue).Where(cluster => cluster.Agrees(country)))
        {
            if (office is not null && cluster.Kind == ActorKind.Person && cluster.Holds(office, day)) return (cluster, "the holder of the office named before");
            if (candidate.Definite && IsSameNoun(cluster, candidate)) return (cluster, "the same noun before");
        }

        return office is not null && country is not null && actors.Holder(office.Covers, country, day) is { } world
            ? (OfWorld(world), "the holder of the office on the day of publication")
            : default;
    }

    private static bool IsSameNoun(Cluster cluster, Candidate candidate) =>
        cluster is { Kind: ActorKind.Unnamed, IsPlural: false } && cluster.Members.Any(member => member.Noun == candidate.Noun);

    /// <summary>Inside what somebody says, "the president" is the president of the speaker's own country, if the text names one.</summary>
    private string? SpeakersCountry(int i, OfficeTerm office)
    {
        int sentence = text.SentenceOf(clusters.Candidates[i].Head);
        for (int j = i - 1; j >= 0 && text.SentenceOf(clusters.Candidates[j].Head) == sentence; j--)
        {
            if (clusters[j] is not { Kind: ActorKind.Person, Country: { } country } || !Phrases.IsSubject(text, clusters.Candidates[j].Head)) continue;
            if (clusters.All.Exists(cluster => cluster.Kind == ActorKind.Person && cluster.Country == country && cluster.Holds(office, day))) return country;
        }

        return null;
    }

    private Cluster OfWorld(WorldActor world)
    {
        if (clusters.All.Find(cluster => cluster.World == world) is { } known) return known;
        Cluster cluster = new();
        cluster.Set(world);
        clusters.All.Add(cluster);
        return cluster;
    }
}
