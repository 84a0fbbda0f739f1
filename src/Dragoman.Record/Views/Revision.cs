using System.Collections.Immutable;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Views;

/// <summary>
/// Plans for <see cref="Ledger.Append"/>: what a reviewer does to several records at once, as the entries that do it. A plan whose entries the
/// ledger holds already is empty, so that a form sent twice counts once.
/// </summary>
public static class Revision
{
    /// <summary>Adds a record that the reader missed: a draft signed by the reviewer, confirmed at once. Taken back, it is gone from the page.</summary>
    public static ImmutableArray<Entry> Add(LedgerState state, string document, RecordContent content)
    {
        DocumentState known = Known(state, document);
        if (known.ReadingId is not { } reading) throw Missing(document);
        bool isThere = known.Records.Any(r => r.Decided is { Run.IsPerson: true } && r.Draft.Rule is null && Same(r.Draft, content) && r.Kind == content.Kind);
        return isThere ? [] : Signed(known, reading, content, null);
    }

    /// <summary>Splits a record: its twin takes some of its words (or, for now, all), and the record keeps the rest.</summary>
    /// <param name="state">The ledger as it stands.</param>
    /// <param name="seen">The record with the version that the reviewer saw.</param>
    /// <param name="rest">What the record keeps.</param>
    /// <param name="twin">What its twin holds.</param>
    /// <exception cref="LedgerException">DG3007 or DG3008, as for a single decision.</exception>
    public static ImmutableArray<Entry> Split(LedgerState state, SeenRecord seen, RecordContent rest, RecordContent twin)
    {
        RecordState record = Ledger.Find(state, seen);
        RecordAmended kept = new() { Document = seen.Document, Record = seen.Record, After = seen.After, Content = rest, Actors = Named(record), Note = "split" };
        if (record.Latest == EntryJson.Id(kept)) return [];
        Ledger.CheckUnchanged(record, seen);
        DocumentState document = Known(state, seen.Document);
        return [kept, .. Signed(document, document.ReadingId!, twin, Named(record))];
    }

    /// <summary>Merges a record into another of its document: the other takes this content, and the record no longer counts.</summary>
    /// <exception cref="LedgerException">DG3007 or DG3008, as for a single decision.</exception>
    public static ImmutableArray<Entry> Merge(LedgerState state, SeenRecord seen, string into, RecordContent whole)
    {
        RecordState record = Ledger.Find(state, seen);
        RecordMerged merged = new() { Document = seen.Document, Record = seen.Record, After = seen.After, Into = into };
        if (record.Latest == EntryJson.Id(merged)) return [];
        Ledger.CheckUnchanged(record, seen);
        RecordState target = Ledger.Find(state, new(seen.Document, into, ""));
        return [merged, new RecordAmended { Document = seen.Document, Record = into, After = target.Latest, Content = whole, Actors = Named(target), Note = "merged" }];
    }

    /// <summary>A draft by a person, confirmed at once; or amended, where it refers to actors that a person named.</summary>
    private static ImmutableArray<Entry> Signed(DocumentState document, string reading, RecordContent content, ImmutableArray<Actor>? actors)
    {
        int occurrence = 0;
        while (document.All.ContainsKey(ContentId.Record(document.Id, content, occurrence))) occurrence++;
        RecordDrafted draft = new() { Document = document.Id, Record = ContentId.Record(document.Id, content, occurrence), Reading = reading, Content = content };
        string after = EntryJson.Id(draft);
        return actors is null
            ? [draft, new RecordConfirmed { Document = document.Id, Record = draft.Record, After = after }]
            : [draft, new RecordAmended { Document = document.Id, Record = draft.Record, After = after, Content = content, Actors = actors }];
    }

    private static bool Same(RecordContent left, RecordContent right) =>
        left.Anchors.Select(p => (p.Start, p.End)).SequenceEqual(right.Anchors.Select(p => (p.Start, p.End)));

    private static ImmutableArray<Actor>? Named(RecordState record) => (record.Decided?.Entry as RecordAmended)?.Actors;

    private static DocumentState Known(LedgerState state, string document) => state.Documents.GetValueOrDefault(document) ?? throw Missing(document);

    private static LedgerException Missing(string document) => new("DG3007", $"There is no document {document} with a reading in this ledger. Open it again and decide there.");
}

/// <summary>A record as a reviewer saw it: <paramref name="After"/> is the id of its last entry on their page.</summary>
public sealed record SeenRecord(string Document, string Record, string After);
