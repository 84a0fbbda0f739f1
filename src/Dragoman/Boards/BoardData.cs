using Dragoman.Language.Packs;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Boards;

/// <summary>Loads what the boards know of the world: <c>world/issues.yml</c>, <c>world/actors</c>, <c>world/states.tsv</c>, <c>vocab/likelihood</c>.</summary>
public static class BoardData
{
    private const string Language = "en"; // of the desk's own words

    /// <summary>Everything, or nothing with all faults.</summary>
    /// <exception cref="DataException">A file is missing or has a fault.</exception>
    public static BoardWorld Load(DataFolder data)
    {
        Problems problems = new();
        BoardWorld world = Load(data, problems);
        problems.ThrowIfAny();
        return world;
    }

    /// <summary>As much as can be read; every fault goes to <paramref name="problems"/>.</summary>
    public static BoardWorld Load(DataFolder data, Problems problems) =>
        new(new IssueList([.. IssueFile.Read(data, problems).Select(entry => entry.Issue)]), Parties(data, problems), LikelihoodFiles.Read(data, problems));

    private static PartyTable Parties(DataFolder data, Problems problems)
    {
        HashSet<string> bodies = StateBodies(data, problems);
        ActorCatalogue catalogue = ActorCatalogue.Load(data, Language, problems);
        return new(
            catalogue.Actors.Select(a => new KnownActor(a.Id, a.Names[0], a.Kind, a.Country)
            {
                IsStateBody = bodies.Contains(a.Id),
                Offices = [.. a.Offices.OrderBy(o => o.From).Select(o => new DatedOffice(o.Office, o.Of, o.From, o.To))],
            }).DistinctBy(a => a.Id, StringComparer.Ordinal),
            States(data, problems),
            StateRoles(data, problems));
    }

    private static HashSet<string> StateBodies(DataFolder data, Problems problems)
    {
        IReadOnlyList<YamlData> entries = YamlFile.Read(data, "world/actors/state-bodies.yml", problems)?.Items ?? [];
        return [.. entries.Select(entry => entry.Get("id")?.Text).OfType<string>()];
    }

    private static IEnumerable<KeyValuePair<string, string>> States(DataFolder data, Problems problems) =>
        Tsv.Read(data, "world/states.tsv", ["country", "language", "names", "adjectives", "people", "capitals", "seats"], problems)
            .Where(row => row[1] == Language && row[2].Length > 0).Select(row => KeyValuePair.Create(row[0], row[2].Split('|')[0])).DistinctBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Words for offices whose holders speak for their state.</summary>
    private static IEnumerable<string> StateRoles(DataFolder data, Problems problems) =>
        Tsv.Read(data, $"lang/{Language}/offices.tsv", ["phrase", "office", "speaks-for", "covers"], problems).Where(row => row[2] == "state").Select(row => row[0]);
}
