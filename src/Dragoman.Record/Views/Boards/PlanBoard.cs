using System.Collections.Immutable;
using Dragoman.Record.Entries;
using NodaTime;

namespace Dragoman.Record.Views.Boards;

/// <summary>Where a meeting, deadline or other dated plan stands.</summary>
public enum PlanStanding
{
    /// <summary>Its day is ahead, or it has none.</summary>
    Open,

    /// <summary>It came about.</summary>
    Met,

    /// <summary>A person found that its day passed without it.</summary>
    Lapsed,

    Moved,

    Cancelled,

    /// <summary>Its day has passed, and nothing on record says what became of it.</summary>
    Unknown,
}

/// <summary>Something that was to be on a day: a meeting, an ultimatum's due day, the end of a ceasefire.</summary>
public sealed record PlanLine
{
    public required BoardItem Item { get; init; }

    public CitedRecord Cited => Item.Cited;

    /// <summary>The day that counts; null if the text gives none.</summary>
    public required TimeSpot? Due { get; init; }

    public required PlanStanding Standing { get; init; }

    /// <summary>The record that shows the standing; null where a person said so, or nothing does.</summary>
    public BoardItem? Evidence { get; init; }

    /// <summary>The decision of a person that holds.</summary>
    public LedgerLine? Settlement { get; init; }
}

/// <summary>Meetings and deadlines with their standing: by a person's decision, or else by what later records show.</summary>
public sealed record PlanBoard
{
    private const int MostMonths = 12;

    /// <summary>By due day; those without one at the end, the latest reported first.</summary>
    public required ImmutableArray<PlanLine> Lines { get; init; }

    public static PlanBoard Of(Board board) => board.View("plans", Make);

    private static PlanBoard Make(Board board)
    {
        BoardItem[] meetings = [.. board.OfKind("meeting")];
        ILookup<(string Party, YearMonth Month), BoardItem> outcomes = meetings.Where(IsOutcome)
            .SelectMany(m => m.Parties.SelectMany(p => MonthsOf(m.When!.Value).Select(month => (Key: (p.Key, month), Meeting: m)))).ToLookup(p => p.Key, p => p.Meeting);
        IEnumerable<BoardItem> planned = meetings.Where(m => m.Cited.Word("status") is "planned" or "proposed" or "under-way");
        IEnumerable<BoardItem> dated = board.Items.Where(i => i.Kind == "ultimatum" || (i.Kind == "ceasefire" && EndOf(i) is not null && i.Cited.Finding!.Factuality is Factuality.Actual));
        return new()
        {
            Lines = [.. Folded(planned).Concat(Folded(dated)).Select(item => Line(item, board, outcomes))
                .OrderBy(l => l.Due is null).ThenBy(l => l.Due?.From).ThenByDescending(l => l.Cited.Reported ?? LocalDate.MinIsoValue).ThenBy(l => l.Item.Id, StringComparer.Ordinal)],
        };
    }

    /// <summary>One of each group of reports that say the same; the others are its repeats.</summary>
    private static IEnumerable<BoardItem> Folded(IEnumerable<BoardItem> items)
    {
        Dictionary<string, BoardItem> byId = [];
        foreach (BoardItem item in items) byId.TryAdd(item.Id, item);
        return RepeatFolder.Fold(byId.Values.Select(i => i.Cited)).Select(folded => byId[folded.Record.Id].With(folded));
    }

    private static PlanLine Line(BoardItem item, Board board, ILookup<(string Party, YearMonth Month), BoardItem> outcomes)
    {
        TimeSpot? due = item.Kind == "ceasefire" ? EndOf(item) : item.When is { Basis: TimeBasis.Own } own ? own : null;
        PlanLine line = new() { Item = item, Due = due, Standing = due?.LastDay < board.Today ? PlanStanding.Unknown : PlanStanding.Open };
        LedgerLine? settlement = item.Cited.Repeats.Select(r => r.Record.Id).Prepend(item.Id).Select(board.State.Resolutions.Holding).FirstOrDefault(l => l is not null);
        if (settlement?.Entry is PlanSettled settled)
        {
            return line with
            {
                Settlement = settlement,
                Standing = settled.State switch { PlanState.Met => PlanStanding.Met, PlanState.Lapsed => PlanStanding.Lapsed, PlanState.Moved => PlanStanding.Moved, _ => PlanStanding.Cancelled },
                Due = settled.State == PlanState.Moved && TimeSpot.Of(settled.MovedTo, TimeBasis.Own) is { } moved ? moved : due,
            };
        }

        if (item.Kind == "ceasefire") return line.Standing == PlanStanding.Unknown ? line with { Standing = PlanStanding.Met } : line; // its last day has passed
        return item.Kind == "meeting" && Shown(item, due, outcomes) is { } shown
            ? line with { Evidence = shown, Standing = shown.Cited.Word("status") is "held" or "under-way" ? PlanStanding.Met : PlanStanding.Cancelled }
            : line;
    }

    /// <summary>A later report that the same parties met on that day, or that the meeting was called off.</summary>
    private static BoardItem? Shown(BoardItem plan, TimeSpot? due, ILookup<(string Party, YearMonth Month), BoardItem> outcomes)
    {
        if (plan.Parties.Length < 2 || due is not { } day || plan.Cited.Reported is not { } planned) return null;
        return MonthsOf(day).SelectMany(month => outcomes[(plan.Parties[0].Key, month)])
            .Where(m => m.Cited.Reported >= planned && m.When!.Value.Overlaps(day.From, day.Until) && plan.Parties.All(p => m.Parties.Any(other => other.Key == p.Key)))
            .MinBy(m => (m.Cited.Reported, m.Id));
    }

    /// <summary>Whether a report says what became of a meeting on a day that it names.</summary>
    private static bool IsOutcome(BoardItem meeting) =>
        meeting.Cited.Word("status") is "held" or "cancelled" or "refused" && meeting.Cited.Finding!.Factuality is Factuality.Actual && meeting.When is { Basis: TimeBasis.Own };

    /// <summary>The months that a time covers, from its first on; a stretch of years shows nothing about a day, so not more than a year of them.</summary>
    private static IEnumerable<YearMonth> MonthsOf(TimeSpot spot)
    {
        YearMonth month = spot.FirstDay.ToYearMonth();
        YearMonth last = spot.LastDay.ToYearMonth();
        for (int i = 0; i < MostMonths && month <= last; i++, month = month.PlusMonths(1)) yield return month;
    }

    private static TimeSpot? EndOf(BoardItem ceasefire) =>
        TimeSpot.Of(ceasefire.Cited.Time("end")) is { } end ? end
        : ceasefire.LastsUntil is { } until && ceasefire.When is { IsVague: false } ? TimeSpot.Days(until.PlusMinutes(-1).Date, until.PlusMinutes(-1).Date, TimeBasis.Own) : null;
}
