using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record;
using NodaTime.Text;

namespace Dragoman.Storage.Import;

/// <summary>Where a slot's value stands in a sheet of another make.</summary>
/// <param name="Column">The heading; null for a value that all rows share.</param>
/// <param name="Value">That value.</param>
/// <param name="Words">For a slot of words: what the sheet says and what that is here.</param>
/// <param name="Format">For a time: how the sheet writes a day, in the letters of NodaTime (<c>d.M.uuuu</c>).</param>
/// <param name="Split">For actors: what stands between several.</param>
public sealed record SlotMapping(string Slot, string? Column, string? Value, ImmutableDictionary<string, string> Words, LocalDatePattern Format, char Split);

/// <summary>What the mapping knows of an actor that the sheet names.</summary>
public sealed record ActorMapping(ActorKind Kind, string? Country, string? World);

/// <summary>How the rows of a sheet of another make become records: a YAML file, read strictly. <c>docs/importing.md</c> shows one.</summary>
public sealed record SheetMapping
{
    private static readonly ImmutableDictionary<string, string> NoWords = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The mapping's file name: the rules of the records name it.</summary>
    public required string File { get; init; }

    public required FindingKind Kind { get; init; }

    /// <summary>The column whose cell the record is known by.</summary>
    public required string Anchor { get; init; }

    public string? Title { get; init; }

    /// <summary>Who coded the sheet: its records count as confirmed by them; without it they are drafts.</summary>
    public string? Coder { get; init; }

    public string? Published { get; init; }

    public required Factuality Factuality { get; init; }

    /// <summary>Columns that are left aside on purpose.</summary>
    public required ImmutableArray<string> Skip { get; init; }

    public required ImmutableArray<SlotMapping> Slots { get; init; }

    public required ImmutableDictionary<string, ActorMapping> Actors { get; init; }

    /// <summary>Loads the mapping; every fault goes to <paramref name="problems"/>. Null if it has any.</summary>
    public static SheetMapping? Load(DataFolder folder, string file, Problems problems)
    {
        if (YamlFile.Read(folder, file, problems) is not { } root) return null;
        int before = problems.Items.Count;
        FindingKind kind = Word<FindingKind>(root.Need("kind"), default);
        SheetMapping mapping = new()
        {
            File = file,
            Kind = kind,
            Anchor = root.Need("anchor")?.Text ?? "",
            Title = root.Get("title")?.Text,
            Coder = root.Get("coder")?.Text,
            Published = root.Get("published")?.Text,
            Factuality = Word(root.Get("factuality"), Factuality.Actual),
            Skip = [.. root.Texts("skip")],
            Slots = [.. (root.Need("slots")?.Pairs ?? []).Select(pair => Slot(kind, pair.Key, pair.Value)).OfType<SlotMapping>()],
            Actors = (root.Get("actors")?.Pairs ?? []).ToImmutableDictionary(pair => pair.Key, pair => Actor(pair.Value), StringComparer.Ordinal),
        };
        root.Close();
        return problems.Items.Count == before ? mapping : null;
    }

    private static SlotMapping? Slot(FindingKind kind, string name, YamlData data)
    {
        if (FindingSchema.Find(kind, name) is not { } slot)
        {
            data.Report("DG1048", $"a {kind.Word()} has no slot '{name}'; it has: {string.Join(", ", FindingSchema.Of(kind).Select(s => s.Name))}");
            return null;
        }

        SlotMapping mapping = new(
            name,
            data.Get("column")?.Text,
            data.Get("value")?.Text,
            data.Get("words")?.Pairs.ToImmutableDictionary(pair => pair.Key, pair => Allowed(slot, pair.Value), StringComparer.Ordinal) ?? NoWords,
            Format(data.Get("format")),
            data.Get("split")?.Text is [var split] ? split : ';');
        if ((mapping.Column is null) == (mapping.Value is null)) data.Report("DG1005", "a slot has either a column or a value");
        if (mapping.Value is not null && slot.Type is not (SlotType.Word or SlotType.Duration)) data.Report("DG1005", "only a word or a duration may be the same for all rows; name a column");
        if (mapping.Value is { } value && slot.Type == SlotType.Word && !slot.Words.Contains(value)) data.Report("DG1047", $"'{value}' is none of: {string.Join(", ", slot.Words)}");
        data.Close();
        return mapping;
    }

    private static string Allowed(SlotSchema slot, YamlData word)
    {
        if (!slot.Words.Contains(word.Text)) word.Report("DG1047", $"'{word.Text}' is none of: {string.Join(", ", slot.Words)}");
        return word.Text;
    }

    private static LocalDatePattern Format(YamlData? format)
    {
        if (format is null) return LocalDatePattern.Iso;
        try
        {
            return LocalDatePattern.CreateWithInvariantCulture(format.Text);
        }
        catch (InvalidPatternException unusable)
        {
            format.Report("DG1005", $"no form of a date: {unusable.Message}");
            return LocalDatePattern.Iso;
        }
    }

    private static ActorMapping Actor(YamlData data)
    {
        ActorMapping actor = new(Word(data.Need("kind"), ActorKind.Unnamed), data.Get("country")?.Text, data.Get("world")?.Text);
        data.Close();
        return actor;
    }

    private static T Word<T>(YamlData? data, T otherwise)
        where T : struct, Enum
    {
        if (data is null) return otherwise;
        try
        {
            return ContractWords.Parse<T>(data.Text);
        }
        catch (FormatException unknown)
        {
            data.Report("DG1047", unknown.Message);
            return otherwise;
        }
    }
}
