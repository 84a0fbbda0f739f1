using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Reading.Events;

/// <summary>Tells the nearest CAMEO code of a record, by <c>vocab/record-cameo.tsv</c>. The way from PLOVER back is not unique, so it is not taken.</summary>
public sealed class CameoCoder
{
    private const string File = "vocab/record-cameo.tsv";

    private static readonly string[] Header = ["kind", "when", "cameo"];

    private readonly ILookup<string, Line> _lines;

    private CameoCoder(IEnumerable<Line> lines) => _lines = lines.ToLookup(line => line.Kind);

    private sealed record Line(string Kind, string? Slot, string? Word, string Code);

    /// <summary>Loads the table; every fault goes to <paramref name="problems"/>, and its line is left out.</summary>
    public static CameoCoder Load(DataFolder data, Problems problems)
    {
        List<Line> lines = [];
        foreach (TsvRow row in Tsv.Read(data, File, Header, problems))
        {
            string[] when = row[1].Split('=');
            FindingKind kind = FindingSchema.Kinds.FirstOrDefault(k => k.Word() == row[0], (FindingKind)(-1));
            if (!Enum.IsDefined(kind))
                problems.Add(row.File, row.Line, 1, "DG1047", $"'{row[0]}' is no kind of record; it must be one of: {string.Join(", ", FindingSchema.Kinds.Select(k => k.Word()))}");
            else if (when[0].Length > 0 && FindingSchema.Find(kind, when[0]) is null)
                problems.Add(row.File, row.Line, row.ColumnOf(1), "DG1048", $"a {row[0]} has no slot '{when[0]}'; it has: {string.Join(", ", FindingSchema.Of(kind).Select(s => s.Name))}");
            else
                lines.Add(new(row[0], when[0].Length > 0 ? when[0] : null, when.Length == 2 ? when[1] : null, row[2]));
        }

        return new(lines);
    }

    /// <summary>Two to four digits; null for a record that is no actual act, or that CAMEO has no code for.</summary>
    public string? Code(Finding finding) => finding.Factuality is null or Factuality.Actual
        ? _lines[finding.Kind.Word()].FirstOrDefault(line => Holds(line, finding))?.Code
        : null;

    private static bool Holds(Line line, Finding finding) =>
        line.Slot is not { } slot || (finding[slot] is { } value && (line.Word is not { } word || value is SlotValue.Word { Value: var said } && said == word));
}
