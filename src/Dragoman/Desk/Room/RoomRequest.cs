using System.Collections.Immutable;
using Dragoman.Desk.Access;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dragoman.Desk.Room;

/// <summary>A request of the reading room about a document, and mostly about one of its records.</summary>
internal sealed class RoomRequest
{
    private readonly HttpContext _context;
    private readonly DeskSettings _settings;
    private readonly IAntiforgery _antiforgery;
    private readonly RecordState? _record;
    private readonly IFormCollection? _sent;

    private RoomRequest(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, DocumentState document, RecordState? record, IFormCollection? sent)
    {
        (_context, _settings, _antiforgery, Document, _record, _sent) = (context, settings, antiforgery, document, record, sent);
        Query = sent is null ? ReviewQuery.Of(name => context.Request.Query[name]) : DecisionEndpoint.QueryOf(sent);
    }

    public DocumentState Document { get; }

    public ReviewQuery Query { get; }

    public CitedRecord Cited => new(Document, _record ?? throw new InvalidOperationException("The request names no record."));

    /// <summary>The form that came.</summary>
    public IFormCollection Sent => _sent ?? throw new InvalidOperationException("The request has no form.");

    public SeenRecord Seen => new(Document.Id, Cited.Record.Id, Sent["after"].ToString());

    public string? Note => string.IsNullOrWhiteSpace(Sent["note"]) ? null : Sent["note"].ToString().Trim();

    public Ledger Ledger => _settings.Ledger;

    public Run By => Person.Of(_context).Run;

    private bool WantsPart => _context.Request.Headers.ContainsKey(DecisionEndpoint.PartHeader);

    /// <summary>Null if there is no such document or record.</summary>
    public static RoomRequest? Find(HttpContext context, DeskSettings settings, IAntiforgery antiforgery, string key, string? record, IFormCollection? sent)
    {
        if (DocumentPages.Find(settings.Ledger.State, key) is not { } document) return null;
        RecordState? known = record is null ? null : document.All.GetValueOrDefault(record);
        return record is not null && known is null ? null : new(context, settings, antiforgery, document, known, sent);
    }

    /// <summary>The form for an act: a whole page, or for the script the form alone.</summary>
    public IResult Form(string act, string? notice = null, ImmutableArray<AmendField> fields = default)
    {
        RoomForm form = new(act, DocumentPages.FormOf(_context, _antiforgery, Document, Query), Document, _record is null ? null : Cited)
        {
            Notice = notice,
            Fields = fields.IsDefault && act == "amend" ? AmendSheet.Of(Cited) : fields,
            Sent = _sent,
        };
        int status = notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return WantsPart
            ? new RazorComponentResult<RoomFormView>(new { Form = form }) { StatusCode = status }
            : new RazorComponentResult<RoomFormPage>(new { Form = form, Ledger = _settings.Place }) { StatusCode = status };
    }

    /// <summary>The document's page with a notice of what could not be done.</summary>
    public IResult Page(string notice) => DocumentPages.Page(_context, _settings, _antiforgery, Document, _record?.Id, Query, notice);

    /// <summary>To a record of the document as it now is, or to the next one after it that is open.</summary>
    public IResult GoOn(string record, bool toNext = false)
    {
        DocumentState now = Ledger.State.Documents[Document.Id];
        string next = toNext ? DecisionEndpoint.NextOpen(now, record, Query) ?? record : record;
        return Results.LocalRedirect(DeskAddress.Of(now, next, Query.ToString()));
    }

    /// <summary>The words that the form gives, if any.</summary>
    /// <returns>False if it gives some that do not stand in the text.</returns>
    public bool TryWords(int near, out Passage? words)
    {
        string given = Sent["words"].ToString();
        words = new PassageFinder(Document.Text).Find(given, Sent["words.at"], near);
        return words is not null || string.IsNullOrWhiteSpace(given);
    }

    /// <summary>Id of the record that was added with this id of its content.</summary>
    public string? IdOf(string local) => Ledger.State.Documents[Document.Id].All.Values.FirstOrDefault(r => r.Draft.LocalId == local && r.Decided is { Run.IsPerson: true })?.Id;
}

/// <summary>A form of the reading room, as it is shown.</summary>
/// <param name="Act"><c>amend</c>, <c>split</c>, <c>merge</c> or <c>add</c>.</param>
/// <param name="Record">Null for <c>add</c>.</param>
public sealed record RoomForm(string Act, ReviewForm Review, DocumentState Document, CitedRecord? Record)
{
    public string? Notice { get; init; }

    /// <summary>Fields of an amendment.</summary>
    public ImmutableArray<AmendField> Fields { get; init; } = [];

    /// <summary>What was sent, if it could not be taken.</summary>
    public IFormCollection? Sent { get; init; }

    public string Title => Act switch
    {
        "amend" => "Amend this record",
        "split" => "Split this record",
        "merge" => "Merge this record into another",
        _ => "Add a record",
    };

    public string Action => Record is null ? Review.Address + "/add" : $"{Review.Address}/records/{Record.Record.Id}/{Act}";

    public string Back => Record is null ? Review.Address + Review.Query : DeskAddress.Of(Document, Record.Record.Id, Review.Query);

    /// <summary>Records that this one can be merged into: those of its kind, the nearest before it first.</summary>
    public IEnumerable<CitedRecord> Targets
    {
        get
        {
            RecordState[] same = [.. Document.Records.Where(r => r.Kind == Record!.Kind && r.State != ReviewState.Rejected)];
            int at = Array.FindIndex(same, r => r.Id == Record!.Record.Id);
            return same.Take(Math.Max(at, 0)).Reverse().Concat(same.Skip(at + 1)).Select(r => new CitedRecord(Document, r));
        }
    }
}
