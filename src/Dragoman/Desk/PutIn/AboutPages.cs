using Dragoman.Desk.Access;
using Dragoman.Reading.Times;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk.PutIn;

/// <summary>Where the date, language, title and outlet that were found for a document are corrected. What depends on them is read again at once.</summary>
internal static class AboutPages
{
    public static void Map(WebApplication desk)
    {
        NeedsRole curator = new(Role.Curator);
        desk.MapGet("/documents/{key}/about", (HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string key) =>
            DocumentPages.Find(settings.Ledger.State, key) is { } document ? Page(context, settings, antiforgery, document) : DeskHost.Missing(settings)).WithMetadata(curator);
        desk.MapPost("/documents/{key}/about", Correct).WithMetadata(curator);
    }

    private static IResult Correct(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string key, IFormCollection form)
    {
        if (DocumentPages.Find(settings.Ledger.State, key) is not { } document) return DeskHost.Missing(settings);
        DocumentCorrected correction = new()
        {
            Document = document.Id,
            Published = Changed(form, "published", document.Reading?.Published),
            Language = Changed(form, "language", document.Reading?.Language),
            Title = Changed(form, "title", document.Reading?.Title),
            Outlet = Changed(form, "outlet", document.Reading?.Outlet),
        };
        if (correction == new DocumentCorrected { Document = document.Id }) return Results.LocalRedirect(DeskAddress.Of(document));
        if (correction.Published is { } day && TimexReference.Parse(day) is null) return Page(context, settings, antiforgery, document, $"“{day}” is no date. Write it as 2026-09-10, 2026-09 or 2026.", form);
        settings.Ledger.Append(state => state.Care.CorrectionOf(document.Id) is { } before && before == before.With(correction) ? [] : [correction], Person.Of(context).Run);
        return settings.Registrar?.Reread(document.Id) is { } failure
            ? Page(context, settings, antiforgery, document, $"The correction is kept, but the document cannot be read with it: {failure.Message}", form)
            : Results.LocalRedirect(DeskAddress.Of(document));
    }

    private static string? Changed(IFormCollection form, string name, string? before) =>
        form[name] is [{ } value] && !string.IsNullOrWhiteSpace(value) && value.Trim() != before ? value.Trim() : null;

    private static RazorComponentResult<AboutPage> Page(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, DocumentState document, string? notice = null, IFormCollection? sent = null)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        return new(new { Document = document, Ledger = settings.Place, Token = new FormToken(tokens.FormFieldName, tokens.RequestToken ?? ""), Notice = notice, Sent = sent })
        {
            StatusCode = notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
