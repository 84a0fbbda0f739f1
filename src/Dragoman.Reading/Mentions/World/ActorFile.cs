using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.World;

/// <summary>Reads one file of <c>world/actors</c>, strictly. Its format is described in docs/actors.md.</summary>
internal static class ActorFile
{
    private static readonly string[] Kinds = ["person", "organisation", "group"];

    public static IEnumerable<WorldActor> Read(DataFolder data, string file, string language, Problems problems)
    {
        List<WorldActor> actors = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (YamlData entry in YamlFile.Read(data, file, problems)?.Items ?? [])
        {
            WorldActor actor = Actor(entry, file, language);
            if (!ids.Add(actor.Id)) entry.Report("DG1101", $"the id '{actor.Id}' is used twice");
            if (!actor.Names.IsEmpty) actors.Add(actor); // else known under no name in this language
        }

        return actors;
    }

    private static WorldActor Actor(YamlData entry, string file, string language)
    {
        ActorKind kind = Kind(entry);
        string? surname = entry.Get("surname")?.Text;
        ImmutableArray<string> names = Names(entry, language);
        WorldActor actor = new()
        {
            Id = entry.Need("id")?.Text ?? "",
            Kind = kind,
            IsOutlet = file.EndsWith("/media.yml", StringComparison.Ordinal),
            Country = entry.Get("country")?.Text,
            Gender = entry.Get("gender")?.Text,
            Names = names,
            Surname = kind == ActorKind.Person && !names.IsEmpty ? Surname(surname ?? names[0]) : null,
            Offices = [.. (entry.Get("offices")?.Items ?? []).Select(Office).OfType<Tenure>()],
        };
        if (actor.Gender is not (null or "m" or "f")) entry.Report("DG1102", "gender is m or f");
        entry.Close();
        return actor;
    }

    private static ActorKind Kind(YamlData entry)
    {
        YamlData? kind = entry.Need("kind");
        switch (kind?.Text)
        {
            case "organisation": return ActorKind.Organisation;
            case "group": return ActorKind.Group;
            case "person": return ActorKind.Person;
        }

        kind?.Report("DG1102", $"kind is one of {string.Join(", ", Kinds)}");
        return ActorKind.Person;
    }

    private static ImmutableArray<string> Names(YamlData entry, string language)
    {
        if (entry.Need("names") is not { } names) return [];
        ImmutableArray<string> found = [];
        foreach ((string code, YamlData list) in names.Pairs)
        {
            ImmutableArray<string> texts = [.. list.Items.Select(item => item.Text)];
            if (texts.Any(text => NameFold.Pieces(text).Count == 0)) list.Report("DG1102", "a name needs at least one letter");
            if (code == language) found = texts;
        }

        return found;
    }

    private static Tenure? Office(YamlData entry)
    {
        string? office = entry.Need("office")?.Text;
        string? of = entry.Need("of")?.Text;
        YamlData? from = entry.Need("from");
        YamlData? to = entry.Get("to");
        entry.Close();
        if (office is null || of is null || from is null) return null;
        var first = Tenure.Day(from.Text, last: false);
        var last = to is null ? null : Tenure.Day(to.Text, last: true);
        if (first is null || (to is not null && last is null) || last < first)
        {
            entry.Report("DG1103", "from and to are a year, a month or a day (2019, 2019-05, 2019-05-20), in this order");
            return null;
        }

        return new(office, of, first.Value, last);
    }

    private static string? Surname(string name) => NameFold.Pieces(name) is { Count: > 0 } pieces ? pieces[^1] : null;
}
