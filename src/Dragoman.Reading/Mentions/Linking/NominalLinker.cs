using Dragoman.Language;
using Dragoman.Reading.Mentions.Finding;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record;
using NodaTime;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>Links noun phrases: by apposition, office, country, or the nearest that fits; else each is an actor of its own.</summary>
internal sealed class NominalLinker(AnnotatedDocument text, Clusters clusters, ActorCatalogue actors, LocalDate? day)
{
    private const int Near = 400; // tokens back to which a bare "the group" may point

    private readonly Apposition _apposition = new(text, clusters);
    private readonly OfficeLinker _offices = new(text, clusters, actors, day);
    private readonly Dictionary<string, Cluster> _byPhrase = new(StringComparer.Ordinal);

    /// <summary>Links candidate <paramref name="i"/>; those before it in the text are linked already.</summary>
    public void Link(int i)
    {
        Candidate candidate = clusters.Candidates[i];
        if (_apposition.Of(i) is { } apposed)
        {
            clusters.Link(i, apposed, "in apposition to the name");
            return;
        }

        string? country = candidate.Country ?? PossessorCountry(candidate);
        (Cluster? Cluster, string Why) link = candidate.Class switch
        {
            NominalClass.Government => (Government(candidate, country, i), "the government stands for its state"),
            NominalClass.Country => candidate.Definite && !candidate.Plural && !candidate.StartsOwnChain ? (NearestState(i), "the state named last") : default,
            NominalClass.Person => _offices.Link(i, country),
            _ => candidate.StartsOwnChain ? default : (Body(candidate, country, i), "the nearest that fits"),
        };
        if (link.Cluster is null) Own(i, candidate, country);
        else clusters.Link(i, link.Cluster, link.Why);
    }

    private string? PossessorCountry(Candidate candidate) =>
        candidate.Possessor >= 0 && clusters.At(candidate.Possessor) is >= 0 and int at ? clusters[at]?.Country : null;

    private Cluster? Government(Candidate candidate, string? country, int i)
    {
        if (candidate.Plural || candidate.StartsOwnChain) return null;
        country ??= ModifierCountry(candidate);
        if (country is not null) return State(country);
        if (StateOfModifier(candidate) is { } named) return named;
        if (!candidate.Definite || candidate.Modifiers.Length > 0) return null;
        return clusters.Before(i, Near).FirstOrDefault(cluster => cluster.Kind == ActorKind.State && cluster.Members.Any(member => member.Class == NominalClass.Government))
            ?? NearestState(i);
    }

    /// <summary>The country of a person or body named inside the phrase: <c>the Vega administration</c>.</summary>
    private string? ModifierCountry(Candidate candidate)
    {
        for (int t = candidate.First; t < candidate.Head; t++)
            if (clusters.At(t) is >= 0 and int at && at != clusters.At(candidate.Head) && clusters[at]?.Country is { } country) return country;
        return null;
    }

    /// <summary>A state that no list knows, named inside the phrase: <c>the Norland government</c>.</summary>
    private Cluster? StateOfModifier(Candidate candidate)
    {
        for (int t = candidate.First; t < candidate.Head; t++)
            if (clusters.At(t) is >= 0 and int at && clusters[at] is { Kind: ActorKind.State } state) return state;
        return candidate.Possessor >= 0 && clusters.At(candidate.Possessor) is >= 0 and int owner && clusters[owner] is { Kind: ActorKind.State } possessor ? possessor : null;
    }

    private Cluster? State(string country) => clusters.All.Find(cluster => cluster.Kind == ActorKind.State && cluster.Country == country);

    private Cluster? NearestState(int i) => clusters.Before(i, Near).FirstOrDefault(cluster => cluster.Kind == ActorKind.State && cluster.IsNamed);

    private Cluster? Body(Candidate candidate, string? country, int i)
    {
        bool Fits(Cluster cluster) => cluster.IsBody && cluster.Agrees(country) && cluster.IsPlural == candidate.Plural && IsOutlet(cluster) == (candidate.Class == NominalClass.Outlet);
        Cluster? named = clusters.Before(i, int.MaxValue).FirstOrDefault(cluster => Fits(cluster) && cluster.Names.Any(name => HoldsWords(name, candidate)));
        if (named is not null) return named;
        if (!candidate.Definite || candidate.Modifiers.Length > 0 || candidate.Possessor >= 0) return null;
        if (clusters.Before(i, Near).FirstOrDefault(cluster => Fits(cluster) && cluster.Members.Any(member => member.Noun == candidate.Noun)) is { } same) return same;
        return candidate.Class == NominalClass.People && candidate.Plural
            ? null
            : clusters.Before(i, Near).FirstOrDefault(cluster => Fits(cluster) && cluster.Names.Any());
    }

    private static bool IsOutlet(Cluster cluster) => cluster.World?.IsOutlet ?? cluster.Members.Any(member => member.Class == NominalClass.Outlet);

    /// <summary>Whether a name holds the noun and all modifiers of the phrase: <c>the foreign ministry</c>, <c>the Observatory</c>.</summary>
    private static bool HoldsWords(Candidate name, Candidate candidate) => candidate.Noun.Split(' ').All(word => name.Pieces.Contains(word)) && candidate.Modifiers.All(word => name.Pieces.Contains(word));

    /// <summary>An actor of its own; the same phrase again is the same actor.</summary>
    private void Own(int i, Candidate candidate, string? country)
    {
        string key = candidate.Class == NominalClass.Person && !candidate.Plural && candidate.StartsOwnChain
            ? ""
            : string.Join(' ', [$"{candidate.Class} {country}", .. candidate.Modifiers, candidate.Noun]);
        if (key.Length > 0 && _byPhrase.TryGetValue(key, out Cluster? same))
        {
            clusters.Link(i, same, "the same phrase before");
            return;
        }

        Cluster cluster = clusters.Open(i, "nobody named before fits");
        if (country is not null) cluster.Allege(country);
        if (candidate.Kind == ActorKind.State && (country is null || candidate.Class != NominalClass.Government)) cluster.Kind = ActorKind.Group;
        if (key.Length > 0) _byPhrase.Add(key, cluster);
    }
}
