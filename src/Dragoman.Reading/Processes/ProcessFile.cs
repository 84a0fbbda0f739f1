using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Reading.Mentions.World;
using Dragoman.Record.Processes;
using NodaTime;

namespace Dragoman.Reading.Processes;

/// <summary>Reads one file of <c>world/processes</c>, strictly. Its format is described in docs/processes.md.</summary>
/// <param name="issues">Ids of <c>world/issues.yml</c>; null to leave the ids that a file names unchecked.</param>
/// <param name="actors">Ids of <c>world/actors</c>; null to leave the ids that a file names unchecked.</param>
internal sealed class ProcessFile(IReadOnlySet<string>? issues, IReadOnlySet<string>? actors)
{
    /// <summary>The process; null, with a problem, if the file is no YAML or lacks what a process needs.</summary>
    public PeaceProcess? Read(DataFolder data, string file, Problems problems)
    {
        if (YamlFile.Read(data, file, problems) is not { } root) return null;
        string key = Path.GetFileNameWithoutExtension(file);
        if (!PeaceProcess.IsKey(key)) root.Report("DG1120", "a process's file is named in small letters, digits and hyphens: karsk.yml");
        Wording names = Words.Wording(root.Need("names"));
        ImmutableArray<Party> parties = Parties(root);
        PeaceProcess process = new()
        {
            Key = key,
            Names = names,
            Since = Day(root.Get("since"), last: false),
            Until = Day(root.Get("until"), last: true),
            Parties = parties,
            Issues = Issues(root),
            Places = Words.Wording(root.Get("places")),
            Words = Words.Wording(root.Get("words")),
            Outlets = root.Get("outlets") is { } outlets ? OutletList.Read(outlets) : [],
        };
        root.Close();
        if (names.First is null) root.Report("DG1122", "a process needs a name under 'names'");
        if (process.Since > process.Until) root.Report("DG1123", "'until' is before 'since'");
        return names.First is null || parties.IsEmpty ? null : process;
    }

    private ImmutableArray<Party> Parties(YamlData root)
    {
        ImmutableArray<Party>.Builder parties = ImmutableArray.CreateBuilder<Party>();
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (YamlData entry in root.Need("parties")?.Items ?? [])
        {
            Party party = Party(entry);
            if (!ids.Add(party.Id)) entry.Report("DG1120", $"the id '{party.Id}' is used twice");
            parties.Add(party);
        }

        if (parties.Count(p => p.IsPrincipal) < 2) root.Report("DG1124", "a process needs at least two parties with 'role: party'");
        return parties.ToImmutable();
    }

    private Party Party(YamlData entry)
    {
        Party party = new()
        {
            Id = entry.Need("id")?.Text ?? "",
            Role = entry.Need("role") is { } role ? Words.Read(role, PartyRole.Other) : PartyRole.Other,
            Names = Words.Wording(entry.Need("names")),
            Country = entry.Get("country")?.Text,
            Actors = [.. (entry.Get("actors")?.Items ?? []).Select(Actor)],
        };
        if (party.Country is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)))
            entry.Report("DG1121", $"'{country}' is no ISO 3166-1 alpha-2 code, such as YE");
        entry.Close();
        return party;
    }

    private string Actor(YamlData id)
    {
        if (actors is not null && !actors.Contains(id.Text))
            id.Report("DG1125", $"world/actors has no '{id.Text}'" + (Nearest.To(id.Text, actors) is { } near ? $"; did you mean '{near}'?" : ""));
        return id.Text;
    }

    private ImmutableArray<string> Issues(YamlData root)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (YamlData id in root.Get("issues")?.Items ?? [])
        {
            if (issues is not null && !issues.Contains(id.Text)) id.Report("DG1125", $"world/issues.yml has no '{id.Text}'" + (Nearest.To(id.Text, issues) is { } near ? $"; did you mean '{near}'?" : ""));
            else if (!found.Add(id.Text)) id.Report("DG1120", $"the issue '{id.Text}' stands here twice");
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static LocalDate? Day(YamlData? value, bool last)
    {
        if (value is null) return null;
        LocalDate? day = Tenure.Day(value.Text, last);
        if (day is null) value.Report("DG1123", "write a year, a month or a day: 2022, 2022-04, 2022-04-02");
        return day;
    }
}
