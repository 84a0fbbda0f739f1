using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Boards;

/// <summary>An issue with the phrases that its file says name it, and those that do not, in English.</summary>
public sealed record IssueEntry(Issue Issue, ImmutableArray<string> Examples, ImmutableArray<string> Not);

/// <summary>Reads <c>world/issues.yml</c>, strictly. docs/positions.md explains the file.</summary>
public static class IssueFile
{
    public const string Name = "world/issues.yml";

    private static readonly string[] Subjects = [.. FindingSchema.Find(FindingKind.Proposal, "subject")!.Words];
    private static readonly string[] Kinds = [.. FindingSchema.Kinds.Select(kind => kind.Word())];

    public static ImmutableArray<IssueEntry> Read(DataFolder data, Problems problems)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        ImmutableArray<IssueEntry>.Builder issues = ImmutableArray.CreateBuilder<IssueEntry>();
        foreach (YamlData entry in YamlFile.Read(data, Name, problems)?.Items ?? [])
        {
            IssueEntry issue = Read(entry);
            if (!ids.Add(issue.Issue.Id)) entry.Report("DG1110", $"the issue '{issue.Issue.Id}' is listed twice");
            issues.Add(issue);
        }

        return issues.ToImmutable();
    }

    private static IssueEntry Read(YamlData entry)
    {
        Issue issue = new()
        {
            Id = entry.Need("id")?.Text ?? "",
            PaxTopic = entry.Get("pax")?.Text,
            Names = (entry.Need("names")?.Pairs ?? []).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal),
            Kinds = Among(entry, "kinds", Kinds),
            Subjects = Among(entry, "subjects", Subjects),
            Words = (entry.Need("words")?.Pairs ?? []).ToImmutableSortedDictionary(pair => pair.Key, pair => Patterns(pair.Value), StringComparer.Ordinal),
        };
        IssueEntry read = new(issue, [.. entry.Texts("examples")], [.. entry.Texts("not")]);
        entry.Close();
        return read;
    }

    private static ImmutableArray<string> Among(YamlData entry, string key, string[] allowed)
    {
        ImmutableArray<string> words = [.. entry.Texts(key)];
        foreach (string word in words.Except(allowed, StringComparer.Ordinal)) entry.Report("DG1111", $"'{word}' is none of the {key}: {string.Join(", ", allowed)}");
        return words;
    }

    private static ImmutableArray<WordPattern> Patterns(YamlData list)
    {
        ImmutableArray<WordPattern>.Builder patterns = ImmutableArray.CreateBuilder<WordPattern>();
        foreach (YamlData item in list.Items)
        {
            if (WordPattern.Parse(item.Text) is { } pattern) patterns.Add(pattern);
            else item.Report("DG1112", "a word needs at least one letter");
        }

        return patterns.ToImmutable();
    }
}
