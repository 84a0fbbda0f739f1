using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>Reads the <c>slots</c> of a rule, completed by the file's <c>defaults</c>, against the schema of the record kind.</summary>
internal sealed class SlotReader
{
    private readonly FindingKind _kind;
    private readonly WordClasses _classes;

    public SlotReader(FindingKind kind, WordClasses classes)
    {
        _kind = kind;
        _classes = classes;
    }

    public ImmutableArray<SlotRule> Read(YamlData? slots, YamlData? defaults, HashSet<string> names)
    {
        Dictionary<string, SlotRule> read = new(StringComparer.Ordinal);
        Dictionary<string, YamlData> own = slots?.Pairs.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal) ?? [];
        foreach ((string name, YamlData value) in own)
            if (!IsNone(value) && ReadSlot(name, value, names) is { } slot) read[name] = slot;
        foreach ((string name, YamlData value) in defaults?.Pairs ?? [])
            if (!own.ContainsKey(name) && ReadSlot(name, value, names) is { } slot) read[name] = slot;
        return [.. FindingSchema.Of(_kind).Where(s => read.ContainsKey(s.Name)).Select(s => read[s.Name])];
    }

    /// <summary><c>none</c> says that a default does not hold for this rule.</summary>
    private static bool IsNone(YamlData value) => value.IsScalar && value.Text == "none";

    private SlotRule? ReadSlot(string name, YamlData value, HashSet<string> names)
    {
        if (FindingSchema.Find(_kind, name) is not { } schema)
        {
            IEnumerable<string> known = FindingSchema.Of(_kind).Select(s => s.Name);
            string? near = Nearest.To(name, known);
            value.Report("DG1048", $"a {_kind.Word()} has no slot '{name}'; " + (near is null ? $"it has: {string.Join(' ', known)}" : $"did you mean '{near}'?"));
            return null;
        }

        if (value.IsMap) return new(schema) { Choices = [ReadChoice(schema, value, names)] };
        if (value.IsList) return ReadChoices(schema, value, names);
        if (schema.Type == SlotType.Word) return CheckWord(schema, value, value.Text) ? new(schema) { Constant = value.Text } : null;
        return PathParser.Parse(value, _classes, names) is { } lookup ? new(schema) { Lookup = lookup } : null;
    }

    /// <summary>Choices one after the other, and last a word for when none of them holds.</summary>
    private SlotRule ReadChoices(SlotSchema schema, YamlData list, HashSet<string> names)
    {
        YamlData? last = list.Items.LastOrDefault(item => item.IsScalar);
        if (last is not null) CheckWord(schema, last, last.Text);
        return new(schema) { Choices = [.. list.Items.Where(item => item.IsMap).Select(item => ReadChoice(schema, item, names))], Constant = last?.Text };
    }

    private Choice ReadChoice(SlotSchema schema, YamlData value, HashSet<string> names)
    {
        string by = value.Need("by")?.Text ?? "";
        ChoiceBasis basis = by switch { "factuality" => ChoiceBasis.Factuality, "probability" => ChoiceBasis.Probability, _ => ChoiceBasis.Filler };
        Lookup? lookup = null;
        if (basis == ChoiceBasis.Filler && FindingSchema.Find(_kind, by) is null && !names.Contains(by) && by != "trigger")
        {
            basis = ChoiceBasis.Path;
            lookup = value.Get("by") is { } path ? PathParser.Parse(path, _classes, names) : null;
        }

        ImmutableArray<Option>.Builder options = ImmutableArray.CreateBuilder<Option>();
        foreach ((string word, YamlData when) in value.Pairs)
        {
            if (word == "by") continue;
            if (basis == ChoiceBasis.Factuality) ReadFactualityOption(schema, word, when, options);
            else if (CheckWord(schema, when, word)) options.Add(new(word, null, ReadClasses(when)));
        }

        return new(basis, by, options.ToImmutable()) { Lookup = lookup };
    }

    /// <summary><c>planned: proposed</c>: with this factuality, this word.</summary>
    private static void ReadFactualityOption(SlotSchema schema, string factuality, YamlData word, ImmutableArray<Option>.Builder options)
    {
        foreach (Factuality value in Enum.GetValues<Factuality>())
        {
            if (value.Word() != factuality) continue;
            if (CheckWord(schema, word, word.Text)) options.Add(new(word.Text, value, default));
            return;
        }

        word.Report("DG1047", $"'{factuality}' must be one of: {string.Join(' ', Enum.GetValues<Factuality>().Select(f => f.Word()))}");
    }

    /// <summary><c>"@ceasefire @pause"</c>, or <c>"*"</c> for whatever else there is.</summary>
    private ClassSet ReadClasses(YamlData value) => value.Text == "*" ? default : _classes.Find(value);

    private static bool CheckWord(SlotSchema schema, YamlData place, string word)
    {
        if (schema.Words.Contains(word)) return true;
        string? near = Nearest.To(word, schema.Words);
        place.Report("DG1047", $"'{word}' is no word for '{schema.Name}'; " + (near is null ? $"one of: {string.Join(' ', schema.Words)}" : $"did you mean '{near}'?"));
        return false;
    }
}
