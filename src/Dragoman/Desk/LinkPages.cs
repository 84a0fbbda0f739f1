using System.Collections.Immutable;
using Dragoman.Desk.Access;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk;

/// <summary>A proposed link as the page shows it, with what a decision on it comes after.</summary>
public sealed record LinkLine(Link Link, LinkStatus Status, string? After);

/// <summary>The links of a process at <c>/processes/KEY/links</c> (of everything at <c>/links</c>), and the decisions on them.</summary>
internal static class LinkPages
{
    private const int Most = 200; // on a page; those that people decided about go first

    public static void Map(WebApplication desk, DeskSettings settings, ProcessViewer viewer)
    {
        desk.MapMethods("/links", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, IAntiforgery antiforgery) => Page(context, settings, viewer, antiforgery, null));
        desk.MapMethods("/processes/{key}/links", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, IAntiforgery antiforgery, string key) => Page(context, settings, viewer, antiforgery, key));
        desk.MapPost("/links", (HttpContext context, IAntiforgery antiforgery, IFormCollection form) => Decide(context, settings, viewer, antiforgery, null, form));
        desk.MapPost("/processes/{key}/links", (HttpContext context, IAntiforgery antiforgery, string key, IFormCollection form) => Decide(context, settings, viewer, antiforgery, key, form));
    }

    private static IResult Page(HttpContext context, DeskSettings settings, ProcessViewer viewer, IAntiforgery antiforgery, string? key, string? notice = null)
    {
        LedgerState state = settings.Ledger.State;
        if (viewer.View(state, key) is not { } view) return DeskHost.Missing(settings);
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        ImmutableArray<LinkLine> lines = LinesOf(state, view);
        return new RazorComponentResult<LinksPage>(new
        {
            State = state,
            Ledger = settings.Place,
            View = view,
            Lines = lines.Take(Most).ToImmutableArray(),
            Count = lines.Length,
            TokenField = tokens.FormFieldName,
            Token = tokens.RequestToken ?? "",
            Notice = notice,
        })
        {
            StatusCode = notice is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }

    /// <summary>Decided ones first, then by relation: contradictions before sameness. Rejected ones stay, so that the decision can be taken back.</summary>
    private static ImmutableArray<LinkLine> LinesOf(LedgerState state, ProcessView view)
    {
        DocumentState[] documents = [.. view.Scope.Documents(state)];
        return [.. view.Links.Proposed([.. documents.Select(d => d.Id)]).Concat(ActorLinker.Link(documents)).DistinctBy(link => link.Id, StringComparer.Ordinal)
            .Select(link => new LinkLine(link, state.LinkDecisions.StatusOf(link.Id), state.LinkDecisions.Last(link.Id)))
            .OrderByDescending(line => line.Status != LinkStatus.Open)
            .ThenBy(line => line.Link.Relation switch { LinkRelation.Contradicts => 0, LinkRelation.Differs => 1, LinkRelation.Copy => 2, _ => line.Link.IsPossible ? 3 : 4 })];
    }

    private static IResult Decide(HttpContext context, DeskSettings settings, ProcessViewer viewer, IAntiforgery antiforgery, string? key, IFormCollection form)
    {
        LedgerState state = settings.Ledger.State;
        if (viewer.View(state, key) is not { } view) return DeskHost.Missing(settings);
        string id = form["link"].ToString();
        if (LinesOf(state, view).FirstOrDefault(line => line.Link.Id == id) is not { } line) return Page(context, settings, viewer, antiforgery, key, "This link is no longer proposed.");
        LinkStatus status = form["decision"].ToString() switch
        {
            "confirm" => LinkStatus.Confirmed,
            "reject" => LinkStatus.Rejected,
            "undo" => LinkStatus.Open,
            _ => throw new BadHttpRequestException("There is no such decision."),
        };
        string after = form["after"].ToString();
        try
        {
            settings.Ledger.Link(new LinkDecided { Document = line.Link.From.Document, Relation = line.Link.Relation, From = line.Link.From, To = line.Link.To, Status = status, After = after.Length == 0 ? null : after }, Person.Of(context).Run);
        }
        catch (LedgerException conflict) when (conflict.Code is "DG3007" or "DG3008")
        {
            return Page(context, settings, viewer, antiforgery, key, conflict.Message);
        }

        return Results.LocalRedirect($"{DeskAddress.Links(view.Process)}#{Uri.EscapeDataString(id)}");
    }
}
