using System.Collections.Frozen;
using Dragoman.Language.Packs;

namespace Dragoman.Reading.Attributions;

/// <summary>What a quotation mark can do.</summary>
[Flags]
internal enum MarkRole
{
    None = 0,
    Opens = 1,
    Closes = 2,
}

/// <summary>A character that can be a quotation mark: its level (0 is the outermost) and what it can do there.</summary>
internal readonly record struct QuotationMark(int Level, MarkRole Role, bool MayBeApostrophe);

/// <summary>The quotation marks of a language, from <c>lang/&lt;language&gt;/quotes.yml</c>.</summary>
public sealed class QuotationMarks
{
    private readonly FrozenDictionary<char, QuotationMark> _marks;
    private readonly FrozenSet<string> _elisions;
    private readonly FrozenSet<char> _possessiveEndings;
    private readonly FrozenSet<char> _announcing;
    private readonly FrozenSet<char> _doubled;

    private QuotationMarks(Dictionary<char, QuotationMark> marks, YamlData? file)
    {
        _marks = marks.ToFrozenDictionary();
        _elisions = (file?.Texts("elisions") ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _possessiveEndings = Signs("possessive_endings");
        _announcing = Signs("announcing");
        _doubled = Signs("doubled");

        FrozenSet<char> Signs(string key) => (file?.Texts(key) ?? []).Where(text => text.Length == 1).Select(text => text[0]).ToFrozenSet();
    }

    /// <summary>Loads the marks; every fault goes to <paramref name="problems"/>, and what is sound is kept.</summary>
    public static QuotationMarks Load(DataFolder data, string language, Problems problems)
    {
        YamlData? file = YamlFile.Read(data, $"lang/{language}/quotes.yml", problems);
        Dictionary<char, QuotationMark> marks = [];
        if (file is null) return new(marks, null);
        HashSet<string> apostrophes = [.. file.Texts("apostrophes")];
        IReadOnlyList<YamlData> levels = file.Need("levels")?.Items ?? [];
        for (int level = 0; level < levels.Count; level++)
        {
            levels[level].Need("name");
            Add(levels[level], "open", level, MarkRole.Opens);
            Add(levels[level], "close", level, MarkRole.Closes);
            Add(levels[level], "straight", level, MarkRole.Opens | MarkRole.Closes);
            levels[level].Close();
        }

        QuotationMarks loaded = new(marks, file);
        file.Close();
        return loaded;

        void Add(YamlData map, string key, int level, MarkRole role)
        {
            foreach (YamlData item in map.Get(key)?.Items ?? [])
            {
                if (item.Text.Length != 1) item.Report("DG1030", $"'{item.Text}' is not one character; a quotation mark is");
                else if (!marks.TryAdd(item.Text[0], new(level, role, apostrophes.Contains(item.Text)))) item.Report("DG1031", $"the mark {item.Text} is listed twice");
            }
        }
    }

    internal QuotationMark? At(char sign) => _marks.TryGetValue(sign, out QuotationMark mark) ? mark : null;

    /// <summary>Whether the sign is a quotation mark of any level.</summary>
    public bool IsMark(char sign) => _marks.ContainsKey(sign);

    /// <summary>Whether a word, written after an apostrophe, is one that begins with it.</summary>
    internal bool IsElision(ReadOnlySpan<char> word) => _elisions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether the sign, written twice, is one mark of the outermost level.</summary>
    internal bool IsDoubled(char sign) => _doubled.Contains(sign);

    internal bool EndsLikePossessive(char letter) => _possessiveEndings.Contains(letter);

    /// <summary>Whether a line that ends with this sign announces what follows it.</summary>
    internal bool Announces(char sign) => _announcing.Contains(sign);
}
