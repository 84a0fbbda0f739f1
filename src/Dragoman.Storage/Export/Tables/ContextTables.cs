using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Dragoman.Language;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using NodaTime.Text;

namespace Dragoman.Storage.Export.Tables;

/// <summary>The tables that the records refer to: documents, actors and decisions.</summary>
internal sealed class ContextTables(CountryCodes countries, ExportScope scope)
{
    private sealed record Acting(Actor Actor, ImmutableArray<string> Documents, int Mentions);

    public Table MakeDocuments(LedgerState state, ImmutableArray<ExportRow> rows)
    {
        Dictionary<string, int> counts = rows.CountBy(row => row.Cited.Document.Id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        TableMaker<DocumentState> table = new TableMaker<DocumentState>()
            .Text("document_id", "Its id: the SHA-256 of its bytes, or the id that came with it.", d => d.Id)
            .Text("title", "Its title.", d => d.Reading?.Title)
            .Text("outlet", "Who published it.", d => d.Reading?.Outlet)
            .Text("byline", "Who wrote it.", d => d.Reading is { } reading ? string.Join("; ", reading.Byline) : null)
            .Text("published", "When it was published: EDTF, as precise as known.", d => d.Reading?.Published)
            .With(AddDays)
            .Text("language", "BCP 47.", d => d.Reading?.Language)
            .Text("source", "File name or URL that it came from.", d => d.Filed.Source)
            .Text("url", "Its address.", d => d.Filed.Url)
            .With(AddOriginal)
            .Number("length", "Its length in Unicode code points.", d => new CodePoints(d.Text).Count)
            .Text("text_sha256", "SHA-256 of its text in UTF-8, which the offsets count in.", d => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(d.Text))))
            .Number("records", "How many of its records the export holds.", d => counts.GetValueOrDefault(d.Id))
            .Text("reader", "The reader that read it last, with its version.", d => d.Reading?.Reader).As(ColumnUse.Bookkeeping)
            .Date("filed_on", "When it came into the ledger, UTC.", d => d.Recorded.InUtc().Date).As(ColumnUse.Bookkeeping);
        if (scope.WithTexts) table.Text("text", "The text, verbatim.", d => d.Text);
        return table.Make("documents", "A document that was filed.", ExportRow.DocumentsOf(state, scope));
    }

    public Table MakeActors(LedgerState state, ImmutableArray<ExportRow> rows) => new TableMaker<Acting>()
        .Text("actor_key", "What holds an actor together across documents: its id in the world data, or else kind and name.", a => ActorKey.Of(a.Actor))
        .Text("name", "Its name.", a => a.Actor.Name)
        .Coded("kind", "What it is.", Enum.GetValues<ActorKind>().Select(k => k.Word()), a => a.Actor.Kind.Word())
        .Text("roles", "Offices that a text gives.", a => string.Join("; ", a.Actor.Roles))
        .Text("iso2", "State of allegiance: ISO 3166-1 alpha-2 (XK for Kosovo).", a => a.Actor.Country)
        .Text("iso3", "The same: ISO 3166-1 alpha-3.", a => countries.Find(a.Actor.Country)?.Alpha3)
        .Number("iso_numeric", "The same: ISO 3166-1 numeric, without leading zeros.", a => countries.Find(a.Actor.Country)?.Numeric)
        .Text("cow_letters", "The same: Correlates of War letters.", a => countries.Find(a.Actor.Country)?.Cow)
        .Number("cow_number", "The same: Correlates of War number.", a => countries.Find(a.Actor.Country)?.CowNumber)
        .Number("gw_number", "The same: Gleditsch and Ward number, which UCDP uses.", a => countries.Find(a.Actor.Country)?.Gw)
        .Text("plover_country", "The same as PLOVER writes it.", a => countries.Find(a.Actor.Country)?.Plover)
        .Number("documents", "How many documents name it.", a => a.Documents.Length)
        .Number("mentions", "How often.", a => a.Mentions)
        .Make("actors", "A person, state, organisation or group that a document's latest reading names, or a reviewer.", Actors(state, rows));

    public Table MakeDecisions(ImmutableArray<ExportRow> rows) => new TableMaker<(ExportRow Row, LedgerLine Line)>()
        .Text("decision_id", "The ledger's entry.", d => d.Line.Id)
        .Text("record_id", "The record decided on.", d => d.Row.Id)
        .Coded("what", "What was decided.", ["confirmed", "amended", "rejected", "merged"], d => WordOf(d.Line.Entry))
        .Text("person", "Who decided.", d => d.Line.Run.Name)
        .Text("moment", "When: ISO 8601, UTC.", d => InstantPattern.ExtendedIso.Format(d.Line.Recorded)).As(ColumnUse.Bookkeeping)
        .Text("note", "What was noted.", d => ((Decision)d.Line.Entry).Note)
        .Make("decisions", "What reviewers decided about the export's records, without what was taken back; the latest holds.", rows.SelectMany(row => row.Cited.Record.Decisions.Reverse().Select(line => (row, line))));

    private static void AddDays(TableMaker<DocumentState> table) => table
        .Date("published_from", "The first day that this may be.", d => DateCodes.DaysOf(d.Reading?.Published)?.Start)
        .Date("published_until", "The last day that this may be.", d => DateCodes.DaysOf(d.Reading?.Published)?.End);

    private static void AddOriginal(TableMaker<DocumentState> table) => table
        .Text("original_language", "Language of the original, if the text says that it is a translation.", d => d.Reading?.Translation?.Language)
        .Text("original_outlet", "Outlet of the original.", d => d.Reading?.Translation?.Outlet)
        .Text("original_published", "When the original was published: EDTF.", d => d.Reading?.Translation?.Published);

    private static string? WordOf(Entry entry) => entry switch
    {
        RecordConfirmed => "confirmed",
        RecordAmended => "amended",
        RecordRejected => "rejected",
        RecordMerged => "merged",
        _ => null,
    };

    private IEnumerable<Acting> Actors(LedgerState state, ImmutableArray<ExportRow> rows) =>
        ExportRow.DocumentsOf(state, scope).SelectMany(d => (d.Reading?.Actors ?? []).Select(actor => (Document: d.Id, Actor: actor)))
            .Concat(rows.Where(row => !ReferenceEquals(row.Cited.Record.Reading, row.Cited.Document.ReadBy?.Entry) || row.Cited.Record.Decided?.Entry is RecordAmended { Actors: not null })
                .SelectMany(row => row.Cited.Record.Actors.Select(actor => (Document: row.Cited.Document.Id, Actor: actor))))
            .DistinctBy(pair => (pair.Document, ActorKey.Of(pair.Actor)))
            .GroupBy(pair => ActorKey.Of(pair.Actor), StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new Acting(
                same.First().Actor with { Roles = [.. same.SelectMany(pair => pair.Actor.Roles).Distinct(StringComparer.Ordinal)], Country = same.Select(pair => pair.Actor.Country).FirstOrDefault(c => c is not null) },
                [.. same.Select(pair => pair.Document).Distinct(StringComparer.Ordinal)],
                same.Sum(pair => pair.Actor.Mentions.Length)));
}
