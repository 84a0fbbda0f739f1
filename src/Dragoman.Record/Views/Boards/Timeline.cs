using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Views.Boards;

/// <summary>What a timeline's lanes are.</summary>
public enum LaneChoice
{
    Kind, Party,
}

/// <summary>What a timeline shows; null and empty mean everything.</summary>
public sealed record TimelineQuery
{
    public LaneChoice Lanes { get; init; }

    /// <summary>First moment shown.</summary>
    public LocalDateTime? From { get; init; }

    /// <summary>The moment after the last.</summary>
    public LocalDateTime? Until { get; init; }

    public ImmutableHashSet<string> Kinds { get; init; } = [];

    public string? Party { get; init; }

    public string? Issue { get; init; }

    public string? Outlet { get; init; }

    /// <summary>True for drafts only, false for confirmed and amended records only.</summary>
    public bool? Drafts { get; init; }

    public bool Admits(BoardItem item) =>
        (Kinds.IsEmpty || Kinds.Contains(item.Kind))
        && (Drafts is not { } drafts || item.IsDraft == drafts)
        && (Outlet is null || item.Cited.Document.Reading?.Outlet == Outlet)
        && (Party is null || item.Parties.Any(p => p.Key == Party))
        && (Issue is null || item.Issues.Any(i => i.Id == Issue));
}

/// <summary>Items that stand for each other where there are too many to draw: those of a stretch of a lane.</summary>
public sealed record TimelineBucket(LocalDateTime From, LocalDateTime Until, int Count);

/// <summary>A lane: its items one by one, or in buckets.</summary>
/// <param name="Key">A kind, or a party's key.</param>
/// <param name="Name">For people.</param>
/// <param name="Count">Of the items in the window.</param>
/// <param name="Items">By time; empty where there are buckets.</param>
/// <param name="Buckets">Without empty ones; empty where there are items.</param>
public sealed record TimelineLane(string Key, string Name, int Count, ImmutableArray<BoardItem> Items, ImmutableArray<TimelineBucket> Buckets);

/// <summary>The record in lanes over a window of time.</summary>
public sealed record Timeline
{
    private const int MostItems = 600; // drawn one by one; beyond that the lanes are counted in buckets
    private const int MostParties = 14;
    private const int Buckets = 96;

    public required TimelineQuery Query { get; init; }

    /// <summary>First moment shown.</summary>
    public required LocalDateTime From { get; init; }

    public required LocalDateTime Until { get; init; }

    public required ImmutableArray<TimelineLane> Lanes { get; init; }

    /// <summary>Every item in the window, by time.</summary>
    public required ImmutableArray<BoardItem> Items { get; init; }

    /// <summary>Items that the filters admit and that have no date at all.</summary>
    public required int Undated { get; init; }

    public bool IsCounted => Lanes.Any(l => !l.Buckets.IsEmpty);

    public static Timeline Of(Board board, TimelineQuery query)
    {
        List<BoardItem> dated = [];
        int undated = 0;
        foreach (BoardItem item in board.Items)
        {
            if (!query.Admits(item)) continue;
            if (item.When is null) undated++;
            else dated.Add(item);
        }

        (LocalDateTime from, LocalDateTime until) = Window(dated, query);
        BoardItem[] shown = [.. dated.Where(i => i.When!.Value.Overlaps(from, until)).OrderBy(i => i.When!.Value.From).ThenBy(i => i.When!.Value.Until)];
        bool isCounted = shown.Length > MostItems;
        return new()
        {
            Query = query,
            From = from,
            Until = until,
            Items = [.. shown],
            Undated = undated,
            Lanes = [.. LanesOf(shown, query).Select(l => new TimelineLane(l.Key, l.Name, l.Items.Count, isCounted ? [] : [.. l.Items], isCounted ? Count(l.Items, from, until) : []))],
        };
    }

    /// <summary>What was asked for, or else the stretch that holds all but the outermost hundredth of the items, so that a reference to 1948 does not flatten the present.</summary>
    private static (LocalDateTime From, LocalDateTime Until) Window(List<BoardItem> dated, TimelineQuery query)
    {
        LocalDateTime[] starts = [.. dated.Select(i => i.When!.Value.From).Order()];
        LocalDateTime first = starts.Length == 0 ? new(2000, 1, 1, 0, 0) : starts[starts.Length / 50];
        LocalDateTime last = starts.Length == 0 ? new(2000, 1, 2, 0, 0) : starts[^((starts.Length / 100) + 1)];
        LocalDateTime from = query.From ?? first.Date.PlusDays(-1).AtMidnight();
        LocalDateTime until = query.Until ?? last.Date.PlusDays(2).AtMidnight();
        return until > from ? (from, until) : (from, from.PlusDays(1));
    }

    private static IEnumerable<(string Key, string Name, List<BoardItem> Items)> LanesOf(BoardItem[] items, TimelineQuery query)
    {
        Dictionary<string, (string Key, string Name, List<BoardItem> Items)> lanes = new(StringComparer.Ordinal);
        foreach (BoardItem item in items)
        {
            if (query.Lanes == LaneChoice.Kind) Add(item.Kind, item.Kind, item);
            else if (item.Parties.IsEmpty) Add("", "Nobody named", item);
            else foreach (Party party in item.Parties) Add(party.Key, party.Name, item);
        }

        if (query.Lanes == LaneChoice.Kind) return Enum.GetValues<FindingKind>().Select(k => k.Word()).Append("statement").Where(lanes.ContainsKey).Select(k => lanes[k]);
        return lanes.Values.Where(l => query.Party is null || l.Key == query.Party).OrderBy(l => l.Key.Length == 0).ThenByDescending(l => l.Items.Count).ThenBy(l => l.Key, StringComparer.Ordinal).Take(MostParties);

        void Add(string key, string name, BoardItem item)
        {
            if (!lanes.TryGetValue(key, out var lane)) lanes.Add(key, lane = (key, name, []));
            lane.Items.Add(item);
        }
    }

    private static ImmutableArray<TimelineBucket> Count(List<BoardItem> items, LocalDateTime from, LocalDateTime until)
    {
        long start = Ticks(from);
        long width = Math.Max(1, (Ticks(until) - start) / Buckets);
        int[] counts = new int[Buckets];
        foreach (BoardItem item in items) counts[(int)Math.Clamp((Ticks(item.When!.Value.From) - start) / width, 0, Buckets - 1)]++;
        return [.. counts.Select((count, i) => new TimelineBucket(from.PlusTicks(width * i), from.PlusTicks(width * (i + 1)), count)).Where(b => b.Count > 0)];
    }

    internal static long Ticks(LocalDateTime moment) => moment.InUtc().ToInstant().ToUnixTimeTicks();
}
