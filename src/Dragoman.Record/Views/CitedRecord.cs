using System.Collections.Immutable;
using Dragoman.Record.Entries;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Record.Views;

/// <summary>A record with the document that shows it: its slots with the reading's actors and times put in.</summary>
public sealed record CitedRecord(DocumentState Document, RecordState Record)
{
    /// <summary>Other records that say the same, in this document or in others, in order of filing; see <see cref="RepeatFolder"/>.</summary>
    public ImmutableArray<CitedRecord> Repeats { get; init; } = [];

    public string Kind => Record.Kind;

    public Finding? Finding => (Record.Content as Found)?.Finding;

    public Statement? Statement => (Record.Content as Said)?.Statement;

    /// <summary>The sentence that shows a finding, or the words that a statement reports.</summary>
    public Passage Evidence => Finding?.Evidence ?? Statement!.Content[0];

    /// <summary>The day of the document that reports it; null if unknown or known only to the month.</summary>
    public LocalDate? Reported => DayOf(Document.Reading?.Published);

    /// <summary>The time slot that says when the thing itself is: a ceasefire's start, a meeting's time, an ultimatum's due day; null for kinds without one.</summary>
    public string? TimeSlot => Finding?.Kind switch
    {
        FindingKind.Ceasefire => "start",
        FindingKind.Meeting or FindingKind.Agreement => "time",
        FindingKind.Ultimatum => "due",
        _ => null,
    };

    /// <summary>First and last day of the thing itself, where the text gives them.</summary>
    public DateInterval? OwnDays => TimeSlot is { } slot ? Days(slot) : null;

    /// <summary>Who says it, where a finding is taken from somebody's statement; null where the outlet itself reports it.</summary>
    public Actor? ToldBy => ActorOf(ToldIn?.Speaker);

    /// <summary>The statement that a finding is taken from; null where the outlet itself reports it.</summary>
    public Statement? ToldIn => Finding?.Statement is { } id ? StatementOf(id) : null;

    /// <summary>The outlets that report it, without repeats; those unknown are left out.</summary>
    public IEnumerable<string> Outlets =>
        Repeats.Prepend(this).Select(r => r.Document.Reading?.Outlet).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Who fills an actor slot; none if it is empty.</summary>
    public IEnumerable<Actor> Actors(string slot) =>
        Finding?[slot] is SlotValue.Actors actors ? actors.Ids.Select(ActorOf).OfType<Actor>() : [];

    /// <summary>Whom the record is about: those in its slots, or a statement's speaker and addressees.</summary>
    public IEnumerable<Actor> AllActors => Statement is { } statement
        ? statement.Addressee.Prepend(statement.Speaker).Select(ActorOf).OfType<Actor>()
        : Finding!.Slots.Where(s => s.Value is SlotValue.Actors).SelectMany(s => Actors(s.Name));

    public CitedTime? Time(string slot) => Finding?[slot] is SlotValue.Time time ? TimeOf(time.Id) : null;

    public Passage? Text(string slot) => (Finding?[slot] as SlotValue.Text)?.Passage;

    /// <summary>An enumerated word or a duration.</summary>
    public string? Word(string slot) => (Finding?[slot] as SlotValue.Word)?.Value;

    public long? Number(string slot) => (Finding?[slot] as SlotValue.Number)?.Value;

    public Actor? ActorOf(string? id) => id is null ? null : Record.Actors.FirstOrDefault(a => a.Id == id);

    public CitedTime? TimeOf(string? id) => id is null ? null : Record.ReadIn.Times.FirstOrDefault(t => t.Id == id);

    /// <summary>The statement with this id in the record's own reading; where that has none, in whichever has, in the order of ids: the same on every machine.</summary>
    private Statement? StatementOf(string id)
    {
        RecordState[] same = [.. Document.All.Values.Where(r => r.Content is Said said && said.LocalId == id)];
        return ((same.FirstOrDefault(r => ReferenceEquals(r.Reading, Record.ReadIn)) ?? same.MinBy(r => r.Id, StringComparer.Ordinal))?.Content as Said)?.Statement;
    }

    /// <summary>First and last day of a time slot that is resolved to days.</summary>
    public DateInterval? Days(string slot)
    {
        CitedTime? time = Time(slot);
        LocalDate? from = DayOf(time?.From ?? time?.Value);
        LocalDate? until = DayOf(time?.Until) ?? from;
        return from is { } first && until is { } last && first <= last ? new DateInterval(first, last) : null;
    }

    /// <summary>The day that an ISO 8601 value gives, if it gives one (<c>2025-04-21</c>, <c>2025-04-21T14:00</c>).</summary>
    internal static LocalDate? DayOf(string? value) =>
        value is { Length: >= 10 } && LocalDatePattern.Iso.Parse(value[..10]) is { Success: true } day ? day.Value : null;
}
