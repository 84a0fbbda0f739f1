using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Dragoman.Record;
using Dragoman.Storage.Export.Csv;
using NodaTime.Text;

namespace Dragoman.Storage.Import;

/// <summary>
/// Reads a sheet of another make by a mapping: the file becomes a document, each row a record that cites its cells. Every column must be
/// mapped or skipped by name, and every cell must be readable, else nothing is imported: a sheet is not imported by halves.
/// </summary>
public sealed class MappedSheetReader
{
    public const string Reader = "sheet/1";

    private readonly SheetFile _sheet;
    private readonly SheetMapping _mapping;
    private readonly List<SheetProblem> _problems = [];
    private readonly List<(string Name, Passage Place)> _names = [];
    private readonly List<string> _actors = [];
    private readonly List<CitedTime> _times = [];

    private MappedSheetReader(SheetFile sheet, SheetMapping mapping) => (_sheet, _mapping) = (sheet, mapping);

    /// <summary>The reading of the sheet, and every cell that cannot be read; the reading is null if there is one.</summary>
    public static (DocumentReading? Reading, ImmutableArray<SheetProblem> Problems) Read(SheetFile sheet, SheetMapping mapping)
    {
        MappedSheetReader reader = new(sheet, mapping);
        reader.CheckColumns();
        ImmutableArray<Finding> findings = [.. sheet.Rows.Select(reader.Read).OfType<Finding>()];
        return reader._problems.Count > 0 ? (null, [.. reader._problems]) : (reader.Reading(findings), []);
    }

    private void CheckColumns()
    {
        string[] mapped = [_mapping.Anchor, .. _mapping.Slots.Select(s => s.Column).OfType<string>(), .. _mapping.Skip];
        foreach (string column in mapped.Where(c => !_sheet.Header.Contains(c)).Distinct()) _problems.Add(new(1, column, $"{_mapping.File} names this column, which the sheet does not have; it has: {string.Join(", ", _sheet.Header)}"));
        foreach (string column in _sheet.Header.Where(c => c.Length > 0 && !mapped.Contains(c))) _problems.Add(new(1, column, $"{_mapping.File} does not say what this column is; map it, or list it under skip"));
    }

    private Finding? Read(SheetRow row)
    {
        if (_sheet.Cell(row, _mapping.Anchor) is not { Text.Length: > 0 } anchor)
        {
            if (_sheet.Header.Contains(_mapping.Anchor)) _problems.Add(new(row.Number, _mapping.Anchor, "the cell that the record is known by is empty"));
            return null;
        }

        Dictionary<string, SlotValue> values = new(StringComparer.Ordinal);
        foreach (SlotMapping slot in _mapping.Slots)
        {
            try
            {
                if (Value(row, slot) is { } value) values[slot.Slot] = value;
            }
            catch (FormatException unreadable)
            {
                _problems.Add(new(row.Number, slot.Column ?? slot.Slot, unreadable.Message));
            }
        }

        return new()
        {
            Id = "R" + row.Number.ToString(CultureInfo.InvariantCulture),
            Kind = _mapping.Kind,
            Anchor = Cite(anchor.Start, anchor.End),
            Evidence = Cite(row.Start, row.End),
            Factuality = FindingSchema.CarriesFactuality(_mapping.Kind) ? _mapping.Factuality : null,
            Slots = [.. FindingSchema.Of(_mapping.Kind).Where(s => values.ContainsKey(s.Name)).Select(s => new Slot(s.Name, values[s.Name]))],
            Rule = string.Create(CultureInfo.InvariantCulture, $"{_mapping.File}#row-{row.Number}"),
        };
    }

    private SlotValue? Value(SheetRow row, SlotMapping slot)
    {
        if (slot.Value is { } same) return new SlotValue.Word(same);
        if (_sheet.Cell(row, slot.Column!) is not { } cell || cell.Text.Trim() is not { Length: > 0 } text) return null;
        Passage place = Cite(cell.Start, cell.End);
        SlotSchema schema = FindingSchema.Find(_mapping.Kind, slot.Slot)!;
        return schema.Type switch
        {
            SlotType.Actors => new SlotValue.Actors([.. text.Split(slot.Split).Select(name => name.Trim()).Where(name => name.Length > 0).Select(name => ActorOf(name, place)).Distinct(StringComparer.Ordinal)]),
            SlotType.Time => new SlotValue.Time(TimeOf(text, place, slot.Format)),
            SlotType.Text => new SlotValue.Text(place),
            SlotType.Number => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? new SlotValue.Number(number) : throw new FormatException($"'{text}' is no whole number"),
            SlotType.Duration => PeriodPattern.NormalizingIso.Parse(text).Success ? new SlotValue.Word(text) : throw new FormatException($"'{text}' is no ISO 8601 duration (PT30H, P30D)"),
            _ => new SlotValue.Word(WordOf(text, slot, schema)),
        };
    }

    private string WordOf(string text, SlotMapping slot, SlotSchema schema)
    {
        if (slot.Words.TryGetValue(text, out string? word)) return word;
        if (schema.Words.Contains(text)) return text;
        throw new FormatException($"'{text}' is none of: {string.Join(", ", schema.Words)}; add it under words in {_mapping.File}");
    }

    private string ActorOf(string name, Passage place)
    {
        int index = _actors.IndexOf(name);
        if (index < 0)
        {
            index = _actors.Count;
            _actors.Add(name);
        }

        _names.Add((name, place));
        return "A" + (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    private string TimeOf(string text, Passage place, LocalDatePattern format)
    {
        if (format.Parse(text) is not { Success: true, Value: var day }) throw new FormatException($"'{text}' is no date of the form {format.PatternText}");
        string value = LocalDatePattern.Iso.Format(day);
        _times.Add(new() { Id = "T" + (_times.Count + 1).ToString(CultureInfo.InvariantCulture), Place = place, Type = TimexType.Date, Value = value, From = value, Until = value, Basis = "words" });
        return _times[^1].Id;
    }

    private DocumentReading Reading(ImmutableArray<Finding> findings)
    {
        string name = Path.GetFileName(_sheet.Path);
        return new()
        {
            Document = new()
            {
                Id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_sheet.Path))),
                Source = name,
                Title = _mapping.Title ?? name,
                Byline = _mapping.Coder is { } coder ? [coder] : [],
                Published = _mapping.Published,
                Text = _sheet.Text,
            },
            Regions = [new(RegionKind.Body, Cite(0, _sheet.Text.Length))],
            Actors = [.. _actors.Select(Describe)],
            Times = [.. _times],
            Statements = [],
            Findings = findings,
        };
    }

    private Actor Describe(string name, int index)
    {
        ActorMapping known = _mapping.Actors.GetValueOrDefault(name) ?? new(ActorKind.Unnamed, null, null);
        return new()
        {
            Id = "A" + (index + 1).ToString(CultureInfo.InvariantCulture),
            Kind = known.Kind,
            Name = name,
            Country = known.Country,
            World = known.World,
            Mentions = [.. _names.Where(n => n.Name == name).Select(n => new ActorMention(n.Place, MentionForm.Name)).DistinctBy(m => m.Place.Start)],
        };
    }

    private Passage Cite(int start, int end) => new(start, end, _sheet.Text[start..end]);
}
