using System.Collections.Frozen;
using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Reading.Frames.Rules;

namespace Dragoman.Reading.Events;

/// <summary>The words of a language that evoke events, from <c>lang/&lt;language&gt;/events/</c>, by lemma. A language without that folder has none.</summary>
internal sealed class EventLexicon
{
    private static readonly string[] Header = ["word", "pos", "with", "root", "mode"];

    /// <summary>The classes that the program itself asks for.</summary>
    private static readonly string[] Needed = ["light", "undergo", "happen", "container", "agent", "target"];

    private readonly FrozenDictionary<string, ImmutableArray<EventPattern>> _byWord;
    private readonly Dictionary<string, EventWords> _classes;

    private EventLexicon(IEnumerable<EventPattern> patterns, Dictionary<string, EventWords> classes, FactualityWords commitment)
    {
        _classes = classes;
        Commitment = commitment;
        // stable: of two that ask for as much, the earlier line comes first
        _byWord = patterns.GroupBy(pattern => pattern.Word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(p => p.Weight).ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    public int Count => _byWord.Values.Sum(patterns => patterns.Length);

    /// <summary>The words that say whether the act is done, intended or refused.</summary>
    public FactualityWords Commitment { get; }

    /// <summary>Verbs that only lend a noun its tense and doer: launch (an attack).</summary>
    public EventWords Light => _classes["light"];

    /// <summary>Verbs whose subject undergoes what their object names: face (criticism).</summary>
    public EventWords Undergo => _classes["undergo"];

    /// <summary>Verbs that say of their subject that it takes place: begin, continue.</summary>
    public EventWords Happen => _classes["happen"];

    /// <summary>Nouns and numbers that stand for what follows them: a series (of attacks).</summary>
    public EventWords Container => _classes["container"];

    /// <summary>Prepositions of the doer.</summary>
    public EventWords Agent => _classes["agent"];

    /// <summary>Prepositions of who is at the other end.</summary>
    public EventWords Target => _classes["target"];

    /// <summary>The patterns of a lemma, the most demanding first.</summary>
    public ImmutableArray<EventPattern> Of(string lemma) => _byWord.TryGetValue(lemma, out ImmutableArray<EventPattern> patterns) ? patterns : [];

    /// <summary>Loads the lexicon; every fault goes to <paramref name="problems"/>, and its line is left out.</summary>
    public static EventLexicon Load(DataFolder data, string language, PloverVocabulary vocabulary, Problems problems)
    {
        string folder = $"lang/{language}/events";
        if (!data.Has(folder)) return new([], Needed.ToDictionary(name => name, _ => new EventWords([])), new FactualityWords());
        Dictionary<string, List<string>> lists = Needed.ToDictionary(name => name, _ => new List<string>(), StringComparer.Ordinal);
        foreach (TsvRow row in Tsv.Read(data, $"{folder}/classes.tsv", ["class", "word"], problems))
        {
            if (row[0].Length == 0 || row[1].Length == 0) problems.Add(row.File, row.Line, 1, "DG1040", "a class and a word are needed: weapon ⇥ missile");
            else if (lists.TryGetValue(row[0], out List<string>? words)) words.Add(row[1]);
            else lists.Add(row[0], [row[1]]);
        }

        List<EventPattern> patterns = [];
        foreach (TsvRow row in Tsv.Read(data, $"{folder}/lexicon.tsv", Header, problems))
            if (Pattern(row, language, vocabulary, lists, problems) is { } pattern) patterns.Add(pattern);
        FactualityWords commitment = FactualityWords.LoadFile(data, $"{folder}/commitment.yml", problems);
        return new(patterns, lists.ToDictionary(pair => pair.Key, pair => new EventWords(pair.Value), StringComparer.Ordinal), commitment);
    }

    private static EventPattern? Pattern(TsvRow row, string language, PloverVocabulary vocabulary, Dictionary<string, List<string>> lists, Problems problems)
    {
        string[] words = row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        EventPos? pos = row[1] switch { "verb" => EventPos.Verb, "noun" => EventPos.Noun, "adj" => EventPos.Adj, _ => null };
        if (words.Length == 0) problems.Add(row.File, row.Line, 1, "DG1040", "a word is needed in the first column");
        if (pos is null) problems.Add(row.File, row.Line, row.ColumnOf(1), "DG1046", $"'{row[1]}' is no part of speech here; known: verb, noun, adj");
        ImmutableArray<EventCondition>.Builder with = ImmutableArray.CreateBuilder<EventCondition>();
        bool sound = words.Length > 0 && pos is not null;
        foreach (string cell in row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Condition(row, cell, lists, problems) is { } condition) with.Add(condition);
            else sound = false;
        }

        if (vocabulary.Read(row, 3, 4, problems) is not var (root, mode) || !sound) return null;
        return new()
        {
            Word = words[0],
            Particles = [.. words[1..]],
            Pos = pos!.Value,
            With = with.ToImmutable(),
            Root = root,
            Mode = mode,
            Rule = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{language}/events/lexicon.tsv#{row.Line}"),
        };
    }

    /// <summary><c>obj</c>, <c>obj=@weapon|tank</c>, <c>!inf</c>, <c>against</c>; in a word, <c>_</c> stands for a space.</summary>
    private static EventCondition? Condition(TsvRow row, string cell, Dictionary<string, List<string>> lists, Problems problems)
    {
        bool negated = cell[0] == '!';
        string[] sides = cell[(negated ? 1 : 0)..].Split('=');
        if (sides.Length > 2 || sides.Any(side => side.Length == 0))
        {
            problems.Add(row.File, row.Line, row.ColumnOf(2), "DG1042", $"'{cell}' is no condition; write obj, obj=@class|word, !inf or a preposition");
            return null;
        }

        EventPlace place = sides[0] switch
        {
            "obj" => EventPlace.Object,
            "subj" => EventPlace.Subject,
            "inf" => EventPlace.Infinitive,
            "clause" => EventPlace.Clause,
            "mod" => EventPlace.Modifier,
            _ => EventPlace.Marker,
        };
        if (sides.Length == 1) return new(place, sides[0], negated, null);
        List<string> words = [];
        foreach (string item in sides[1].Split('|'))
        {
            if (!item.StartsWith('@'))
            {
                words.Add(item.Replace('_', ' '));
            }
            else if (lists.TryGetValue(item[1..], out List<string>? list))
            {
                words.AddRange(list);
            }
            else
            {
                problems.Add(row.File, row.Line, row.ColumnOf(2), "DG1043", $"there is no word class '{item[1..]}' in classes.tsv" + (Nearest.To(item[1..], lists.Keys) is { } near ? $"; did you mean '{near}'?" : ""));
                return null;
            }
        }

        return new(place, sides[0], negated, new(words));
    }
}
