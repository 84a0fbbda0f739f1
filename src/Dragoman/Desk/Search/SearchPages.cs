using Dragoman.Record.Views;
using Dragoman.Storage.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk.Search;

/// <summary>Search over documents, statements and records. What is searched for stands in the address.</summary>
internal static class SearchPages
{
    public const string Address = "/search";
    public const int HitsOnPage = 20;

    public static void Map(WebApplication desk) => desk.MapGet(Address, (DeskSettings settings, string? q, string? kind, string? actor, string? outlet, string? state, string? from, string? until, string? page) =>
    {
        if (settings.Search is not { } index) return DeskHost.Missing(settings);
        int number = int.TryParse(page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int given) ? Math.Clamp(given, 1, 500) : 1;
        SearchQuery query = new()
        {
            Words = q?.Trim() ?? "",
            Kind = Given(kind),
            Actor = Given(actor),
            Outlet = Given(outlet),
            State = Given(state),
            From = Given(from),
            Until = Given(until),
            Take = HitsOnPage,
            Skip = (number - 1) * HitsOnPage,
        };
        LedgerState now = settings.Ledger.State;
        return new RazorComponentResult<SearchPage>(new { Ledger = settings.Place, Query = query, Answer = index.Search(now, query), Number = number });
    });

    /// <summary>The address of a query.</summary>
    public static string Of(SearchQuery query, int page = 1)
    {
        IEnumerable<(string Name, string? Value)> parts =
        [
            ("q", query.Words.Length == 0 ? null : query.Words), ("kind", query.Kind), ("actor", query.Actor), ("outlet", query.Outlet), ("state", query.State),
            ("from", query.From), ("until", query.Until), ("page", page == 1 ? null : page.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        return Address + "?" + string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
