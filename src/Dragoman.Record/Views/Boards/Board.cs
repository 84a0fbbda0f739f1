using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Views.Boards;

/// <summary>What one document gives to the boards: its records that were not rejected, in text order.</summary>
public sealed class DocumentBoard
{
    public DocumentBoard(DocumentState document, BoardWorld world)
    {
        Document = document;
        Items = [.. document.Records.Where(r => r.State != ReviewState.Rejected).Select(r => new BoardItem(new CitedRecord(document, r), world))];
    }

    public DocumentState Document { get; }

    public ImmutableArray<BoardItem> Items { get; }
}

/// <summary>The whole record as the boards see it, for one state of the ledger. What is computed from all of it is computed once.</summary>
public sealed class Board
{
    private readonly Dictionary<object, object> _views = []; // by what was asked for

    internal Board(LedgerState state, BoardWorld world, ImmutableArray<DocumentBoard> documents)
    {
        State = state;
        World = world;
        Documents = documents;
        Today = documents.Select(d => CitedRecord.DayOf(d.Document.Reading?.Published)).Where(d => d is not null).DefaultIfEmpty(null).Max();
    }

    public LedgerState State { get; }

    public BoardWorld World { get; }

    /// <summary>In order of filing.</summary>
    public ImmutableArray<DocumentBoard> Documents { get; }

    /// <summary>The day of the newest document; null if none is dated.</summary>
    public LocalDate? Today { get; }

    public IEnumerable<BoardItem> Items => Documents.SelectMany(d => d.Items);

    public IEnumerable<BoardItem> OfKind(string kind) => Items.Where(item => item.Kind == kind);

    public BoardItem? Find(string? recordId) => recordId is null ? null : Items.FirstOrDefault(item => item.Id == recordId);

    /// <summary>A view of this board, made when it is first asked for.</summary>
    /// <param name="key">Names the view and its choices; equal keys must mean equal views.</param>
    /// <param name="make">Makes it.</param>
    public T View<T>(object key, Func<Board, T> make)
        where T : class
    {
        lock (_views)
        {
            if (_views.TryGetValue(key, out object? known)) return (T)known;
        }

        T made = make(this);
        lock (_views) return (T)(_views.TryAdd(key, made) ? made : _views[key]);
    }
}

/// <summary>
/// Makes the board of each state that it is shown, reusing what it made of documents that have not changed since. Thread-safe.
/// </summary>
public sealed class BoardMaker(BoardWorld world)
{
    private readonly Lock _gate = new();
    private Dictionary<string, DocumentBoard> _known = new(StringComparer.Ordinal);
    private Board? _latest;

    public BoardWorld World => world;

    public Board Of(LedgerState state)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_latest?.State, state)) return _latest;
            Dictionary<string, DocumentBoard> next = new(state.Order.Count, StringComparer.Ordinal);
            ImmutableArray<DocumentBoard>.Builder documents = ImmutableArray.CreateBuilder<DocumentBoard>(state.Order.Count);
            foreach (DocumentState document in state.InOrder)
            {
                DocumentBoard made = _known.GetValueOrDefault(document.Id) is { } before && ReferenceEquals(before.Document, document) ? before : new(document, world);
                next.Add(document.Id, made);
                documents.Add(made);
            }

            _known = next;
            return _latest = new(state, world, documents.MoveToImmutable());
        }
    }
}
