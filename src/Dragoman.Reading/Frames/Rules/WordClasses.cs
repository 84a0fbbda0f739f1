using Dragoman.Language;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>The word classes of a language (<c>lang/en/frames/classes.tsv</c>, and the phrases of <c>probability.tsv</c>) that rules refer to as <c>@ceasefire</c>.</summary>
internal sealed class WordClasses
{
    private const int Most = 64;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<List<string>> _words = [];
    private readonly Phrases<int> _phrases = new();

    public IEnumerable<string> Names => _numbers.Keys;

    public static WordClasses Load(DataFolder data, string language, Problems problems)
    {
        WordClasses classes = new();
        if (data.Has(Probabilities.FileOf(language)))
            foreach (TsvRow row in Tsv.Read(data, Probabilities.FileOf(language), Probabilities.Header, new Problems())) classes.Add(row, Probabilities.Class, row[0], problems);
        foreach (TsvRow row in Tsv.Read(data, $"lang/{language}/frames/classes.tsv", ["class", "word"], problems)) classes.Add(row, row[0], row[1], problems);
        return classes;
    }

    /// <summary>The bit of a class in the masks that <see cref="Mark"/> gives, or 0 if there is no such class.</summary>
    public ulong BitOf(string name) => _numbers.TryGetValue(name, out int number) ? 1UL << number : 0;

    /// <summary>The words and phrases of a class; none if there is no such class.</summary>
    public IReadOnlyList<string> WordsOf(string name) => _numbers.TryGetValue(name, out int number) ? _words[number] : [];

    /// <summary>For each token, the classes that it (or a phrase that it heads) belongs to.</summary>
    public ulong[] Mark(AnnotatedDocument text)
    {
        ulong[] masks = new ulong[text.Tokens.Length];
        for (int t = 0; t < masks.Length; t++)
            _phrases.At(text, t, masks, static (masks, hit) => masks[hit.Head] |= 1UL << hit.Value);
        return masks;
    }

    private void Add(TsvRow row, string name, string word, Problems problems)
    {
        if (name.Length == 0 || word.Length == 0) problems.Add(row.File, row.Line, 1, "DG1040", "a class and a word are needed: ceasefire ⇥ truce");
        else if (NumberOf(name) is { } number) Add(number, word);
        else problems.Add(row.File, row.Line, 1, "DG1041", $"more than {Most} classes; merge some");
    }

    private void Add(int number, string word)
    {
        _words[number].Add(word);
        _phrases.Add(word, number);
    }

    private int? NumberOf(string name)
    {
        if (_numbers.TryGetValue(name, out int number)) return number;
        if (_numbers.Count == Most) return null;
        _numbers.Add(name, _numbers.Count);
        _words.Add([]);
        return _numbers.Count - 1;
    }
}
