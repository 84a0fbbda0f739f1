using Dragoman.Record.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk;

/// <summary>The sections of the overview, each on pages of its own: <c>/process/ceasefires?page=2</c>.</summary>
internal static class ShelfPages
{
    public static void Map(WebApplication desk, DeskSettings settings) =>
        desk.MapMethods("/process/{key}", [HttpMethods.Get, HttpMethods.Head], (string key, int? page) => Page(settings, key, page ?? 1));

    private static IResult Page(DeskSettings settings, string key, int page)
    {
        LedgerState state = settings.Ledger.State;
        if (OverviewPart.Of(ProcessOverview.Of(state)).FirstOrDefault(part => part.Key == key) is not { } shelf || page < 1 || page > shelf.LastPage) return DeskHost.Missing(settings);
        return new RazorComponentResult<ShelfPage>(new { State = state, Ledger = settings.Place, Shelf = shelf, PageNumber = page });
    }
}
