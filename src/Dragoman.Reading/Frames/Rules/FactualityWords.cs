using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>The words of a language that say how far the text commits itself (<c>factuality.yml</c>).</summary>
internal sealed class FactualityWords
{
    private readonly HashSet<string> _negation = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _conditions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Auxiliaries: may, will.</summary>
    public Dictionary<string, Factuality> Modals { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Verbs, adjectives and nouns that govern the event: plan to, refuse to.</summary>
    public Dictionary<string, Factuality> Governors { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adjectives, adverbs and participles that modify the event: planned, alleged.</summary>
    public Dictionary<string, Factuality> Modifiers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static FactualityWords Load(DataFolder data, string language, Problems problems) => LoadFile(data, $"lang/{language}/factuality.yml", problems);

    /// <summary>Loads a file of the same shape as <c>factuality.yml</c>.</summary>
    public static FactualityWords LoadFile(DataFolder data, string file, Problems problems)
    {
        FactualityWords words = new();
        if (YamlFile.Read(data, file, problems) is not { } root) return words;
        words._negation.UnionWith(root.Texts("negation"));
        words._conditions.UnionWith(root.Texts("conditions"));
        Fill(words.Modals, root.Get("modals"));
        Fill(words.Governors, root.Get("governors"));
        Fill(words.Modifiers, root.Get("modifiers"));
        root.Close();
        return words;
    }

    public bool IsNegation(string word) => _negation.Contains(word);

    public bool IsCondition(string word) => _conditions.Contains(word);

    private static void Fill(Dictionary<string, Factuality> words, YamlData? map)
    {
        if (map is null) return;
        foreach (Factuality factuality in Enum.GetValues<Factuality>())
        {
            foreach (YamlData item in map.Get(factuality.Word())?.Items ?? [])
                if (!words.TryAdd(item.Text, factuality)) item.Report("DG1044", $"'{item.Text}' stands twice here, once as {words[item.Text].Word()}");
        }

        map.Close();
    }
}
