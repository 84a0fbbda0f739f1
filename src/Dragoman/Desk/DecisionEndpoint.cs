using Dragoman.Desk.Access;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Dragoman.Desk;

/// <summary>Takes a reviewer's decision from a form, appends it, and goes on to the next record that is open.</summary>
internal static class DecisionEndpoint
{
    public static void Map(WebApplication desk) => desk.MapPost("/documents/{key}/decisions", Decide);

    private static IResult Decide(
        HttpContext context,
        DeskSettings settings,
        IAntiforgery antiforgery,
        string key,
        [FromForm] string record,
        [FromForm] string after,
        [FromForm] string decision,
        [FromForm] string? scope,
        [FromForm] string? kind)
    {
        if (settings.Ledger.State.ByKey(key) is not { } document) return DeskHost.Missing(settings);
        if (DecisionOf(decision, document.Id, record, after, scope) is not { } entry) throw new BadHttpRequestException($"There is no decision '{decision}'.");
        try
        {
            settings.Ledger.Decide(entry, Person.Of(context).Run);
        }
        catch (LedgerException conflict) when (conflict.Code is "DG3007" or "DG3008")
        {
            return DeskHost.Document(context, settings, antiforgery, key, record, kind, conflict.Message) ?? DeskHost.Missing(settings);
        }

        DocumentState now = settings.Ledger.State.Documents[document.Id];
        string next = entry is DecisionWithdrawn ? record : NextOpen(now, record, kind) ?? record;
        string filter = string.IsNullOrEmpty(kind) ? "" : $"&kind={Uri.EscapeDataString(kind)}";
        return Results.LocalRedirect($"{DeskAddress.Of(now)}?record={Uri.EscapeDataString(next)}{filter}#{Uri.EscapeDataString(next)}");
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
    private static string? NextOpen(DocumentState document, string record, string? kind)
    {
        RecordState[] shown = [.. document.Records.Where(r => string.IsNullOrEmpty(kind) || r.Kind == kind)];
        int at = Array.FindIndex(shown, r => r.Id == record);
        return shown.Skip(at + 1).Concat(shown.Take(at + 1)).FirstOrDefault(r => r.State == ReviewState.Draft)?.Id;
    }
}
