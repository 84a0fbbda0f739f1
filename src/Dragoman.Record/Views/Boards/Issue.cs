using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dragoman.Record.Views.Boards;

/// <summary>An issue under negotiation, as <c>world/issues.yml</c> lists it.</summary>
public sealed record Issue
{
    public required string Id { get; init; }

    /// <summary>Its name by language.</summary>
    public required ImmutableSortedDictionary<string, string> Names { get; init; }

    /// <summary>The topic column of PA-X that it answers to; null where there is none.</summary>
    public string? PaxTopic { get; init; }

    /// <summary>Kinds of record that are about it whatever their words: <c>ceasefire</c>.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Subjects of proposals that are it: <c>exchange</c>.</summary>
    public ImmutableArray<string> Subjects { get; init; } = [];

    /// <summary>The words that name it, by language.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<WordPattern>> Words { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<WordPattern>>.Empty;

    /// <summary>The name in this language, or else in English, or else its id.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Names.GetValueOrDefault("en") ?? Id;
}

/// <summary>The issues, and what tells them from words.</summary>
public sealed class IssueList
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, ImmutableArray<(WordPattern Pattern, int Issue)>>> _byKey; // by language, then by key

    public IssueList(ImmutableArray<Issue> issues)
    {
        All = issues;
        _byKey = issues.SelectMany((issue, i) => issue.Words.SelectMany(w => w.Value.Select(p => (Language: w.Key, Pattern: p, Issue: i))))
            .GroupBy(w => w.Language, StringComparer.Ordinal)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.GroupBy(w => w.Pattern.Key, StringComparer.Ordinal).ToFrozenDictionary(k => k.Key, k => k.Select(w => (w.Pattern, w.Issue)).ToImmutableArray(), StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    public static IssueList Empty { get; } = new([]);

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Issue> All { get; }

    public Issue? Find(string? id) => All.FirstOrDefault(issue => issue.Id == id);

    /// <summary>The issues that a record is about, by its kind, its subject and the words of its content; in the order of the file.</summary>
    public ImmutableArray<Issue> Of(CitedRecord record)
    {
        SortedSet<int> found = [];
        string? subject = record.Kind == "proposal" ? record.Word("subject") : null;
        for (int i = 0; i < All.Length; i++)
            if (All[i].Kinds.Contains(record.Kind) || (subject is not null && All[i].Subjects.Contains(subject))) found.Add(i);
        string language = record.Document.Reading?.Language ?? "";
        foreach (Passage words in Content(record)) AddNamed(words.Words, language, found);
        return [.. found.Select(i => All[i])];
    }

    /// <summary>The issues that these words of a language name.</summary>
    public ImmutableArray<Issue> In(string words, string language)
    {
        SortedSet<int> found = [];
        AddNamed(words, language, found);
        return [.. found.Select(i => All[i])];
    }

    /// <summary>The words that say what a record is about: a statement's content; a finding's content, or else the sentence that shows it.</summary>
    private static IEnumerable<Passage> Content(CitedRecord record)
    {
        if (record.Statement is { } statement) return statement.Content;
        IEnumerable<Passage> texts = record.Finding!.Slots.Where(s => s.Name is not ("place" or "phrase" or "scope" or "occasion")).Select(s => s.Value).OfType<SlotValue.Text>().Select(t => t.Passage);
        return texts.DefaultIfEmpty(record.Finding.Evidence);
    }

    private void AddNamed(string text, string language, SortedSet<int> found)
    {
        if (!_byKey.TryGetValue(language, out var byKey)) return;
        IReadOnlyList<string> words = WordPattern.Fold(text);
        for (int at = 0; at < words.Count; at++)
        {
            for (int length = 1; length <= Math.Min(WordPattern.KeyLength, words[at].Length); length++)
            {
                if (!byKey.TryGetValue(words[at][..length], out var patterns)) continue;
                foreach ((WordPattern pattern, int issue) in patterns)
                    if (pattern.Matches(words, at)) found.Add(issue);
            }
        }
    }
}
