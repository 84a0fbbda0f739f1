using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Desk.Room;

/// <summary>What a filled-in form makes of a record, or its fields with what is wrong in them.</summary>
/// <param name="Content">Null if a field has a problem.</param>
/// <param name="Actors">Actors whom the reading lacks and the content refers to.</param>
/// <param name="Fields">As filled in.</param>
public sealed record Amendment(RecordContent? Content, ImmutableArray<Actor>? Actors, ImmutableArray<AmendField> Fields);

/// <summary>Reads the form of <see cref="AmendSheet"/>.</summary>
public sealed partial class AmendmentReader
{
    private const int Milliseconds = 1000;
    private readonly CitedRecord _record;
    private readonly IFormCollection _form;
    private readonly PassageFinder _finder;
    private readonly int _near;
    private readonly List<Actor> _named;
    private readonly Dictionary<string, AmendField> _fields;
    private readonly ImmutableArray<string> _order;

    private AmendmentReader(CitedRecord record, IFormCollection form)
    {
        _record = record;
        _form = form;
        _finder = new(record.Document.Text);
        _near = record.Record.Content.Extent.Start;
        _named = [.. record.Record.Actors.Except(record.Record.ReadIn.Actors)];
        ImmutableArray<AmendField> sheet = AmendSheet.Of(record);
        _order = [.. sheet.Select(f => f.Name)];
        _fields = sheet.ToDictionary(f => f.Name, Filled, StringComparer.Ordinal);
    }

    public static Amendment Read(CitedRecord record, IFormCollection form)
    {
        AmendmentReader reader = new(record, form);
        RecordContent content = record.Statement is { } statement ? new Said(reader.Statement(statement)) : new Found(reader.Finding(record.Finding!));
        ImmutableArray<AmendField> fields = [.. reader._order.Select(name => reader._fields[name])];
        return new(fields.Any(f => f.Problem is not null) ? null : content, reader._named.Count == 0 ? null : [.. reader._named], fields);
    }

    private Finding Finding(Finding before)
    {
        List<Slot> slots = [];
        foreach (SlotSchema slot in FindingSchema.Of(before.Kind))
            if (ValueOf(slot) is { } value) slots.Add(new(slot.Name, value));
        return before with
        {
            Slots = [.. slots],
            Factuality = Choice(AmendSheet.Factuality) is { } word ? ContractWords.Parse<Factuality>(word) : null,
            Evidence = Words(AmendSheet.Evidence) ?? Missing(AmendSheet.Evidence, before.Evidence, "Say which words show it."),
        };
    }

    private SlotValue? ValueOf(SlotSchema slot)
    {
        string name = AmendSheet.SlotMark + slot.Name;
        return slot.Type switch
        {
            SlotType.Actors => Actors(name) is { IsEmpty: false } ids ? new SlotValue.Actors(ids) : null,
            SlotType.Time => Choice(name) is { } id ? new SlotValue.Time(id) : null,
            SlotType.Text => Words(name) is { } passage ? new SlotValue.Text(passage) : null,
            SlotType.Word => Choice(name) is { } word ? new SlotValue.Word(word) : null,
            SlotType.Number => Number(name) is { } number ? new SlotValue.Number(number) : null,
            _ => Duration(name) is { } duration ? new SlotValue.Word(duration) : null,
        };
    }

    private Statement Statement(Statement before)
    {
        Passage[] content = [.. _order.Where(n => n.StartsWith(AmendSheet.Content + ".", StringComparison.Ordinal)).Select(Words).OfType<Passage>().Distinct().OrderBy(p => p.Start)];
        if (content.Length == 0) content = [Missing(AmendSheet.Content + ".0", before.Content[0], "Say which words are said.")];
        return before with
        {
            Speaker = Actors("speaker") is [var id, ..] ? id : null,
            Mode = Choice("mode") is { } mode ? ContractWords.Parse<QuotationMode>(mode) : before.Mode,
            Content = [.. content],
            Cue = Words("cue"),
            Source = Words("source"),
            Addressee = Actors("addressee"),
            Venue = Words("venue"),
            Time = Choice("time"),
        };
    }

    /// <summary>The field with what the form says instead of what the record holds.</summary>
    private AmendField Filled(AmendField field) => field with
    {
        Values = [.. _form[field.Name].Concat(field.Type is AmendFieldType.Actors ? _form[field.AddName] : []).OfType<string>().Where(v => v.Length > 0)],
        At = _form[field.AtName],
        Typed = _form[field.TypedName] is [{ } name] && !string.IsNullOrWhiteSpace(name) ? name.Trim() : null,
    };

    private ImmutableArray<string> Actors(string name)
    {
        AmendField field = _fields[name];
        IEnumerable<string> chosen = field.Values.Where(v => field.Options.Any(o => o.Value == v));
        return [.. (field.Typed is { } typed ? Added(field, chosen, Named(typed)) : chosen).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Where there is room for one only, the name that was written counts and not the choice.</summary>
    private static IEnumerable<string> Added(AmendField field, IEnumerable<string> chosen, string id) => field.Type == AmendFieldType.Actor ? [id] : chosen.Append(id);

    /// <summary>The actor of this name: one that is known, or a new one.</summary>
    private string Named(string name)
    {
        if (_record.Record.Actors.Concat(_named).FirstOrDefault(a => a.Name == name) is { } known) return known.Id;
        int number = 1;
        while (_named.Exists(a => a.Id == "N" + number.ToString(CultureInfo.InvariantCulture))) number++;
        Actor actor = new() { Id = "N" + number.ToString(CultureInfo.InvariantCulture), Kind = ActorKind.Unnamed, Name = name };
        _named.Add(actor);
        return actor.Id;
    }

    private string? Choice(string name)
    {
        if (!_fields.TryGetValue(name, out AmendField? field) || field.Value is not { } value) return null;
        return field.Options.Any(o => o.Value == value) ? value : Fail<string>(field, "This is none of the choices.");
    }

    private Passage? Words(string name)
    {
        AmendField field = _fields[name];
        if (string.IsNullOrWhiteSpace(field.Value)) return null;
        return _finder.Find(field.Value, field.At, _near)
            ?? Fail<Passage>(field, "These words do not stand in the article. Select them there, or write them exactly as they are printed.");
    }

    private long? Number(string name)
    {
        AmendField field = _fields[name];
        if (string.IsNullOrWhiteSpace(field.Value)) return null;
        if (long.TryParse(field.Value.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out long number) && number >= 0) return number;
        Fail<string>(field, "Write a whole number, such as 4900.");
        return null;
    }

    private string? Duration(string name)
    {
        AmendField field = _fields[name];
        if (string.IsNullOrWhiteSpace(field.Value)) return null;
        return IsoDuration().IsMatch(field.Value.Trim()) ? field.Value.Trim() : Fail<string>(field, "Write an ISO 8601 duration, such as PT30H or P3D.");
    }

    private Passage Missing(string name, Passage before, string problem)
    {
        if (_fields[name].Problem is null) Fail<Passage>(_fields[name], problem);
        return before;
    }

    private T? Fail<T>(AmendField field, string problem)
        where T : class
    {
        _fields[field.Name] = field with { Problem = problem };
        return null;
    }

    [GeneratedRegex(@"^P(?!$)([0-9.X]+[YMWD])*(T([0-9.X]+[HMS])+)?$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex IsoDuration();
}
