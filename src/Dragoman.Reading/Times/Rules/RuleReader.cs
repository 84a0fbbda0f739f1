using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Reading.Times.Patterns;
using Dragoman.Reading.Times.Values;
using Dragoman.Record;

namespace Dragoman.Reading.Times.Rules;

/// <summary>Reads a language's rules: <c>timex/*.yml</c>, each with <c>phrases</c> (named parts of patterns, known in all files) and <c>rules</c>.</summary>
internal sealed class RuleReader(DataFolder data, string language, Lexicon lexicon, Problems problems)
{
    private const string BadPattern = "DG1052";
    private const string BadValue = "DG1053";
    private const string Twice = "DG1054";
    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public ImmutableArray<TimexRule> Read()
    {
        List<YamlData> files = [.. data.Files($"lang/{language}/timex", ".yml").Select(file => YamlFile.Read(data, file, problems)).OfType<YamlData>()];
        foreach (YamlData file in files) ReadPhrases(file);
        PatternParser patterns = new(lexicon, _phrases);
        List<TimexRule> rules = [];
        foreach (YamlData file in files)
        {
            foreach (YamlData rule in file.Get("rules")?.Items ?? [])
                if (ReadRule(rule, patterns) is { } read) rules.Add(read);
            file.Close();
        }

        return [.. rules.OrderBy(rule => rule.Type is not null)]; // what is no time comes first, so that it wins over a time of the same length
    }

    private void ReadPhrases(YamlData file)
    {
        foreach ((string name, YamlData phrase) in file.Get("phrases")?.Pairs ?? [])
            if (!_phrases.TryAdd(name, phrase.Text)) phrase.Report(Twice, $"phrase '{name}' is already there");
    }

    private TimexRule? ReadRule(YamlData rule, PatternParser patterns)
    {
        string id = ReadId(rule);
        Pattern? pattern = rule.Need("pattern") is { } source ? ReadPattern(source, patterns) : null;
        TimexType? type = rule.Need("type") is { } kind ? ReadType(kind) : null;
        bool isTime = rule.Get("type")?.Text != "none";
        ValueExpression? value = isTime && rule.Need("value") is { } meaning && pattern is not null ? ReadValue(meaning, pattern) : null;
        ImmutableArray<TimexExample> examples = rule.Need("examples") is { } list ? [.. list.Items.Select(ReadExample)] : [];
        string[] not = [.. rule.Texts("not")];
        rule.Close();
        return pattern is null || (isTime && (type is null || value is null)) ? null : new(id, pattern, type, value) { Examples = examples, Not = [.. not] };
    }

    private string ReadId(YamlData rule)
    {
        string id = rule.File["lang/".Length..] + "#" + (rule.Need("id")?.Text ?? "");
        if (!_ids.Add(id)) rule.Report(Twice, $"rule '{id}' is already there");
        return id;
    }

    private static Pattern? ReadPattern(YamlData source, PatternParser patterns)
    {
        try
        {
            return patterns.Parse(source.Text);
        }
        catch (PatternException error)
        {
            source.Report(BadPattern, error.Message);
            return null;
        }
    }

    private static ValueExpression? ReadValue(YamlData source, Pattern pattern)
    {
        try
        {
            return ValueParser.Parse(source.Text, pattern.Slots);
        }
        catch (ValueException error)
        {
            source.Report(BadValue, error.Message);
            return null;
        }
    }

    private static TimexType? ReadType(YamlData kind)
    {
        switch (kind.Text)
        {
            case "DATE": return TimexType.Date;
            case "TIME": return TimexType.Time;
            case "DURATION": return TimexType.Duration;
            case "SET": return TimexType.Set;
            case "none": return null;
            default:
                kind.Report(BadValue, $"'{kind.Text}' is no type; known: DATE, TIME, DURATION, SET, none");
                return null;
        }
    }

    /// <summary>An example is a text, or a text with the document's date (<c>on</c>) and the value.</summary>
    private static TimexExample ReadExample(YamlData example)
    {
        if (!example.IsMap) return new(example.Text, null, null);
        TimexExample read = new(example.Need("text")?.Text ?? "", example.Get("on")?.Text, example.Get("value")?.Text is var value && value == "null" ? null : value);
        example.Close();
        return read;
    }
}
