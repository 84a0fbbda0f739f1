using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using Dragoman.Record.Views.Folding;
using NodaTime;

namespace Dragoman.Record.Views;

/// <summary>
/// What the ledger says, as a pure fold of its lines. Immutable, so a page keeps the state it began with while others write. Folding in a line
/// costs the same however long the ledger is; what is counted or sorted over all documents is kept up, not computed.
/// </summary>
/// <remarks>A new kind of entry that is not about a document's own records is folded in <see cref="Beside"/>, into a state of its own.</remarks>
public sealed record LedgerState
{
    private LedgerState()
    {
    }

    public static LedgerState Empty { get; } = new();

    /// <summary>Sequence of the last line folded in; 0 for none.</summary>
    public long Head { get; private init; }

    /// <summary>Ids of the documents in the order in which they were first filed.</summary>
    public ImmutableList<string> Order { get; private init; } = [];

    public ImmutableDictionary<string, DocumentState> Documents { get; private init; } = ImmutableDictionary.Create<string, DocumentState>(StringComparer.Ordinal);

    /// <summary>Documents whose filing was retracted.</summary>
    public ImmutableDictionary<string, DocumentState> Withdrawn { get; private init; } = ImmutableDictionary.Create<string, DocumentState>(StringComparer.Ordinal);

    /// <summary>Documents that could not be read and have not been since, in order.</summary>
    public ImmutableList<LedgerLine> Failures { get; private init; } = [];

    /// <summary>What people decided about forecasts and plans.</summary>
    public Resolutions Resolutions { get; private init; } = Resolutions.Empty;

    /// <summary>What people said of whole documents.</summary>
    public DocumentCare Care { get; private init; } = DocumentCare.Empty;

    /// <summary>What people decided about links, and about which process things belong to.</summary>
    public LinkDecisions LinkDecisions { get; private init; } = LinkDecisions.Empty;

    internal ImmutableDictionary<string, string> IdsByKey { get; private init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    internal DocumentIndex.Frozen Index { get; private init; } = DocumentIndex.Frozen.Empty;

    internal DismissalIndex.Frozen Dismissals { get; private init; } = DismissalIndex.Frozen.Empty;

    /// <summary>The index of the overview, if anybody has asked for it in this state or in one that it grew from.</summary>
    internal OverviewIndex.Frozen? MadeOverview { get; private set; }

    /// <summary>The index of the overview; two that ask at once may both make it, to the same effect.</summary>
    internal OverviewIndex.Frozen Overview => MadeOverview ??= OverviewIndex.Frozen.Of(InOrder);

    public static LedgerState Of(IEnumerable<LedgerLine> lines) => Empty.Evolve(lines);

    public IEnumerable<DocumentState> InOrder => Order.Select(id => Documents[id]);

    /// <summary>The latest published first, undated ones last. Taking the first few costs no more than they do.</summary>
    public IEnumerable<DocumentState> LatestFirst => Index.ByDay.Select(place => Documents[place.Id]);

    /// <summary>The day of the newest document; null if none is dated to the day.</summary>
    public LocalDate? Newest => Index.ByDay.Select(place => CitedRecord.DayOf(place.Published)).FirstOrDefault(day => day is not null);

    /// <summary>How many records of all documents are in each state.</summary>
    public Tally Tally => Index.Records;

    /// <summary>How many documents have records and none that is open.</summary>
    public int Reviewed => Index.Reviewed;

    /// <summary>How many documents have records that nobody has decided about.</summary>
    public int WithDrafts => Index.Open.Count;

    /// <summary>Names of the outlets, each with the number of its documents.</summary>
    public IReadOnlyDictionary<string, int> Outlets => Index.Outlets;

    /// <summary>The documents with records that nobody has decided about, in order of filing.</summary>
    public IEnumerable<DocumentState> ToReview => Index.Open.Values.Select(id => Documents[id]);

    public LedgerState Evolve(LedgerLine line) => new LedgerFold(this).Add(line).ToState();

    /// <summary>Folds many lines at once, which costs much less than one by one.</summary>
    public LedgerState Evolve(IEnumerable<LedgerLine> lines) => lines.Aggregate(new LedgerFold(this), static (fold, line) => fold.Add(line)).ToState();

    /// <summary>The record with this id, or null.</summary>
    public RecordState? Find(string documentId, string recordId) =>
        Documents.GetValueOrDefault(documentId)?.All.GetValueOrDefault(recordId);

    /// <summary>Whether the document, and the record if one is named, are in the ledger.</summary>
    public bool Holds(LinkEnd end) => Documents.GetValueOrDefault(end.Document) is { } document && (end.Record is null || document.All.ContainsKey(end.Record));

    /// <summary>The document with this <see cref="DocumentState.Key"/>, or null.</summary>
    public DocumentState? ByKey(string key) => IdsByKey.GetValueOrDefault(key) is { } id ? Documents.GetValueOrDefault(id) : null;

    /// <summary>The state with only some documents, or parts of them; what was decided beside them stays.</summary>
    /// <param name="part">The document or what is to be seen of it; null to leave it out.</param>
    internal LedgerState Only(Func<DocumentState, DocumentState?> part)
    {
        DocumentIndex index = DocumentIndex.Frozen.Empty.Thaw();
        ImmutableDictionary<string, DocumentState>.Builder documents = Empty.Documents.ToBuilder();
        foreach (DocumentState document in InOrder.Select(part).OfType<DocumentState>())
        {
            documents[document.Id] = document;
            index.Add(document);
        }

        return this with { Documents = documents.ToImmutable(), Order = [.. Order.Where(documents.ContainsKey)], Index = index.Freeze(), MadeOverview = null };
    }

    /// <summary>Folds in a line that is not about a document's own records.</summary>
    internal LedgerState Beside(LedgerLine line) => line.Entry switch
    {
        Resolution resolution => this with { Resolutions = Resolutions.With(resolution, line) },
        DocumentCorrected or WorkMarked => this with { Care = Care.With(line) },
        LinkDecided or PlacementDecided => this with { LinkDecisions = LinkDecisions.With(line.Entry, line) },
        ReadingFailed => this with { Failures = Failures.Add(line) },
        _ => throw new ArgumentException($"An entry of kind {line.Entry.GetType().Name} has no place in the state.", nameof(line)),
    };

    internal LedgerState Filed(DocumentFiled filed) => Failures.IsEmpty ? this : this with
    {
        Failures = Failures.RemoveAll(failure => failure.Entry is ReadingFailed failed && (failed.Document == filed.Document || failed.Source == filed.Source)),
    };

    internal LedgerState With(
        long head,
        ImmutableDictionary<string, DocumentState> documents,
        ImmutableDictionary<string, DocumentState> withdrawn,
        ImmutableDictionary<string, string> idsByKey,
        ImmutableList<string> order,
        DocumentIndex.Frozen index,
        DismissalIndex.Frozen dismissals,
        OverviewIndex.Frozen? overview) =>
        this with { Head = head, Documents = documents, Withdrawn = withdrawn, IdsByKey = idsByKey, Order = order, Index = index, Dismissals = dismissals, MadeOverview = overview };
}
