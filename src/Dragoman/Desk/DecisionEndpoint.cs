using Dragoman.Desk.Access;
using Dragoman.Desk.Room;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk;

/// <summary>
/// Takes a reviewer's decision and appends it. A form goes on to the next record that is open; the page's script, which has gone on by itself,
/// asks only for the card as it now stands (header <see cref="PartHeader"/>).
/// </summary>
internal static class DecisionEndpoint
{
    public const string PartHeader = "Dragoman-Part";

    public static void Map(WebApplication desk) => desk.MapPost("/documents/{key}/decisions", Decide);

    private static IResult Decide(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string key, IFormCollection form)
    {
        if (DocumentPages.Find(settings.Ledger.State, key) is not { } document) return DeskHost.Missing(settings);
        (string word, string record, string after) = ActOf(form);
        ReviewQuery query = QueryOf(form);
        if (DecisionOf(word, document.Id, record, after, form["scope"]) is not { } entry) throw new BadHttpRequestException($"There is no decision '{word}'.");
        try
        {
            settings.Ledger.Decide(entry, Person.Of(context).Run);
        }
        catch (LedgerException conflict) when (conflict.Code is "DG3007" or "DG3008")
        {
            return DocumentPages.Page(context, settings, antiforgery, document, record, query, conflict.Message);
        }

        DocumentState now = settings.Ledger.State.Documents[document.Id];
        if (context.Request.Headers.ContainsKey(PartHeader)) return Card(context, antiforgery, now, record, query);
        string next = entry is DecisionWithdrawn ? record : NextOpen(now, record, query) ?? record;
        return Results.LocalRedirect($"{DeskAddress.Of(now)}?record={Uri.EscapeDataString(next)}{query.ToString().Replace('?', '&')}#{Uri.EscapeDataString(next)}");
    }

    public static ReviewQuery QueryOf(IFormCollection form) => form["kind"] is [{ Length: > 0 } kind] ? new() { Kind = kind } : ReviewQuery.Parse(form["query"]);

    private static RazorComponentResult<CardPart> Card(HttpContext context, IAntiforgery antiforgery, DocumentState document, string record, ReviewQuery query) => new(new
    {
        Document = document,
        Record = record,
        Review = DocumentPages.FormOf(context, antiforgery, document, query),
    });

    /// <summary>What is decided, about which record, seen at which version: three words of a button, or three fields.</summary>
    private static (string Word, string Record, string After) ActOf(IFormCollection form)
    {
        string[] words = form["decision"].ToString().Split(' ');
        return words.Length == 3 ? (words[0], words[1], words[2]) : (words[0], form["record"].ToString(), form["after"].ToString());
    }

    private static Decision? DecisionOf(string word, string document, string record, string after, string? scope) => word switch
    {
        "confirm" => new RecordConfirmed { Document = document, Record = record, After = after },
        "reject" => new RecordRejected { Document = document, Record = record, After = after, Scope = ScopeOf(scope) },
        "undo" => new DecisionWithdrawn { Document = document, Record = record, After = after },
        _ => null,
    };

    private static RejectionScope ScopeOf(string? word)
    {
        try
        {
            return string.IsNullOrEmpty(word) ? RejectionScope.Record : ContractWords.Parse<RejectionScope>(word);
        }
        catch (FormatException e)
        {
            throw new BadHttpRequestException(e.Message, e);
        }
    }

    /// <summary>The next open record after this one in text order, else the first open one.</summary>
    public static string? NextOpen(DocumentState document, string record, ReviewQuery query)
    {
        RecordState[] shown = [.. document.Records.Where(r => r.Id == record || query.IsAbout(new(document, r)))];
        int at = Array.FindIndex(shown, r => r.Id == record);
        return shown.Skip(at + 1).Concat(shown.Take(at + 1)).FirstOrDefault(r => r.State == ReviewState.Draft)?.Id;
    }
}
