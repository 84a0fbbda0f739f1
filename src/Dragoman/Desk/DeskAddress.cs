using Dragoman.Record.Processes;
using Dragoman.Record.Views;

namespace Dragoman.Desk;

/// <summary>The desk's addresses. Every view is one: it can be bookmarked and sent to a colleague at the same machine.</summary>
public static class DeskAddress
{
    public static string Of(PeaceProcess process) => "/processes/" + process.Key;

    public static string Links(PeaceProcess? process) => process is null ? "/links" : Of(process) + "/links";

    public static string Of(DocumentState document) => "/documents/" + document.Key;

    /// <summary>The document page with the record open and its words in view; works without scripts.</summary>
    public static string Of(CitedRecord record) => Of(record.Document, record.Record.Id);

    public static string Of(DocumentState document, string recordId) => $"{Of(document)}?record={recordId}#w-{recordId}";

    public static string Decisions(DocumentState document) => Of(document) + "/decisions";

    public static string Of(DocumentState document, string recordId, string query) => $"{Of(document)}?record={recordId}{query.Replace('?', '&')}#{recordId}";

    /// <summary>The first document, in order of filing, with a record that nobody has decided about; null if there is none.</summary>
    public static string? NextToReview(LedgerState state) => state.ToReview.FirstOrDefault() is { } document
        ? Of(document, document.Records.First(r => r.State == ReviewState.Draft).Id)
        : null;
}
