using Dragoman.Charts;
using Dragoman.Record.Views.Boards;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Dragoman.Desk.Boards;

/// <summary>The pages that show the record from one side each: positions, forecasts, plans, time, claims, actors and their contacts.</summary>
public static class BoardPages
{
    public static void Map(WebApplication desk, DeskSettings settings)
    {
        MapPositions(desk, settings);
        ForecastPages.Map(desk, settings);
        CalendarPages.Map(desk, settings);
        TimelinePages.Map(desk, settings);
        MapClaims(desk, settings);
        MapActors(desk, settings);
        MapImages(desk, settings);
    }

    private static void MapPositions(WebApplication desk, DeskSettings settings) =>
        desk.MapPage(BoardAddress.Positions, (string? party, string? issue, string? all, string? statements) => new RazorComponentResult<PositionsPage>(new
        {
            Board = settings.Board,
            Ledger = settings.Place,
            Party = party,
            Issue = issue,
            ShowsAll = all == "1",
            ShowsStatements = statements == "1",
        }));

    private static void MapClaims(WebApplication desk, DeskSettings settings)
    {
        desk.MapPage(BoardAddress.Claims, () => new RazorComponentResult<ClaimsPage>(new { Board = settings.Board, Ledger = settings.Place }));
        desk.MapPage("/claims.json", () => Results.Json(ClaimData(ClaimChart.Of(settings.Board))));
    }

    private static void MapActors(WebApplication desk, DeskSettings settings)
    {
        desk.MapPage(BoardAddress.Actors, (string? name, int? page) =>
            new RazorComponentResult<ActorsPage>(new { Board = settings.Board, Ledger = settings.Place, Sought = name, Page = Math.Max(1, page ?? 1) }));
        desk.MapPage(BoardAddress.Actors + "/{slug}", IResult (string slug, int? page) => ActorIndex.Of(settings.Board).BySlug.GetValueOrDefault(slug) is { } entry
            ? new RazorComponentResult<ActorPage>(new { Board = settings.Board, Ledger = settings.Place, Entry = entry, Page = Math.Max(1, page ?? 1) })
            : DeskHost.Missing(settings));
        desk.MapPage(BoardAddress.Network, (string? ties, int? page) => new RazorComponentResult<NetworkPage>(new
        {
            Board = settings.Board,
            Ledger = settings.Place,
            Kind = FormWords.Find<TieKind>(ties),
            Page = Math.Max(1, page ?? 1),
        }));
    }

    private static void MapImages(WebApplication desk, DeskSettings settings)
    {
        desk.MapPage("/forecasts.svg", (HttpContext context, string? scale) => ChartImage.Of(
            context, "calibration", "Calibration of forecasts", CalibrationChart.Width, CalibrationChart.Height, ChartImage.Part<CalibrationChart>(("Points", ForecastBoard.Of(settings.Board, scale).Calibration))));
        desk.MapPage("/claims.svg", (HttpContext context) =>
        {
            ClaimChart chart = ClaimChart.Of(settings.Board);
            return ChartImage.Of(context, "claims", "Claims of violations", ClaimsDrawing.Width, ClaimsDrawing.Height, ChartImage.Part<ClaimsChart>(("Chart", chart), ("Drawing", new ClaimsDrawing(chart))));
        });
        desk.MapPage("/network.svg", (HttpContext context, string? ties) => ChartImage.Of(
            context, "network", "Who speaks about and meets whom", NetworkDrawing.Width, NetworkDrawing.Height, ChartImage.Part<NetworkChart>(("Drawing", new NetworkDrawing(ContactNetwork.Of(settings.Board), FormWords.Find<TieKind>(ties))))));
    }

    /// <summary>Moments are milliseconds since 1970, as if every place were in UTC.</summary>
    private static object ClaimData(ClaimChart chart) => new
    {
        truces = chart.Ceasefires.Select(t => new { from = Milliseconds(t.From), until = t.Until is { } until ? Milliseconds(until) : (long?)null }),
        series = chart.Series.Select((series, i) => new
        {
            name = series.Name,
            colour = ClaimsChart.ClassOf(chart.Series, i),
            points = ClaimsChart.Points(series).Select(p => new
            {
                from = Milliseconds(p.Item.When!.Value.From),
                until = Milliseconds(p.Item.When!.Value.Until),
                count = p.Count,
                accused = p.Accused,
                when = BoardWords.WhenOf(p.Item),
                address = DeskAddress.Of(p.Item.Cited),
            }),
        }),
    };

    private static long Milliseconds(LocalDateTime moment) => moment.InUtc().ToInstant().ToUnixTimeMilliseconds();
}

internal static class PageRoutes
{
    /// <summary>Answers GET and HEAD at an address.</summary>
    public static RouteHandlerBuilder MapPage(this WebApplication desk, string address, Delegate answer) => desk.MapMethods(address, [HttpMethods.Get, HttpMethods.Head], answer);
}
