using Dragoman.Charts;
using Dragoman.Pages;
using Dragoman.Record.Views.Boards;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Dragoman.Desk.Boards;

/// <summary>The timeline as a page, as an image, and as data for the chart that can be zoomed.</summary>
internal static class TimelinePages
{
    public static void Map(WebApplication desk, DeskSettings settings)
    {
        desk.MapPage(BoardAddress.Timeline, (HttpContext context, int? page) => new RazorComponentResult<TimelinePage>(new
        {
            Board = settings.Board,
            Ledger = settings.Place,
            Timeline = Timeline.Of(settings.Board, TimelineAddress.Parse(context.Request.Query)),
            Page = Math.Max(1, page ?? 1),
        }));
        desk.MapPage("/timeline.svg", (HttpContext context) =>
        {
            Timeline timeline = Timeline.Of(settings.Board, TimelineAddress.Parse(context.Request.Query));
            TimelineDrawing drawing = new(timeline);
            return ChartImage.Of(context, "timeline", "Timeline", TimelineDrawing.Width, drawing.Height, ChartImage.Part<TimelineChart>(("Timeline", timeline), ("Drawing", drawing), ("Today", settings.Board.Today)));
        });
        desk.MapPage("/timeline.json", (HttpContext context) => Results.Json(Data(Timeline.Of(settings.Board, TimelineAddress.Parse(context.Request.Query)))));
    }

    /// <summary>Moments are milliseconds since 1970, as if every place were in UTC.</summary>
    private static object Data(Timeline timeline) => new
    {
        from = Milliseconds(timeline.From),
        until = Milliseconds(timeline.Until),
        lanes = timeline.Lanes.Select(l => timeline.Query.Lanes == LaneChoice.Kind ? Phrasing.KindLabel(l.Key) : l.Name),
        items = timeline.Lanes.SelectMany((lane, row) => lane.Items.Select(item => new
        {
            row,
            from = Milliseconds(item.When!.Value.From),
            until = Milliseconds(item.When!.Value.Until),
            lasts = item.LastsUntil is { } lasts ? Milliseconds(lasts) : (long?)null,
            kind = item.Kind,
            draft = item.IsDraft,
            reported = item.When!.Value.Basis == TimeBasis.Reported,
            vague = item.When!.Value.IsVague,
            when = BoardWords.WhenOf(item),
            title = TimelineChart.Title(item),
            address = DeskAddress.Of(item.Cited),
        })),
        buckets = timeline.Lanes.SelectMany((lane, row) => lane.Buckets.Select(b => new { row, kind = timeline.Query.Lanes == LaneChoice.Kind ? lane.Key : null, from = Milliseconds(b.From), until = Milliseconds(b.Until), b.Count })),
    };

    private static long Milliseconds(LocalDateTime moment) => moment.InUtc().ToInstant().ToUnixTimeMilliseconds();
}
