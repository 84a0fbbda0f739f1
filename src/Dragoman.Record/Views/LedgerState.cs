using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;

namespace Dragoman.Record.Views;

/// <summary>
/// What the ledger says, as a pure fold of its lines: <c>lines.Aggregate(LedgerState.Empty, (state, line) => state.Evolve(line))</c>.
/// Immutable, so a page keeps the state it began with while others write.
/// </summary>
public sealed record LedgerState
{
    private LedgerState()
    {
    }

    public static LedgerState Empty { get; } = new();

    /// <summary>Sequence of the last line folded in; 0 for none.</summary>
    public long Head { get; private init; }

    /// <summary>Ids of the documents in the order in which they were filed.</summary>
    public ImmutableList<string> Order { get; private init; } = [];

    public ImmutableDictionary<string, DocumentState> Documents { get; private init; } = ImmutableDictionary.Create<string, DocumentState>(StringComparer.Ordinal);

    /// <summary>Documents that could not be read and have not been since, in order.</summary>
    public ImmutableList<LedgerLine> Failures { get; private init; } = [];

    /// <summary>What people decided about forecasts and plans.</summary>
    public Resolutions Resolutions { get; private init; } = Resolutions.Empty;
    /// <summary>What people said of whole documents.</summary>
    public DocumentCare Care { get; private init; } = DocumentCare.Empty;

    /// <summary>What people decided about links, and about which process things belong to.</summary>
    public LinkDecisions LinkDecisions { get; private init; } = LinkDecisions.Empty;

    /// <summary>Rejections that reach beyond their record, with the draft that each was made of.</summary>
    private ImmutableList<(LedgerLine Line, RecordState Of)> Dismissals { get; init; } = [];

    public static LedgerState Of(IEnumerable<LedgerLine> lines) => lines.Aggregate(Empty, static (state, line) => state.Evolve(line));

    public IEnumerable<DocumentState> InOrder => Order.Select(id => Documents[id]);

    public LedgerState Evolve(LedgerLine line)
    {
        LedgerState next = line.Entry switch
        {
            DocumentFiled filed => With(filed, line),
            ReadingFiled reading => With(Documents[reading.Document] with { Reading = reading, ReadingId = line.Id }),
            RecordDrafted drafted => With(drafted, line),
            Decision decision => With(decision, line),
            Resolution resolution => this with { Resolutions = Resolutions.With(resolution, line) },
            DocumentCorrected or WorkMarked => this with { Care = Care.With(line) },
            LinkDecided or PlacementDecided => this with { LinkDecisions = LinkDecisions.With(line.Entry, line) },
            ReadingFailed => this with { Failures = Failures.Add(line) },
            _ => throw new ArgumentException($"An entry of kind {line.Entry.GetType().Name} has no place in the state.", nameof(line)),
        };
        return next with { Head = line.Sequence };
    }

    /// <summary>The record with this id, or null.</summary>
    public RecordState? Find(string documentId, string recordId) =>
        Documents.GetValueOrDefault(documentId)?.All.GetValueOrDefault(recordId);

    /// <summary>Whether the document, and the record if one is named, are in the ledger.</summary>
    public bool Holds(LinkEnd end) => Documents.GetValueOrDefault(end.Document) is { } document && (end.Record is null || document.All.ContainsKey(end.Record));

    private LedgerState With(DocumentState document) => this with { Documents = Documents.SetItem(document.Id, document) };

    private LedgerState With(DocumentFiled filed, LedgerLine line) => this with
    {
        Order = Order.Add(filed.Document),
        Documents = Documents.Add(filed.Document, new DocumentState { Filed = filed, Recorded = line.Recorded }),
        Failures = Failures.RemoveAll(failure => failure.Entry is ReadingFailed failed && (failed.Document == filed.Document || failed.Source == filed.Source)),
    };

    private LedgerState With(RecordDrafted drafted, LedgerLine line)
    {
        DocumentState document = Documents[drafted.Document];
        ReadingFiled reading = document.Reading ?? throw new ArgumentException("A draft came before its reading.", nameof(drafted));
        RecordState record = document.All.GetValueOrDefault(drafted.Record) is { } earlier
            ? earlier with { Draft = drafted.Content, Reading = reading, Latest = line.Id }
            : new() { Id = drafted.Record, Draft = drafted.Content, Reading = reading, Latest = line.Id };
        return With(document with { All = document.All.SetItem(record.Id, record with { Dismissal = DismissalOf(record) }) });
    }

    private LedgerState With(Decision decision, LedgerLine line)
    {
        DocumentState document = Documents[decision.Document];
        RecordState before = document.All[decision.Record];
        LedgerState next = With(document with { All = document.All.SetItem(before.Id, before.With(line)) });
        bool dismisses = decision is RecordRejected { Scope: not RejectionScope.Record };
        bool takesBack = decision is DecisionWithdrawn && Dismissals.Exists(d => d.Line == before.Decided);
        if (!dismisses && !takesBack) return next;
        return (next with
        {
            Dismissals = dismisses ? Dismissals.Add((line, before)) : Dismissals.RemoveAll(d => d.Line == before.Decided),
        }).Redismissed();
    }

    /// <summary>Every record with the dismissal that now covers it.</summary>
    private LedgerState Redismissed() => this with
    {
        Documents = Documents.SetItems(Documents.Select(pair => KeyValuePair.Create(pair.Key, pair.Value with
        {
            All = pair.Value.All.SetItems(pair.Value.All.Select(r => KeyValuePair.Create(r.Key, r.Value with { Dismissal = DismissalOf(r.Value) }))),
        }))),
    };

    private LedgerLine? DismissalOf(RecordState record) => Dismissals.Find(d => Covers(((RecordRejected)d.Line.Entry).Scope, d.Of, record)).Line;

    /// <summary>Whether a rejection of <paramref name="rejected"/> reaches the other record: same kind, same rule, same words, within the scope.</summary>
    private static bool Covers(RejectionScope scope, RecordState rejected, RecordState record) =>
        (scope == RejectionScope.Ledger || rejected.Document == record.Document)
        && rejected.Kind == record.Kind && rejected.Draft.Rule == record.Draft.Rule
        && rejected.Draft.Anchors.Select(p => p.Words).SequenceEqual(record.Draft.Anchors.Select(p => p.Words), StringComparer.Ordinal);
}
