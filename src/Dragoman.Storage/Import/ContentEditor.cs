using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Export.Tables;
using NodaTime.Text;

namespace Dragoman.Storage.Import;

/// <summary>
/// A record's content while cells of it are changed. Actors are those of the document, or new ones whose names stand in its text; times are those
/// of the document; words must stand in its text.
/// </summary>
internal sealed class ContentEditor(CitedRecord record)
{
    private const string Names = "_names";
    private const string Timex = "_timex";
    private const string Words = "_words";

    private readonly List<Actor> _named = [.. (record.Record.Decided?.Entry as RecordAmended)?.Actors ?? []];

    public RecordContent Content { get; private set; } = record.Record.Content;

    /// <summary>Actors that the content refers to and the reading lacks; null for none.</summary>
    public ImmutableArray<Actor>? Named => _named.Count == 0 ? null : [.. _named];

    /// <summary>Puts a cell's text into the slot of its column; an empty one empties the slot.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says what would do.</exception>
    public void Set(string column, string text) => Content = Content switch
    {
        Said said => new Said(Set(said.Statement, column, text)),
        Found found => new Found(Set(found.Finding, column, text)),
        _ => throw new FormatException("this record cannot be amended in a sheet"),
    };

    private Statement Set(Statement statement, string column, string text) => column switch
    {
        "speaker_names" => statement with { Speaker = Actors(text) switch { [] => null, [var one] => one, _ => throw new FormatException("a statement has one speaker") } },
        "addressee_names" => statement with { Addressee = Actors(text) },
        "mode" => statement with { Mode = ContractWords.Parse<QuotationMode>(text) },
        "time_timex" => statement with { Time = text.Length == 0 ? null : TimeOf(text) },
        _ => throw new FormatException("this column is not read"),
    };

    private Finding Set(Finding finding, string column, string text)
    {
        if (column == "factuality") return finding with { Factuality = text.Length == 0 ? null : ContractWords.Parse<Factuality>(text) };
        ImmutableArray<SlotSchema> schema = FindingSchema.Of(finding.Kind);
        SlotSchema slot = schema.FirstOrDefault(s => ColumnOf(s) == column) ?? throw new FormatException("this column is not read");
        Dictionary<string, SlotValue> values = finding.Slots.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal);
        if (text.Length == 0) values.Remove(slot.Name);
        else values[slot.Name] = Read(slot, text);
        return finding with { Slots = [.. schema.Where(s => values.ContainsKey(s.Name)).Select(s => new Slot(s.Name, values[s.Name]))] };
    }

    private static string ColumnOf(SlotSchema slot) => slot.Type switch
    {
        SlotType.Actors => slot.Name + Names,
        SlotType.Time => slot.Name + Timex,
        SlotType.Text => slot.Name + Words,
        _ => slot.Name,
    };

    private SlotValue Read(SlotSchema slot, string text) => slot.Type switch
    {
        SlotType.Actors => new SlotValue.Actors(Actors(text)),
        SlotType.Time => new SlotValue.Time(TimeOf(text)),
        SlotType.Text => new SlotValue.Text(PassageOf(text)),
        SlotType.Number => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? new SlotValue.Number(number) : throw new FormatException($"'{text}' is no whole number; write digits alone"),
        SlotType.Word => slot.Words.Contains(text) ? new SlotValue.Word(text) : throw new FormatException($"'{text}' is none of: {string.Join(", ", slot.Words)}"),
        _ => PeriodPattern.NormalizingIso.Parse(text).Success ? new SlotValue.Word(text) : throw new FormatException($"'{text}' is no ISO 8601 duration; write PT30H or P30D"),
    };

    private ImmutableArray<string> Actors(string text)
    {
        foreach (string name in text.Split(';').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            bool isKnown = Known().Any(a => a.Name == name || a.Aliases.Contains(name) || name.EndsWith($"[{a.Id}]", StringComparison.Ordinal));
            if (!isKnown && record.Document.Text.Contains(name, StringComparison.Ordinal)) _named.Add(new() { Id = NextId(), Kind = ActorKind.Unnamed, Name = name });
        }

        return ActorCell.Read(text, [.. Known()]);
    }

    private IEnumerable<Actor> Known() => record.Record.ReadIn.Actors.Concat(_named);

    private string NextId()
    {
        int number = 1;
        while (_named.Exists(a => a.Id == "N" + number.ToString(CultureInfo.InvariantCulture))) number++;
        return "N" + number.ToString(CultureInfo.InvariantCulture);
    }

    private string TimeOf(string text)
    {
        CitedTime[] times = [.. record.Record.ReadIn.Times.Where(t => t.Value is not null)];
        CitedTime[] same = [.. times.Where(t => SameCell.Holds(t.Value!, text))];
        if (same.Length == 0) throw new FormatException($"no time of this document has the value '{text}'; its times are: {string.Join(", ", times.Select(t => $"{t.Value} (\"{t.Place.Words}\")"))}");
        return same.MinBy(t => Math.Abs(t.Place.Start - record.Evidence.Start))!.Id;
    }

    private Passage PassageOf(string text)
    {
        string whole = record.Document.Text;
        List<int> places = [];
        for (int at = whole.IndexOf(text, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(text, at + 1, StringComparison.Ordinal)) places.Add(at);
        if (places.Count == 0) throw new FormatException("these words do not stand in the document; write them exactly as they are printed");
        int start = places.MinBy(place => Math.Abs(place - record.Evidence.Start));
        return new(start, start + text.Length, text);
    }
}
