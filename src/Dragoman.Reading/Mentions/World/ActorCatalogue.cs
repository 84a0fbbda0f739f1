using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record;
using NodaTime;

namespace Dragoman.Reading.Mentions.World;

/// <summary>The actors that <c>world/actors/*.yml</c> lists, by name, by surname and by office.</summary>
public sealed class ActorCatalogue
{
    private readonly Dictionary<string, List<WorldActor>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Office, string Of), List<(Tenure Tenure, WorldActor Person)>> _byOffice = [];

    public ActorCatalogue(IEnumerable<WorldActor> actors)
    {
        Actors = [.. actors];
        HashSet<string> given = new(StringComparer.Ordinal);
        foreach (WorldActor actor in Actors)
        {
            foreach (string name in actor.Names) Names.Add(name, actor);
            if (actor.Kind != ActorKind.Person) continue;
            if (actor.Surname is { } surname) Under(_bySurname, surname).Add(actor);
            foreach (Tenure tenure in actor.Offices) Under(_byOffice, (tenure.Office, tenure.Of)).Add((tenure, actor));
            given.UnionWith(actor.Names.Select(name => NameFold.Pieces(name)).Where(pieces => pieces.Count > 1 && pieces[0] != actor.Surname).Select(pieces => pieces[0]));
        }

        GivenNames = given;
    }

    public ImmutableArray<WorldActor> Actors { get; }

    public PhraseTable<WorldActor> Names { get; } = new();

    /// <summary>Folded first names of the persons listed: a hint that an unknown name is a person's.</summary>
    public IReadOnlySet<string> GivenNames { get; }

    /// <summary>Reads all files of the folder; faults go to <paramref name="problems"/>.</summary>
    public static ActorCatalogue Load(DataFolder data, string language, Problems problems) =>
        new(data.Files("world/actors", ".yml").SelectMany(file => ActorFile.Read(data, file, language, problems)));

    /// <summary>The persons with this surname (folded), in file order.</summary>
    public IReadOnlyList<WorldActor> WithSurname(string surname) => _bySurname.TryGetValue(surname, out List<WorldActor>? list) ? list : [];

    /// <summary>
    /// Who held one of these offices on that day, the first office in the order given that had exactly one holder; null if none or
    /// several had, or if the day is unknown.
    /// </summary>
    public WorldActor? Holder(IEnumerable<string> offices, string of, LocalDate? day)
    {
        if (day is not { } date) return null;
        foreach (string office in offices)
        {
            if (!_byOffice.TryGetValue((office, of), out var list)) continue;
            WorldActor[] holders = [.. list.Where(entry => entry.Tenure.Covers(date)).Select(entry => entry.Person).Distinct()];
            if (holders.Length > 0) return holders.Length == 1 ? holders[0] : null;
        }

        return null;
    }

    private static List<TValue> Under<TKey, TValue>(Dictionary<TKey, List<TValue>> index, TKey key)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out List<TValue>? list)) index.Add(key, list = []);
        return list;
    }
}
