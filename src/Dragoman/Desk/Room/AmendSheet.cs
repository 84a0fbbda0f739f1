using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Views;

namespace Dragoman.Desk.Room;

/// <summary>A record as a form: one field for each slot that its kind has, filled with what the record holds.</summary>
public static class AmendSheet
{
    public const string Factuality = "factuality";
    public const string Evidence = "evidence";
    public const string Content = "content";
    public const string SlotMark = "slot.";

    /// <summary>Fields of the form in its order.</summary>
    public static ImmutableArray<AmendField> Of(CitedRecord record) =>
        record.Statement is { } statement ? OfStatement(record, statement) : OfFinding(record, record.Finding!);

    private static ImmutableArray<AmendField> OfFinding(CitedRecord record, Finding finding)
    {
        ImmutableArray<AmendField>.Builder fields = ImmutableArray.CreateBuilder<AmendField>();
        foreach (SlotSchema slot in FindingSchema.Of(finding.Kind)) fields.Add(OfSlot(record, finding, slot));
        if (FindingSchema.CarriesFactuality(finding.Kind))
            fields.Add(Choice(Factuality, "The text takes it as", finding.Factuality?.Word(), Enum.GetValues<Factuality>().Select(f => new AmendOption(f.Word(), f.Word()))));
        fields.Add(Words(Evidence, "Shown by", finding.Evidence));
        return fields.ToImmutable();
    }

    private static AmendField OfSlot(CitedRecord record, Finding finding, SlotSchema slot)
    {
        string name = SlotMark + slot.Name;
        string label = Phrasing.Capital(Phrasing.SlotLabel(record.Kind, slot.Name));
        return slot.Type switch
        {
            SlotType.Actors => Actors(record, name, label, finding[slot.Name] is SlotValue.Actors actors ? actors.Ids : []),
            SlotType.Time => Time(record, name, label, (finding[slot.Name] as SlotValue.Time)?.Id),
            SlotType.Text => Words(name, label, record.Text(slot.Name)),
            SlotType.Word => Choice(name, label, record.Word(slot.Name), slot.Words.Select(w => new AmendOption(w, w.Replace('-', ' ')))),
            SlotType.Number => Line(name, label, record.Number(slot.Name)?.ToString(CultureInfo.InvariantCulture), "a whole number"),
            _ => Line(name, label, record.Word(slot.Name), "as ISO 8601: PT30H, P3D, P2W, P1M"),
        };
    }

    private static ImmutableArray<AmendField> OfStatement(CitedRecord record, Statement statement)
    {
        IEnumerable<AmendField> content = statement.Content.Append(null).Select((passage, i) =>
            Words(string.Create(CultureInfo.InvariantCulture, $"{Content}.{i}"), i == 0 ? "What is said" : passage is null ? "More that is said" : "And", passage));
        return
        [
            new AmendField("speaker", "Speaker", AmendFieldType.Actor) { Values = statement.Speaker is { } id ? [id] : [], Options = ActorsOf(record) },
            Choice("mode", "In", statement.Mode.Word(), [new("direct", "their own words"), new("indirect", "the reporter's words"), new("mixed", "both")]),
            .. content,
            Words("cue", "Word of saying", statement.Cue),
            Words("source", "Words that name the speaker", statement.Source),
            Actors(record, "addressee", "Said to", statement.Addressee),
            Words("venue", "Where", statement.Venue),
            Time(record, "time", "When", statement.Time),
        ];
    }

    private static AmendField Actors(CitedRecord record, string name, string label, ImmutableArray<string> ids) =>
        new(name, label, AmendFieldType.Actors) { Values = ids, Options = ActorsOf(record) };

    private static AmendField Time(CitedRecord record, string name, string label, string? id) => Choice(
        name, label, id, record.Record.ReadIn.Times.Where(t => t.Type != TimexType.Duration || t.Id == id).Select(t => new AmendOption(t.Id, $"{DateWords.Of(t)} (“{Phrasing.Shortened(t.Place.Words, 40)}”)")));

    private static AmendField Choice(string name, string label, string? value, IEnumerable<AmendOption> options) =>
        new(name, label, AmendFieldType.Choice) { Values = value is null ? [] : [value], Options = [.. options] };

    private static AmendField Words(string name, string label, Passage? passage) => new(name, label, AmendFieldType.Words)
    {
        Values = passage is null ? [] : [passage.Words],
        At = passage is null ? null : string.Create(CultureInfo.InvariantCulture, $"{passage.Start}-{passage.End}"),
    };

    private static AmendField Line(string name, string label, string? value, string hint) =>
        new(name, label, AmendFieldType.Line) { Values = value is null ? [] : [value], Hint = hint };

    private static ImmutableArray<AmendOption> ActorsOf(CitedRecord record) =>
        [.. record.Record.Actors.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => new AmendOption(a.Id, a.Name, a.Roles.IsDefaultOrEmpty ? null : a.Roles[0]))];
}
