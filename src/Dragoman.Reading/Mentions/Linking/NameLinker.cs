using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions.Finding;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record;
using NodaTime;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>Links names to each other: full names first, so that a short name finds a full one wherever in the text it stands.</summary>
internal sealed class NameLinker(FoldedTokens tokens, Clusters clusters, ActorCatalogue actors, LocalDate? day)
{
    private readonly AnnotatedDocument _text = tokens.Text;
    private readonly Dictionary<string, Cluster> _byKey = new(StringComparer.Ordinal);

    public void Link()
    {
        ForEach(candidate => candidate.Kind == ActorKind.State, LinkState);
        ForEach(candidate => candidate.World is not null, LinkWorld);
        ForEach(candidate => candidate.IsPersonName && candidate.Pieces.Length > 1, LinkFullName);
        ForEach(candidate => candidate.Kind is ActorKind.Organisation or ActorKind.Group && candidate.Name.Any(char.IsLower), LinkBody);
        ForEach(candidate => candidate.Kind is ActorKind.Organisation or ActorKind.Group, LinkAcronym);
        ForEach(candidate => candidate.Kind == ActorKind.Person, LinkShortName);
        ForEach(_ => true, LinkUnknown);
    }

    private void ForEach(Func<Candidate, bool> condition, Action<int> link)
    {
        for (int i = 0; i < clusters.Candidates.Length; i++)
            if (clusters[i] is null && clusters.Candidates[i].Form is MentionForm.Name or MentionForm.Metonym && condition(clusters.Candidates[i])) link(i);
    }

    private void LinkState(int i) => LinkByKey(i, "state " + (clusters.Candidates[i].Country ?? clusters.Candidates[i].Key), "the same state");

    private void LinkWorld(int i) => LinkByKey(i, "world " + clusters.Candidates[i].World!.Id, "the same entry of the world list");

    private void LinkByKey(int i, string key, string why)
    {
        if (_byKey.TryGetValue(key, out Cluster? cluster)) clusters.Link(i, cluster, why);
        else _byKey.Add(key, clusters.Open(i, "first mention"));
    }

    private void LinkFullName(int i)
    {
        Candidate candidate = clusters.Candidates[i];
        Cluster? same = clusters.All.Find(cluster => cluster.Kind == ActorKind.Person && cluster.Names.Any(name => PersonNames.Agree(name.Pieces, candidate.Pieces)));
        if (same is not null) clusters.Link(i, same, "the same full name");
        else clusters.Open(i, "first full name");
    }

    private void LinkBody(int i)
    {
        Candidate candidate = clusters.Candidates[i];
        Cluster? same = clusters.All.Find(cluster => IsBody(cluster) && cluster.Names.Any(name => name.Key == candidate.Key && Compatible(cluster, candidate)))
            ?? clusters.All.FindLast(cluster => IsBody(cluster) && Compatible(cluster, candidate) && cluster.Names.Any(name => EndsWith(name.Pieces, candidate.Pieces)));
        if (same is not null) clusters.Link(i, same, "the same name");
        else clusters.Open(i, "first mention");
    }

    /// <summary>An acronym joins the body whose name it stands behind in brackets, or whose initials it is.</summary>
    private void LinkAcronym(int i)
    {
        Candidate candidate = clusters.Candidates[i];
        int before = candidate.First - 2;
        Cluster? same = before >= 0 && _text.Tokens[candidate.First - 1].Form == "(" && clusters.At(before) is >= 0 and int at && clusters[at] is { } named && IsBody(named)
            ? named
            : clusters.All.Find(cluster => IsBody(cluster) && cluster.Names.Any(name => name.Key == candidate.Key || Initials(name.Name) == candidate.Name));
        if (same is not null) clusters.Link(i, same, "its abbreviation");
        else clusters.Open(i, "first mention");
    }

    /// <summary>A surname, or a name of one word, joins the person of the text who bears it, or else the one whom the world list knows.</summary>
    private void LinkShortName(int i)
    {
        Candidate candidate = clusters.Candidates[i];
        if (Bearer(candidate, i) is { } bearer) clusters.Link(i, bearer, "a short form of the name");
        else if (OfWorld(candidate) is { } world) OpenWorld(i, world);
        else clusters.Open(i, "first mention");
    }

    private void LinkUnknown(int i)
    {
        Candidate candidate = clusters.Candidates[i];
        if ((SameUnknown(candidate) ?? Bearer(candidate, i)) is { } same) clusters.Link(i, same, "the same name");
        else if (candidate.Pieces.Length == 1 && OfWorld(candidate) is { } world) OpenWorld(i, world);
        else clusters.Open(i, "first mention");
    }

    private void OpenWorld(int i, WorldActor world)
    {
        if (_byKey.TryGetValue("world " + world.Id, out Cluster? known))
        {
            clusters.Link(i, known, "a short form of a name in the world list");
            return;
        }

        Cluster cluster = clusters.Open(i, "a surname in the world list");
        cluster.Set(world);
        _byKey.Add("world " + world.Id, cluster);
    }

    private Cluster? SameUnknown(Candidate candidate) => clusters.All.Find(cluster => cluster.Names.Any(name => name.Key == candidate.Key));

    /// <summary>The person nearest before (else first after) whose name ends, or begins, with the candidate's.</summary>
    private Cluster? Bearer(Candidate candidate, int i)
    {
        Cluster[] bearers = [.. clusters.All.Where(cluster => cluster.Kind == ActorKind.Person && cluster.Names.Any(name => PersonNames.IsShortOf(candidate.Pieces, name.Pieces)))];
        if (bearers.Length <= 1) return bearers.FirstOrDefault();
        Cluster[] fitting = [.. bearers.Where(cluster => candidate.Offices.All(office => cluster.Holds(office, day)))];
        if (fitting.Length > 0) bearers = fitting;
        return bearers.MaxBy(cluster => cluster.Members.Where(member => member.First < candidate.First).Select(member => member.First).DefaultIfEmpty(-1).Max());
    }

    private WorldActor? OfWorld(Candidate candidate)
    {
        WorldActor[] fitting = [.. actors.WithSurname(candidate.Pieces[^1]).Where(person => Fits(person, candidate))];
        if (fitting.Length > 1) fitting = [.. fitting.Where(person => day is { } date && person.Offices.Any(office => office.Covers(date)))];
        return fitting.Length == 1 ? fitting[0] : null;
    }

    private bool Fits(WorldActor person, Candidate candidate)
    {
        if (candidate.Pieces.Length > 1 && !person.Names.Any(name => PersonNames.IsShortOf(candidate.Pieces, [.. NameFold.Pieces(name)]))) return false;
        if (candidate.Country is { } country && person.Country is { } own && country != own) return false;
        if (candidate.Offices.Length > 0) return candidate.Offices.Any(term => person.Offices.Any(tenure => term.Covers.Contains(tenure.Office)));
        return person.Offices.Any(tenure => day is null || tenure.From <= day);
    }

    private static bool IsBody(Cluster cluster) => cluster.Kind is ActorKind.Organisation or ActorKind.Group;

    private static bool Compatible(Cluster cluster, Candidate candidate) =>
        cluster.Country is null || candidate.Country is null || cluster.Country == candidate.Country;

    private static bool EndsWith(ImmutableArray<string> longer, ImmutableArray<string> shorter) =>
        shorter.Length > 1 && longer.Length > shorter.Length && longer.AsSpan()[^shorter.Length..].SequenceEqual(shorter.AsSpan());

    private static string Initials(string name) => string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsUpper(word[0])).Select(word => word[0]));
}
