using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Desk.Access;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk.Room;

/// <summary>A queue is a query: its records as a list, to be worked through one by one or decided together. Each decision is an entry of its own.</summary>
internal static class QueuePages
{
    public const string Address = "/queue";

    /// <summary>The most records on one page, and so in one bulk decision.</summary>
    public const int MostLines = 100;

    public static void Map(WebApplication desk)
    {
        desk.MapGet(Address, (HttpContext context, DeskSettings settings, IAntiforgery antiforgery) =>
            Page(context, settings, antiforgery, ReviewQuery.Of(name => context.Request.Query[name])));
        desk.MapPost(Address, Decide);
    }

    private static IResult Decide(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, IFormCollection form)
    {
        ReviewQuery query = ReviewQuery.Parse(form["query"]);
        string word = form["decision"].ToString();
        if (word is not ("confirm" or "reject")) throw new BadHttpRequestException($"There is no decision '{word}' about many records.");
        int done = 0;
        List<string> refused = [];
        foreach (string pick in form["pick"].OfType<string>().Take(MostLines))
        {
            if (pick.Split(' ') is not [var key, var record, var after] || DocumentPages.Find(settings.Ledger.State, key) is not { } document) continue;
            try
            {
                settings.Ledger.Decide(DecisionOf(word, document.Id, record, after), Person.Of(context).Run);
                done++;
            }
            catch (LedgerException conflict) when (conflict.Code is "DG3007" or "DG3008")
            {
                refused.Add(conflict.Message);
            }
        }

        string told = string.Create(CultureInfo.InvariantCulture, $"{done} {(done == 1 ? "record" : "records")} {(word == "confirm" ? "confirmed" : "rejected")}, each as an entry of its own; each can be undone.");
        return Page(context, settings, antiforgery, query, string.Join(' ', refused.Prepend(told)));
    }

    private static Decision DecisionOf(string word, string document, string record, string after) => word == "confirm"
        ? new RecordConfirmed { Document = document, Record = record, After = after, Note = "together with others" }
        : new RecordRejected { Document = document, Record = record, After = after, Scope = RejectionScope.Record, Note = "together with others" };

    private static RazorComponentResult<QueuePage> Page(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, ReviewQuery query, string? notice = null)
    {
        LedgerState state = settings.Ledger.State;
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        ImmutableArray<CitedRecord> records = [.. Worklist.All(state, query.In(settings.Placer)).Take(MostLines + 1)];
        return new(new
        {
            State = state,
            Ledger = settings.Place,
            Query = query,
            settings.Placer.Processes,
            Records = records.Length > MostLines ? records[..MostLines] : records,
            HasMore = records.Length > MostLines,
            Token = new FormToken(tokens.FormFieldName, tokens.RequestToken ?? ""),
            Notice = notice,
        });
    }
}
