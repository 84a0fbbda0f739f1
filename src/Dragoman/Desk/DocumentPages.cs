using Dragoman.Desk.Room;
using Dragoman.Pages;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk;

/// <summary>The reading room: a document with its records, as a page.</summary>
internal static class DocumentPages
{
    public static void Map(WebApplication desk, DeskSettings settings) =>
        desk.MapMethods("/documents/{key}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string key, string? record, string? notice, IAntiforgery antiforgery) =>
            Find(settings.Ledger.State, key) is { } document
                ? Page(context, settings, antiforgery, document, record, ReviewQuery.Of(name => context.Request.Query[name]))
                : DeskHost.Missing(settings));

    /// <summary>The document with this short name; null if there is none.</summary>
    public static DocumentState? Find(LedgerState state, string key) => state.ByKey(key);

    public static IResult Page(
        HttpContext context, DeskSettings settings, IAntiforgery antiforgery, DocumentState document, string? record, ReviewQuery query, string? notice = null)
    {
        LedgerState state = settings.Ledger.State;
        DocumentState now = state.Documents.GetValueOrDefault(document.Id, document);
        return new RazorComponentResult<DocumentPage>(new
        {
            State = state,
            Document = now,
            Ledger = settings.Place,
            Review = FormOf(context, antiforgery, now, query),
            Query = query.In(settings.Placer),
            Selected = record,
            Notice = notice,
        })
        {
            StatusCode = notice is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }

    public static ReviewForm FormOf(HttpContext context, IAntiforgery antiforgery, DocumentState document, ReviewQuery query)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        return new(DeskAddress.Of(document), tokens.FormFieldName, tokens.RequestToken ?? "", query.ToString());
    }
}
