using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Antiforgery;

namespace Dragoman.Desk.Room;

/// <summary>
/// What a reviewer does to a record beyond deciding: amend, split, merge, add. Each is a page with a form; the reading room's script asks for the
/// form alone (header <see cref="DecisionEndpoint.PartHeader"/>) and shows it in the card.
/// </summary>
internal static class RoomPages
{
    public static void Map(WebApplication desk)
    {
        foreach ((string act, Func<RoomRequest, IResult> post) in new (string, Func<RoomRequest, IResult>)[] { ("amend", Amend), ("split", Split), ("merge", Merge) })
        {
            string address = "/documents/{key}/records/{record}/" + act;
            desk.MapGet(address, (HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string key, string record) =>
                RoomRequest.Find(context, settings, antiforgery, key, record, null) is { } request ? request.Form(act) : DeskHost.Missing(settings));
            desk.MapPost(address, (HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string key, string record, IFormCollection form) =>
                Answer(RoomRequest.Find(context, settings, antiforgery, key, record, form), settings, post));
        }

        desk.MapGet("/documents/{key}/add", (HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string key) =>
            RoomRequest.Find(context, settings, antiforgery, key, null, null) is { } request ? request.Form("add") : DeskHost.Missing(settings));
        desk.MapPost("/documents/{key}/add", (HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string key, IFormCollection form) =>
            Answer(RoomRequest.Find(context, settings, antiforgery, key, null, form), settings, Add));
        desk.MapPost("/documents/{key}/work", (HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string key, IFormCollection form) =>
            Answer(RoomRequest.Find(context, settings, antiforgery, key, null, form), settings, Mark));
    }

    private static IResult Answer(RoomRequest? request, DeskSettings settings, Func<RoomRequest, IResult> post)
    {
        if (request is null) return DeskHost.Missing(settings);
        try
        {
            return post(request);
        }
        catch (LedgerException conflict) when (conflict.Code is "DG3007" or "DG3008")
        {
            return request.Page(conflict.Message);
        }
    }

    private static IResult Amend(RoomRequest request)
    {
        CitedRecord record = request.Cited;
        Amendment amendment = AmendmentReader.Read(record, request.Sent);
        if (amendment.Content is null) return request.Form("amend", "Some fields cannot be taken yet; nothing was saved.", amendment.Fields);
        request.Ledger.Decide(
            new RecordAmended
            {
                Document = record.Document.Id,
                Record = record.Record.Id,
                After = request.Sent["after"].ToString(),
                Content = amendment.Content,
                Actors = amendment.Actors,
                Note = request.Note,
            },
            request.By);
        return request.GoOn(record.Record.Id, toNext: true);
    }

    private static IResult Split(RoomRequest request)
    {
        CitedRecord record = request.Cited;
        if (!request.TryWords(record.Record.Content.Extent.Start, out Passage? words)) return request.Form("split", "These words do not stand in the article. Select them there, or write them exactly as they are printed.");
        (RecordContent rest, RecordContent twin) = Recomposition.Split(record.Document, record.Record.Content, words);
        request.Ledger.Append(state => Revision.Split(state, request.Seen, rest, twin), request.By);
        return request.GoOn(request.IdOf(twin.LocalId) ?? record.Record.Id);
    }

    private static IResult Merge(RoomRequest request)
    {
        CitedRecord record = request.Cited;
        string into = request.Sent["into"].ToString();
        if (record.Document.Records.FirstOrDefault(r => r.Id == into && r.Kind == record.Kind && r.Id != record.Record.Id) is not { } target) return request.Form("merge", "Choose a record of the same kind.");
        request.Ledger.Append(state => Revision.Merge(state, request.Seen, into, Recomposition.Merge(record.Record, target)), request.By);
        return request.GoOn(into);
    }

    private static IResult Add(RoomRequest request)
    {
        string kind = request.Sent["record-kind"].ToString();
        bool isKind = kind == Said.Word || FindingSchema.Kinds.Any(k => k.Word() == kind);
        if (!isKind) return request.Form("add", "Choose what kind of record it is.");
        if (!request.TryWords(0, out Passage? words) || words is null) return request.Form("add", "Select the words in the article that show it, or write them exactly as they are printed.");
        RecordContent content = Recomposition.New(request.Document, kind, words);
        request.Ledger.Append(state => Revision.Add(state, request.Document.Id, content), request.By);
        return request.GoOn(request.IdOf(content.LocalId) ?? "");
    }

    private static IResult Mark(RoomRequest request)
    {
        if (request.Sent["work"].ToString() is not ("unread" or "begun" or "done") and var word) throw new BadHttpRequestException($"There is no state '{word}'.");
        WorkMarked mark = new() { Document = request.Document.Id, Work = ContractWords.Parse<WorkState>(request.Sent["work"].ToString()) };
        request.Ledger.Append(state => state.Care.MarkOf(mark.Document)?.Entry == mark ? [] : [mark], request.By);
        return Results.LocalRedirect(DeskAddress.Of(request.Document) + request.Query);
    }
}
