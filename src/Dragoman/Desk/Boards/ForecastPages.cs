using Dragoman.Desk.Access;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views.Boards;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dragoman.Desk.Boards;

/// <summary>What the address of the forecast page chooses.</summary>
/// <param name="Stage">Null for the first stage that has forecasts.</param>
/// <param name="Scale">Id of the scale; null for the default.</param>
/// <param name="By">Only of this forecaster; null for all.</param>
/// <param name="Page">From 1.</param>
/// <param name="Open">Id of the record whose form is open.</param>
public sealed record ForecastQuery(ForecastStage? Stage, string? Scale, string? By, int Page, string? Open)
{
    /// <summary>The address of this choice.</summary>
    public string Address => BoardAddress.With(
        BoardAddress.Forecasts,
        ("stage", Stage is { } stage ? ContractWords.WordOf(stage) : null),
        ("scale", Scale),
        ("by", By),
        ("page", Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        ("open", Open)) + (Open is null ? "" : "#" + Open);
}

internal static class ForecastPages
{
    public static void Map(WebApplication desk, DeskSettings settings)
    {
        desk.MapPage(BoardAddress.Forecasts, (HttpContext context, IAntiforgery antiforgery, string? stage, string? scale, string? by, int? page, string? open) =>
            Page(context, settings, antiforgery, new(StageOf(stage), scale, by, Math.Max(1, page ?? 1), open)));
        desk.MapPost("/forecasts/{record}/resolution", Resolve).WithMetadata(new NeedsRole(Role.Curator));
    }

    private static RazorComponentResult<ForecastsPage> Page(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, ForecastQuery query, string? notice = null) => new(new
    {
        Board = settings.Board,
        Ledger = settings.Place,
        Query = query,
        Tokens = antiforgery.GetAndStoreTokens(context),
        Notice = notice,
    })
    {
        StatusCode = notice is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
    };

    private static IResult Resolve(
        HttpContext context,
        DeskSettings settings,
        IAntiforgery antiforgery,
        string record,
        [FromForm] string? after,
        [FromForm] string? outcome,
        [FromForm] string? note,
        [FromForm] string? scale,
        [FromForm] string? stage)
    {
        Board board = settings.Board;
        if (board.Find(record) is not { Kind: "forecast" } item) return DeskHost.Missing(settings);
        ForecastQuery back = new(StageOf(stage), scale, null, 1, record);
        if (FormWords.Find<ForecastOutcome>(outcome) is not { } chosen) return Page(context, settings, antiforgery, back, "Choose an outcome; nothing was changed.");
        ForecastResolved resolution = new()
        {
            Document = item.Cited.Document.Id,
            Record = record,
            After = string.IsNullOrEmpty(after) ? null : after,
            Outcome = chosen,
            Cites = FormWords.CitesOf(context.Request.Form, board),
            Note = FormWords.TextOf(note),
        };
        try
        {
            settings.Ledger.Resolve(resolution, Person.Of(context).Run);
        }
        catch (LedgerException conflict) when (conflict.Code is "DG3007" or "DG3008")
        {
            return Page(context, settings, antiforgery, back, conflict.Message);
        }

        return Results.LocalRedirect((back with { Stage = chosen == ForecastOutcome.Open ? back.Stage : ForecastStage.Resolved }).Address);
    }

    private static ForecastStage? StageOf(string? word) => FormWords.Find<ForecastStage>(word);
}
