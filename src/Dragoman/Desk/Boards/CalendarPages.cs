using System.Text;
using Dragoman.Desk.Access;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views.Boards;
using Dragoman.Storage.Export;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Dragoman.Desk.Boards;

/// <summary>The calendar: its page, the settling of plans, and the file that calendar programs subscribe to.</summary>
internal static class CalendarPages
{
    public static void Map(WebApplication desk, DeskSettings settings)
    {
        desk.MapPage(BoardAddress.Calendar, (HttpContext context, IAntiforgery antiforgery, string? month, string? show, int? page, string? open) =>
            Page(context, settings, antiforgery, new(CalendarQuery.MonthOf(month), FormWords.Find<PlanChoice>(show) ?? PlanChoice.Ahead, Math.Max(1, page ?? 1), open)));
        desk.MapPage(BoardAddress.CalendarFile, (HttpContext context) => Results.Text(
            new IcalWriter().Write("Peace process", Events(PlanBoard.Of(settings.Board), $"{context.Request.Scheme}://{context.Request.Host}")), "text/calendar; charset=utf-8", Encoding.UTF8));
        desk.MapPost("/calendar/{record}/settlement", Settle).WithMetadata(new NeedsRole(Role.Curator));
    }

    private static RazorComponentResult<CalendarPage> Page(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, CalendarQuery query, string? notice = null) => new(new
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

    private static IResult Settle(
        HttpContext context,
        DeskSettings settings,
        IAntiforgery antiforgery,
        string record,
        [FromForm] string? after,
        [FromForm] string? state,
        [FromForm] string? movedTo,
        [FromForm] string? note,
        [FromForm] string? show)
    {
        Board board = settings.Board;
        if (board.Find(record) is not { Kind: "meeting" or "ultimatum" or "ceasefire" } item) return DeskHost.Missing(settings);
        CalendarQuery back = new(null, FormWords.Find<PlanChoice>(show) ?? PlanChoice.Ahead, 1, record);
        string? day = FormWords.TextOf(movedTo);
        if (FormWords.Find<PlanState>(state) is not { } chosen) return Page(context, settings, antiforgery, back, "Choose how it turned out; nothing was changed.");
        if (chosen == PlanState.Moved && TimeSpot.Of(day, TimeBasis.Own) is null) return Page(context, settings, antiforgery, back, "Write the day it was moved to as 2025-04-22, or the month as 2025-04; nothing was changed.");
        PlanSettled settlement = new()
        {
            Document = item.Cited.Document.Id,
            Record = record,
            After = FormWords.TextOf(after),
            State = chosen,
            MovedTo = chosen == PlanState.Moved ? day : null,
            Cites = FormWords.CitesOf(context.Request.Form, board),
            Note = FormWords.TextOf(note),
        };
        try
        {
            settings.Ledger.Resolve(settlement, Person.Of(context).Run);
        }
        catch (LedgerException conflict) when (conflict.Code is "DG3007" or "DG3008")
        {
            return Page(context, settings, antiforgery, back, conflict.Message);
        }

        return Results.LocalRedirect((back with { Open = null }).Address + "#" + record);
    }

    /// <summary>Every plan with a day, as calendar programs take it.</summary>
    private static IEnumerable<IcalEvent> Events(PlanBoard plans, string desk) => plans.Lines.Where(l => l.Due is not null).DistinctBy(l => l.Item.Id).Select(line =>
    {
        Phrase phrase = Phrasing.Of(line.Cited);
        TimeSpot due = line.Due!.Value;
        return new IcalEvent
        {
            Uid = line.Item.Id,
            Stamp = line.Settlement?.Recorded ?? line.Cited.Document.Recorded,
            Sequence = line.Settlement is null ? 0 : 1,
            Days = new DateInterval(due.FirstDay, due.LastDay),
            At = due.HasHour ? due.From.TimeOfDay : null,
            Summary = $"{phrase.Who} {phrase.Predicate}".Trim(),
            Description = $"{BoardWords.Of(line.Standing)}{(line.Item.IsDraft ? ", draft" : "")}\n“{line.Cited.Evidence.Words}”\n{line.Cited.Document.Reading?.Outlet ?? line.Cited.Document.Filed.Source}",
            Location = line.Cited.Text("place")?.Words,
            Url = new Uri(desk + DeskAddress.Of(line.Cited)),
            Status = line.Standing switch { PlanStanding.Cancelled or PlanStanding.Lapsed => IcalStatus.Cancelled, PlanStanding.Met => IcalStatus.Confirmed, _ => IcalStatus.Tentative },
            Categories = [line.Item.Kind],
        };
    });
}
