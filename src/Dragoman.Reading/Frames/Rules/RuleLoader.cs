using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>Reads <c>lang/en/frames/*.yml</c>: one file a record kind, strictly, with every fault reported.</summary>
internal sealed class RuleLoader
{
    private readonly WordClasses _classes;
    private readonly string _language;
    private readonly ImmutableArray<FrameRule>.Builder _rules = ImmutableArray.CreateBuilder<FrameRule>();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private RuleLoader(WordClasses classes, string language)
    {
        _classes = classes;
        _language = language;
    }

    public static ImmutableArray<FrameRule> Load(DataFolder data, string language, WordClasses classes, Problems problems)
    {
        RuleLoader loader = new(classes, language);
        foreach (FindingKind kind in FindingSchema.Kinds)
        {
            string file = $"lang/{language}/frames/{kind.Word()}.yml";
            if (data.Has(file) && YamlFile.Read(data, file, problems) is { } root) loader.ReadFile(root, kind);
        }

        return loader._rules.ToImmutable();
    }

    private void ReadFile(YamlData root, FindingKind kind)
    {
        SlotReader slots = new(kind, _classes);
        YamlData? defaults = root.Get("defaults");
        ImmutableArray<Lookup> unless = ReadUnless(root, []);
        ClassSet delegates = root.Get("delegates") is { } value ? _classes.Find(value) : default;
        foreach (YamlData rule in root.Need("rules")?.Items ?? []) ReadRule(rule, slots, new(kind, defaults, unless, delegates));
        root.Close();
    }

    private void ReadRule(YamlData rule, SlotReader slots, Shared shared)
    {
        FindingKind kind = shared.Kind;
        string id = rule.Need("id")?.Text ?? "";
        string place = $"{_language}/frames/{kind.Word()}.yml#{id}";
        if (!_ids.Add(place)) rule.Report("DG1044", $"the id '{id}' is used twice in this file; a rule's id is its place");
        HashSet<string> names = new(StringComparer.Ordinal);
        ImmutableArray<Condition> where = ReadWhere(rule.Get("where"), names);
        ImmutableArray<RuleExample> examples = ExampleReader.Read(rule, kind);
        if (!examples.Any(e => e.Kind != ExampleKind.Not)) rule.Report("DG1045", $"rule '{id}' has no example; give a sentence under 'examples' (or 'todo' if it is missed today)");
        _rules.Add(new FrameRule
        {
            Id = place,
            Place = string.Create(CultureInfo.InvariantCulture, $"{rule.File}:{rule.Line}"),
            Kind = kind,
            Order = _rules.Count,
            Triggers = ReadTriggers(rule.Need("trigger")),
            Upos = [.. rule.Get("upos")?.Items.Select(item => ReadUpos(item)) ?? []],
            Where = where,
            Unless = [.. shared.Unless, .. ReadUnless(rule, names)],
            Slots = slots.Read(rule.Get("slots"), shared.Defaults, names),
            Factuality = rule.Get("factuality") is { } word && !names.Contains(word.Text) ? ReadFactuality(word) : null,
            FactualityOf = rule.Get("factuality") is { } name && names.Contains(name.Text) ? name.Text : null,
            Delegates = shared.Delegates,
            Examples = examples,
        });
        rule.Close();
    }

    private ImmutableArray<Condition> ReadWhere(YamlData? where, HashSet<string> names)
    {
        ImmutableArray<Condition>.Builder conditions = ImmutableArray.CreateBuilder<Condition>();
        if (where is null) return [];
        foreach ((string name, YamlData value) in where.IsMap ? where.Pairs : [.. where.Items.Select(item => ("", item))])
        {
            if (PathParser.Parse(value, _classes, names) is { } lookup) conditions.Add(new(name, lookup));
            if (name.Length > 0) names.Add(name);
        }

        return conditions.ToImmutable();
    }

    private ImmutableArray<string> ReadTriggers(YamlData? trigger)
    {
        ImmutableArray<string>.Builder triggers = ImmutableArray.CreateBuilder<string>();
        foreach (YamlData item in trigger?.Items ?? [])
        {
            string text = item.Text;
            if (text.StartsWith('@')) _classes.Find(text[1..], item);
            triggers.Add(text);
        }

        return triggers.ToImmutable();
    }

    private static Upos ReadUpos(YamlData item)
    {
        if (Enum.TryParse(item.Text, ignoreCase: false, out Upos upos)) return upos;
        item.Report("DG1046", $"'{item.Text}' is no part of speech of UD; one of: {string.Join(' ', Enum.GetNames<Upos>())}");
        return Upos.X;
    }

    private static Factuality? ReadFactuality(YamlData item)
    {
        foreach (Factuality value in Enum.GetValues<Factuality>())
            if (value.Word() == item.Text) return value;
        item.Report("DG1047", $"'{item.Text}' must be a name under 'where' or one of: {string.Join(' ', Enum.GetValues<Factuality>().Select(f => f.Word()))}");
        return null;
    }

    /// <summary>What a file says for all its rules.</summary>
    private sealed record Shared(FindingKind Kind, YamlData? Defaults, ImmutableArray<Lookup> Unless, ClassSet Delegates);

    private ImmutableArray<Lookup> ReadUnless(YamlData place, HashSet<string> names) =>
        [.. place.Get("unless")?.Items.Select(item => PathParser.Parse(item, _classes, names)).OfType<Lookup>() ?? []];
}
