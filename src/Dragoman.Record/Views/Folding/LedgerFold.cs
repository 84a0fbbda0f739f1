using System.Collections.Immutable;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Views.Folding;

/// <summary>
/// Folds many lines into a state at once: consecutive lines of one document are one change of that document, and nothing immutable is copied
/// in between. The result is that of folding them one by one.
/// </summary>
internal sealed class LedgerFold(LedgerState from)
{
    private readonly ImmutableDictionary<string, DocumentState>.Builder _documents = from.Documents.ToBuilder();
    private readonly ImmutableDictionary<string, DocumentState>.Builder _withdrawn = from.Withdrawn.ToBuilder();
    private readonly ImmutableDictionary<string, string>.Builder _ids = from.IdsByKey.ToBuilder();
    private readonly ImmutableList<string>.Builder _order = from.Order.ToBuilder();
    private readonly DocumentIndex _index = from.Index.Thaw();
    private readonly DismissalIndex _dismissals = from.Dismissals.Thaw();
    private readonly OverviewIndex? _overview = from.MadeOverview?.Thaw();
    private LedgerState _state = from; // all that is not about documents
    private long _head = from.Head;
    private string? _openId;
    private DocumentFold? _open;

    public LedgerFold Add(LedgerLine line)
    {
        if (line.Entry is DocumentFiled or ReadingFiled or RecordDrafted or Decision or EntriesRetracted) AddToDocument(line);
        else _state = _state.Beside(line);
        if (line.Entry is DocumentFiled filed) _state = _state.Filed(filed);
        _head = line.Sequence;
        return this;
    }

    public LedgerState ToState()
    {
        Close();
        return _state.With(_head, _documents.ToImmutable(), _withdrawn.ToImmutable(), _ids.ToImmutable(), _order.ToImmutable(), _index.Freeze(), _dismissals.Freeze(), _overview?.Freeze());
    }

    private void AddToDocument(LedgerLine line)
    {
        string id = line.Entry.Document;
        if (_open is null || id != _openId)
        {
            Close();
            _openId = id;
            _open = Find(id) is { } known ? new(known) : new(_documents.Count + _withdrawn.Count);
        }

        _open.Add(line);
    }

    private DocumentState? Find(string id) => _documents.GetValueOrDefault(id) ?? _withdrawn.GetValueOrDefault(id);

    /// <summary>Puts the document whose lines came last in its place.</summary>
    private void Close()
    {
        if (_open is null) return;
        DocumentState? before = Find(_openId!);
        DocumentState after = Dismissed(before, _open.ToState());
        _open = null;
        Place(before, after);
        foreach ((Dismissal dismissal, bool holds) in Changed(before, after)) Reach(_dismissals.Set(dismissal, holds));
    }

    private void Place(DocumentState? before, DocumentState after)
    {
        if (before is { IsWithdrawn: false }) _index.Remove(before);
        if (after.IsWithdrawn)
        {
            _withdrawn[after.Id] = after;
            if (_documents.Remove(after.Id)) _order.RemoveAt(PlaceOf(after));
        }
        else
        {
            bool isNew = !_documents.ContainsKey(after.Id);
            _documents[after.Id] = after;
            _withdrawn.Remove(after.Id);
            if (isNew) _order.Insert(after.Number >= _order.Count ? _order.Count : ~PlaceOf(after), after.Id);
            _index.Add(after);
        }

        if (before is null) _ids[after.Key] = after.Id;
        _overview?.Exchange(before is { IsWithdrawn: false } ? before : null, after.IsWithdrawn ? null : after);
    }

    /// <summary>Where the document stands in the order of filing, or the complement of where it would.</summary>
    private int PlaceOf(DocumentState document) => _order.BinarySearch(document.Id, Comparer<string>.Create((left, right) => NumberOf(left).CompareTo(NumberOf(right))));

    private int NumberOf(string id) => Find(id)?.Number ?? int.MaxValue;

    /// <summary>The document with its new records entered in the index, and each with the dismissal that covers it.</summary>
    private DocumentState Dismissed(DocumentState? before, DocumentState after)
    {
        ImmutableDictionary<string, RecordState>.Builder? changed = null;
        foreach (RecordState record in after.All.Values)
        {
            RecordState? earlier = before?.All.GetValueOrDefault(record.Id);
            if (!ReferenceEquals(earlier?.Draft, record.Draft)) _dismissals.Add(record);
            if (_dismissals.Covering(record) is var dismissal && dismissal == record.Dismissal) continue;
            changed ??= after.All.ToBuilder();
            changed[record.Id] = record with { Dismissal = dismissal };
        }

        return changed is null ? after : after with { All = changed.ToImmutable() };
    }

    private static IEnumerable<(Dismissal Dismissal, bool Holds)> Changed(DocumentState? before, DocumentState after)
    {
        ImmutableList<Dismissal> old = before?.Dismissals ?? [];
        if (ReferenceEquals(old, after.Dismissals) || (old.IsEmpty && after.Dismissals.IsEmpty)) return [];
        return old.Where(d => !after.Dismissals.Exists(n => n.Line == d.Line)).Select(d => (d, false))
            .Concat(after.Dismissals.Where(n => !old.Exists(d => d.Line == n.Line)).Select(n => (n, true)));
    }

    private void Reach(IEnumerable<(string Document, string Record)> alike)
    {
        foreach (IGrouping<string, (string Document, string Record)> group in alike.GroupBy(a => a.Document, StringComparer.Ordinal))
        {
            if (Find(group.Key) is not { } document) continue;
            ImmutableDictionary<string, RecordState> all = document.All;
            foreach ((_, string id) in group)
                if (all.TryGetValue(id, out RecordState? record) && _dismissals.Covering(record) is var dismissal && dismissal != record.Dismissal) all = all.SetItem(id, record with { Dismissal = dismissal });
            if (!ReferenceEquals(all, document.All)) Place(document, document with { All = all });
        }
    }
}
