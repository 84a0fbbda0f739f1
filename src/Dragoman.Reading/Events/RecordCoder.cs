using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Reading.Events;

/// <summary>The PLOVER code of a record.</summary>
public sealed record RecordCode(PloverRoot Root, string? Mode, ImmutableArray<string> Source, ImmutableArray<string> Target, string Rule);

/// <summary>Tells the PLOVER event of a record from its kind, slots and factuality, by <c>vocab/record-plover.tsv</c>.</summary>
public sealed class RecordCoder
{
    private const string File = "vocab/record-plover.tsv";

    private static readonly string[] Header = ["kind", "when", "root", "mode", "source", "target"];

    private readonly PloverVocabulary _vocabulary;
    private readonly ILookup<FindingKind, Line> _lines;

    private RecordCoder(PloverVocabulary vocabulary, IEnumerable<Line> lines)
    {
        _vocabulary = vocabulary;
        _lines = lines.ToLookup(line => line.Kind);
    }

    /// <summary>A line of the table. <paramref name="Word"/> is null when the slot need only be filled.</summary>
    private sealed record Line(FindingKind Kind, string? Slot, string? Word, PloverRoot Root, string? Mode, string Source, string Target, int Number);

    /// <summary>Loads the table; every fault goes to <paramref name="problems"/>, and its line is left out.</summary>
    public static RecordCoder Load(DataFolder data, PloverVocabulary vocabulary, Problems problems)
    {
        List<Line> lines = [];
        foreach (TsvRow row in Tsv.Read(data, File, Header, problems))
        {
            if (FindingSchema.Kinds.FirstOrDefault(kind => kind.Word() == row[0], (FindingKind)(-1)) is var kind && !Enum.IsDefined(kind))
            {
                problems.Add(row.File, row.Line, 1, "DG1047", $"'{row[0]}' is no kind of record; it must be one of: {string.Join(", ", FindingSchema.Kinds.Select(k => k.Word()))}");
                continue;
            }

            string[] when = row[1].Split('=');
            int before = problems.Items.Count;
            CheckSlot(row, 1, kind, when[0], problems);
            CheckSlot(row, 4, kind, row[4], problems);
            CheckSlot(row, 5, kind, row[5], problems);
            if (when.Length == 2 && FindingSchema.Find(kind, when[0]) is { } slot && !slot.Words.Contains(when[1]))
                problems.Add(row.File, row.Line, row.ColumnOf(1), "DG1047", $"'{when[1]}' is no word for '{when[0]}'; it must be one of: {string.Join(", ", slot.Words)}");
            if (vocabulary.Read(row, 2, 3, problems) is var (root, mode) && problems.Items.Count == before)
                lines.Add(new(kind, when[0].Length > 0 ? when[0] : null, when.Length == 2 ? when[1] : null, root, mode, row[4], row[5], row.Line));
        }

        return new(vocabulary, lines);
    }

    /// <summary>The event of a record, or null if the record is none (a forecast), or the act is denied and PLOVER has no root for that.</summary>
    public RecordCode? Code(Finding finding)
    {
        if (_lines[finding.Kind].FirstOrDefault(line => Holds(line, finding)) is not { } line) return null;
        string? name = line.Root.Under(finding.Factuality ?? Factuality.Actual);
        // what is refused and denied alike ("refused to meet") is one refusal
        if (name is null && finding.Factuality == Factuality.Denied && line.Word is not null) name = line.Root.Name;
        if (name is null || _vocabulary.Find(name) is not { } root) return null;
        ImmutableArray<string> source = Actors(finding, line.Source);
        ImmutableArray<string> target = Actors(finding, line.Target);
        string rule = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}#{line.Number}");
        return new(root, root == line.Root ? line.Mode : null, source, target.IsEmpty && root.IsMutual && source.Length > 1 ? source : target, rule);
    }

    private static bool Holds(Line line, Finding finding) =>
        line.Slot is not { } slot || (finding[slot] is { } value && (line.Word is not { } word || value is SlotValue.Word { Value: var said } && said == word));

    private static ImmutableArray<string> Actors(Finding finding, string slot) => slot.Length > 0 && finding[slot] is SlotValue.Actors actors ? actors.Ids : [];

    private static void CheckSlot(TsvRow row, int cell, FindingKind kind, string slot, Problems problems)
    {
        if (slot.Length == 0 || FindingSchema.Find(kind, slot) is not null) return;
        problems.Add(row.File, row.Line, row.ColumnOf(cell), "DG1048", $"a {kind.Word()} has no slot '{slot}'; it has: {string.Join(", ", FindingSchema.Of(kind).Select(s => s.Name))}");
    }
}
