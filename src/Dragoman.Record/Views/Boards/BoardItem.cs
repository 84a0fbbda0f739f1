using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace Dragoman.Record.Views.Boards;

/// <summary>A record that counts, as the boards see it: when it is, whose act it is, and what it is about.</summary>
public sealed class BoardItem(CitedRecord cited, BoardWorld world)
{
    private readonly BoardWorld _world = world;
    private Issue[]? _issues; // matching words costs; most items are never asked

    public CitedRecord Cited { get; } = cited;

    public string Id => Cited.Record.Id;

    public string Kind => Cited.Kind;

    public bool IsDraft => Cited.Record.State == ReviewState.Draft;

    /// <summary>When the thing itself is, or else when it was reported; null if neither is known.</summary>
    public TimeSpot? When { get; } = OwnTime(cited) ?? TimeSpot.Of(cited.Document.Reading?.Published, TimeBasis.Reported);

    /// <summary>The date of the report, as precise as known.</summary>
    public TimeSpot? Reported => TimeSpot.Of(Cited.Document.Reading?.Published, TimeBasis.Reported);

    /// <summary>Whose act it is: the speaker, claimant, participants …, in text order, by the side they are on; without repeats.</summary>
    public ImmutableArray<Party> Parties { get; } =
        [.. Doers(cited).Select(actor => world.Parties.Of(actor, cited.Reported)).OfType<Party>().DistinctBy(p => p.Key, StringComparer.Ordinal)];

    public ImmutableArray<Issue> Issues => ImmutableCollectionsMarshal.AsImmutableArray(_issues ??= [.. _world.Issues.Of(Cited)]);

    /// <summary>Every named actor that the record refers to.</summary>
    public IEnumerable<Actor> Involved =>
        (Cited.Finding?.Slots.Select(s => s.Value).OfType<SlotValue.Actors>().SelectMany(a => a.Ids) ?? [Cited.Statement!.Speaker ?? "", .. Cited.Statement.Addressee])
        .Select(Cited.ActorOf).OfType<Actor>().Where(a => a.Kind != ActorKind.Unnamed && a.Name.Any(char.IsUpper)).DistinctBy(ActorKey.Of, StringComparer.Ordinal);

    /// <summary>The same item standing for others that say the same.</summary>
    internal BoardItem With(CitedRecord folded) => folded.Repeats.IsEmpty ? this : new(folded, _world);

    /// <summary>How long it lasts, where a duration is given or an end: a truce's days. The interval's last day; null if unknown.</summary>
    public LocalDateTime? LastsUntil
    {
        get
        {
            if (Kind != "ceasefire" || When is not { Basis: TimeBasis.Own } start) return null;
            if (TimeSpot.Of(Cited.Time("end")) is { } end && end.Until > start.From) return end.Until;
            return Cited.Word("duration") is { } iso && NodaTime.Text.PeriodPattern.Roundtrip.Parse(iso) is { Success: true } period ? Plus(start.From, period.Value) : null;
        }
    }

    /// <summary>Whose act a record is.</summary>
    internal static IEnumerable<Actor> Doers(CitedRecord cited)
    {
        if (cited.Statement is { } statement) return cited.ActorOf(statement.Speaker) is { } speaker ? [speaker] : [];
        return cited.Finding!.Kind switch
        {
            FindingKind.Violation => cited.Actors("claimant"),
            FindingKind.Meeting => cited.Actors("participants"),
            FindingKind.Agreement => cited.Actors("parties"),
            FindingKind.Ceasefire => cited.Word("act") is "agreed" or "extended" ? cited.Actors("by").Concat(cited.Actors("with")) : cited.Actors("by"),
            FindingKind.Novelty => [],
            _ => cited.Actors("by"),
        };
    }

    private static LocalDateTime? Plus(LocalDateTime from, Period period)
    {
        const int longest = 36_500; // days; a longer "duration" is a slip
        return period.Years * 366 + period.Months * 31 + period.Weeks * 7 + period.Days + period.Hours / 24 is >= 0 and < longest ? from + period : null;
    }

    private static TimeSpot? OwnTime(CitedRecord cited) => cited.Statement is { } statement
        ? TimeSpot.Of(cited.TimeOf(statement.Time))
        : (cited.TimeSlot ?? (cited.Kind == "violation" ? "period" : null)) is { } slot ? TimeSpot.Of(cited.Time(slot)) : null;
}
