using Dragoman.Language;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>The word classes of a language (<c>lang/en/frames/classes.tsv</c>, and the phrases of <c>probability.tsv</c>) that rules refer to as <c>@ceasefire</c>.</summary>
internal sealed class WordClasses
{
    /// <summary>The class of phrases that mean something else than their words: no other class, and no rule, sees the words of "trade war".</summary>
    public const string Idiom = "idiom";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<List<string>> _words = [];
    private readonly Phrases<int> _phrases = new();
    private readonly Phrases<bool> _idioms = new();

    public IEnumerable<string> Names => _numbers.Keys;

    public static WordClasses Load(DataFolder data, string language, Problems problems)
    {
        WordClasses classes = new();
        if (data.Has(Probabilities.FileOf(language)))
            foreach (TsvRow row in Tsv.Read(data, Probabilities.FileOf(language), Probabilities.Header, new Problems())) classes.Add(row, Probabilities.Class, row[0], problems);
        foreach (TsvRow row in Tsv.Read(data, $"lang/{language}/frames/classes.tsv", ["class", "word"], problems)) classes.Add(row, row[0], row[1], problems);
        return classes;
    }

    /// <summary>The set of one class; empty if there is no such class.</summary>
    public ClassSet Of(string name) => _numbers.TryGetValue(name, out int number) ? ClassSet.Of(number) : default;

    /// <summary>The set of one class; if there is none of this name, a problem at the place and the empty set.</summary>
    public ClassSet Find(string name, YamlData place)
    {
        if (_numbers.ContainsKey(name)) return Of(name);
        string? near = Nearest.To(name, Names);
        place.Report("DG1043", $"there is no class '@{name}' in classes.tsv" + (near is null ? "" : $"; did you mean '@{near}'?"));
        return default;
    }

    /// <summary>The set of the classes that a value lists: <c>"@ceasefire @pause"</c>.</summary>
    public ClassSet Find(YamlData value)
    {
        ClassSet found = default;
        foreach (string name in value.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) found |= Find(name.TrimStart('@'), value);
        return found;
    }

    /// <summary>The words and phrases of a class; none if there is no such class.</summary>
    public IReadOnlyList<string> WordsOf(string name) => _numbers.TryGetValue(name, out int number) ? _words[number] : [];

    /// <summary>For each token, the classes that it (or a phrase that it heads) belongs to; the words of an idiom have the classes of the idiom alone.</summary>
    public ClassSet[] Mark(AnnotatedDocument text)
    {
        ClassSet[] classes = new ClassSet[text.Tokens.Length];
        for (int t = 0; t < classes.Length; t++) _phrases.At(text, t, classes, static (classes, hit) => classes[hit.Head] |= ClassSet.Of(hit.Value));
        List<(int First, int End)> idioms = [];
        for (int t = 0; t < classes.Length; t++) _idioms.At(text, t, idioms, static (idioms, hit) => idioms.Add((hit.First, hit.End)));
        foreach ((int first, int end) in idioms)
        {
            ClassSet whole = default;
            _phrases.At(text, first, hit => whole |= hit.End == end ? ClassSet.Of(hit.Value) : default);
            classes.AsSpan(first, end - first).Fill(whole);
        }

        return classes;
    }

    private void Add(TsvRow row, string name, string word, Problems problems)
    {
        if (name.Length == 0 || word.Length == 0) problems.Add(row.File, row.Line, 1, "DG1040", "a class and a word are needed: ceasefire ⇥ truce");
        else if (NumberOf(name) is { } number) Add(name, number, word);
        else problems.Add(row.File, row.Line, 1, "DG1041", $"more than {ClassSet.Capacity} classes; merge some");
    }

    private void Add(string name, int number, string word)
    {
        _words[number].Add(word);
        _phrases.Add(word, number);
        if (name == Idiom) _idioms.Add(word, true);
    }

    private int? NumberOf(string name)
    {
        if (_numbers.TryGetValue(name, out int number)) return number;
        if (_numbers.Count == ClassSet.Capacity) return null;
        _numbers.Add(name, _numbers.Count);
        _words.Add([]);
        return _numbers.Count - 1;
    }
}
