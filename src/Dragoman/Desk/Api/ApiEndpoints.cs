using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Dragoman.Desk.Access;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk.Api;

/// <summary>The record for programs, under <c>/api/v1</c>: JSON in and out, described by <c>/api/openapi.json</c> and docs/api.md.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api/v1";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public static void Map(WebApplication desk)
    {
        RouteGroupBuilder api = desk.MapGroup(Root).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/", Summary).WithName("summary").WithSummary("How much the ledger holds").WithExample("summary");
        api.MapGet("/documents", Documents).WithName("documents").WithSummary("The documents in order of filing").WithExample("documents");
        api.MapGet("/documents/{key}", Document).WithName("document").WithSummary("A document: its origin, regions, actors and times").WithExample("document");
        api.MapGet("/documents/{key}/text", Text).WithName("text").WithSummary("A document's text, character for character").Produces<string>(StatusCodes.Status200OK, "text/plain");
        api.MapGet("/records", Records).WithName("records").WithSummary("Statements and findings, narrowed by the query").WithExample("records");
        api.MapGet("/documents/{key}/records/{id}", Record).WithName("record").WithSummary("One record (dragoman-record/1)").WithExample("record");
        api.MapPost("/documents/{key}/records/{id}/decisions", Decide).WithName("decide").WithSummary("Confirms or rejects a record, or takes the last decision back")
            .WithExample("record").ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/live", Live).WithName("live").WithSummary("Server-sent events: one whenever the ledger has moved on");
        desk.MapOpenApi("/api/openapi.json");
        desk.Map("/api/{**rest}", () => NotFound("There is no such address; /api/openapi.json lists those that there are.")).ExcludeFromDescription();
    }

    private static LedgerAnswer Summary(DeskSettings settings)
    {
        LedgerState state = settings.Ledger.State;
        return new(state.Head, json => new ApiJson(json).WriteSummary(state));
    }

    private static LedgerAnswer Documents(DeskSettings settings, string? after, int? limit)
    {
        LedgerState state = settings.Ledger.State;
        int count = limit ?? 100;
        if (count is < 1 or > RecordQuery.LargestLimit) throw new BadHttpRequestException($"limit is 1 to {RecordQuery.LargestLimit}");
        IEnumerable<DocumentState> rest = string.IsNullOrEmpty(after) ? state.InOrder : state.InOrder.SkipWhile(d => d.Key != after).Skip(1);
        DocumentState[] page = [.. rest.Take(count + 1)];
        return new(state.Head, json => new ApiJson(json).WriteDocuments(page.Take(count), page.Length > count ? page[count - 1].Key : null));
    }

    private static IResult Document(DeskSettings settings, string key)
    {
        LedgerState state = settings.Ledger.State;
        return Find(state, key) is { } document ? new LedgerAnswer(state.Head, json => new ApiJson(json).WriteDocument(document)) : NoDocument(key);
    }

    private static IResult Text(DeskSettings settings, string key) =>
        Find(settings.Ledger.State, key) is { } document ? Results.Text(document.Text, "text/plain; charset=utf-8") : NoDocument(key);

    private static LedgerAnswer Records(DeskSettings settings, [AsParameters] RecordQuery query)
    {
        LedgerState state = settings.Ledger.State;
        (IReadOnlyList<CitedRecord> items, string? next) = query.Read(state);
        return new(state.Head, json => new ApiJson(json).WriteRecords(items, next));
    }

    private static IResult Record(DeskSettings settings, string key, string id)
    {
        LedgerState state = settings.Ledger.State;
        return Find(state, key) is { } document && document.All.GetValueOrDefault(id) is { } record ? Answer(state, document, record) : NoRecord(key, id);
    }

    private static IResult Decide(HttpContext context, DeskSettings settings, string key, string id, DecisionRequest request)
    {
        if (Find(settings.Ledger.State, key) is not { } document || !document.All.ContainsKey(id)) return NoRecord(key, id);
        try
        {
            settings.Ledger.Decide(request.ToEntry(document.Id, id), Person.Of(context).Run);
        }
        catch (LedgerException conflict) when (conflict.Code == "DG3008")
        {
            return Problem(StatusCodes.Status409Conflict, "Decided by somebody else meanwhile", conflict.Message, conflict.Code);
        }

        LedgerState now = settings.Ledger.State;
        return Answer(now, now.Documents[document.Id], now.Find(document.Id, id)!);
    }

    private static ServerSentEventsResult<LedgerHead> Live(DeskSettings settings, CancellationToken closed) =>
        TypedResults.ServerSentEvents(Heads(settings, closed));

    /// <summary>The ledger's head now, and again whenever it has moved on.</summary>
    private static async IAsyncEnumerable<SseItem<LedgerHead>> Heads(DeskSettings settings, [EnumeratorCancellation] CancellationToken closed)
    {
        long last = -1;
        while (!closed.IsCancellationRequested)
        {
            long head = settings.Ledger.State.Head;
            if (head != last) yield return new(new(head), "head");
            last = head;
            await Task.Delay(LookEvery, closed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static DocumentState? Find(LedgerState state, string key) => state.InOrder.FirstOrDefault(d => d.Key == key);

    private static LedgerAnswer Answer(LedgerState state, DocumentState document, RecordState record) =>
        new(state.Head, json => new RecordJsonWriter(json, new(document.Text)).Write(new CitedRecord(document, record)));

    private static ProblemHttpResult NoDocument(string key) => NotFound($"There is no document {key} in this ledger.");

    private static ProblemHttpResult NoRecord(string key, string id) => Problem(StatusCodes.Status404NotFound, "Not found", $"There is no record {id} of document {key} in this ledger.", "DG3007");

    private static ProblemHttpResult NotFound(string detail) => Problem(StatusCodes.Status404NotFound, "Not found", detail, null);

    internal static ProblemHttpResult Problem(int status, string title, string detail, string? code) =>
        TypedResults.Problem(detail, statusCode: status, title: title, extensions: code is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code });
}

/// <summary>How far the ledger is.</summary>
/// <param name="Head">Sequence of its last line.</param>
public sealed record LedgerHead(long Head);
