using System.Collections.Immutable;
using Dragoman.Record.Views.Boards;
using NodaTime;

namespace Dragoman.Charts;

/// <summary>An item at its place.</summary>
/// <param name="Item">The record.</param>
/// <param name="X">Its left end, or its centre where it is a point.</param>
/// <param name="Width">0 for a point.</param>
/// <param name="Y">The centre of its row.</param>
/// <param name="Lasts">Right end of the time that it lasts, such as a truce's; null where that is not known.</param>
public sealed record DrawnItem(BoardItem Item, double X, double Width, double Y, double? Lasts);

/// <summary>Items that found no row: how many at about this place.</summary>
public sealed record DrawnRest(double X, double Y, int Count, LocalDateTime From, LocalDateTime Until);

public sealed record DrawnLane(TimelineLane Lane, double Top, double Height, ImmutableArray<DrawnItem> Items, ImmutableArray<DrawnRest> Rest);

/// <summary>Places a timeline's items: each lane has as many rows as it needs, up to a limit; a point or bar goes to the first row that is free.</summary>
public sealed class TimelineDrawing
{
    public const int Width = 1160;
    private const int NameWidth = 150;
    private const int RowHeight = 13;
    private const int MostRows = 9;
    private const int PointWidth = 11;
    private const int Head = 26;
    private const int Gap = 9;

    public TimelineDrawing(Timeline timeline)
    {
        Axis = new(timeline.From, timeline.Until, NameWidth, Width - 12);
        ImmutableArray<DrawnLane>.Builder lanes = ImmutableArray.CreateBuilder<DrawnLane>();
        double top = Head;
        foreach (TimelineLane lane in timeline.Lanes)
        {
            DrawnLane drawn = Draw(lane, top);
            lanes.Add(drawn);
            top += drawn.Height;
        }

        Lanes = lanes.ToImmutable();
        Height = (int)Math.Ceiling(top + Gap);
    }

    public TimeAxis Axis { get; }

    public ImmutableArray<DrawnLane> Lanes { get; }

    public int Height { get; }

    private DrawnLane Draw(TimelineLane lane, double top)
    {
        List<double> rows = []; // right end of what stands in each
        ImmutableArray<DrawnItem>.Builder items = ImmutableArray.CreateBuilder<DrawnItem>();
        List<BoardItem> left = [];
        foreach (BoardItem item in lane.Items)
        {
            (double x, double width) = Place(item);
            double? lasts = item.LastsUntil is { } until ? Axis.At(until) : null;
            double start = width > 0 ? x : x - (PointWidth / 2.0);
            double end = Math.Max(lasts ?? 0, width > 0 ? x + Math.Max(width, PointWidth) : x + (PointWidth / 2.0));
            int row = rows.FindIndex(right => right <= start);
            if (row < 0 && rows.Count == MostRows)
            {
                left.Add(item);
                continue;
            }

            if (row < 0)
            {
                row = rows.Count;
                rows.Add(0);
            }

            rows[row] = end + 1;
            items.Add(new(item, x, width, top + Gap + (row * RowHeight) + (RowHeight / 2.0), lasts));
        }

        int height = Math.Max(2, rows.Count + (left.Count > 0 ? 1 : 0));
        double bottom = top + Gap + ((height - 1) * RowHeight) + (RowHeight / 2.0);
        return new(lane, top, (height * RowHeight) + (2 * Gap), items.ToImmutable(), Rest(left, bottom));
    }

    private (double X, double Width) Place(BoardItem item)
    {
        TimeSpot when = item.When!.Value;
        double from = Axis.At(when.From);
        double until = Axis.At(when.Until);
        return when.IsVague || until - from > 3 * PointWidth ? (from, Math.Max(4, until - from)) : ((from + until) / 2, 0);
    }

    private ImmutableArray<DrawnRest> Rest(List<BoardItem> left, double y) =>
        [.. left.GroupBy(i => (int)(Axis.At(i.When!.Value.From) / 36)).OrderBy(g => g.Key)
            .Select(g => new DrawnRest((g.Key * 36) + 18, y, g.Count(), g.Min(i => i.When!.Value.From), g.Max(i => i.When!.Value.Until)))];
}
