using Dragoman.Charts;
using Dragoman.Record.Views.Boards;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk.Boards;

/// <summary>The pages that show the record from one side each: positions, forecasts, plans, time, claims, actors and their contacts.</summary>
public static class BoardPages
{
    public static void Map(WebApplication desk, DeskSettings settings)
    {
        desk.MapPage(BoardAddress.Positions, (string? party, string? issue, string? all, string? statements) => new RazorComponentResult<PositionsPage>(new
        {
            Board = settings.Board,
            Ledger = settings.Place,
            Party = party,
            Issue = issue,
            ShowsAll = all == "1",
            ShowsStatements = statements == "1",
        }));
        ForecastPages.Map(desk, settings);
        desk.MapPage("/forecasts.svg", (HttpContext context, string? scale) => ChartImage.Of(
            context, "calibration", "Calibration of forecasts", CalibrationChart.Width, CalibrationChart.Height, ChartImage.Part<CalibrationChart>(("Points", ForecastBoard.Of(settings.Board, scale).Calibration))));
    }
}

internal static class PageRoutes
{
    /// <summary>Answers GET and HEAD at an address.</summary>
    public static RouteHandlerBuilder MapPage(this WebApplication desk, string address, Delegate answer) => desk.MapMethods(address, [HttpMethods.Get, HttpMethods.Head], answer);
}
