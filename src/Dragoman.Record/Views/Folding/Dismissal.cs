using System.Collections.Immutable;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Views.Folding;

/// <summary>A rejection that reaches beyond its record, with the draft that it was made of.</summary>
internal sealed record Dismissal(LedgerLine Line, RejectionScope Scope, RecordState Of)
{
    /// <summary>Whether it reaches the other record: same kind, same rule, same words, within its scope.</summary>
    public bool Covers(RecordState record) =>
        (Scope == RejectionScope.Ledger || Of.Document == record.Document)
        && Of.Kind == record.Kind && Of.Draft.Rule == record.Draft.Rule
        && Of.Draft.Anchors.Select(p => p.Words).SequenceEqual(record.Draft.Anchors.Select(p => p.Words), StringComparer.Ordinal);

    /// <summary>64 bits over kind, rule and words (FNV-1a over UTF-16): records that one dismissal may cover share it.</summary>
    public static ulong Likeness(RecordContent draft)
    {
        ulong hash = 14695981039346656037;
        Add(draft.Kind);
        Add(draft.Rule ?? "");
        foreach (Passage passage in draft.Anchors) Add(passage.Words);
        return hash;

        void Add(string text)
        {
            foreach (char c in text) hash = (hash ^ c) * 1099511628211;
            hash = (hash ^ '\n') * 1099511628211;
        }
    }
}

/// <summary>Which records are alike, and which dismissals reach them. Both are looked up, so that a rejection never walks the ledger.</summary>
internal sealed class DismissalIndex
{
    private readonly ImmutableDictionary<ulong, ImmutableStack<(string Document, string Record)>>.Builder _alike;
    private readonly ImmutableDictionary<ulong, ImmutableList<Dismissal>>.Builder _dismissals;

    private DismissalIndex(ImmutableDictionary<ulong, ImmutableStack<(string Document, string Record)>>.Builder alike, ImmutableDictionary<ulong, ImmutableList<Dismissal>>.Builder dismissals)
    {
        _alike = alike;
        _dismissals = dismissals;
    }

    /// <summary>The index at rest.</summary>
    public sealed record Frozen(
        ImmutableDictionary<ulong, ImmutableStack<(string Document, string Record)>> Alike,
        ImmutableDictionary<ulong, ImmutableList<Dismissal>> Dismissals)
    {
        public static Frozen Empty { get; } = new(
            ImmutableDictionary.Create<ulong, ImmutableStack<(string Document, string Record)>>(), ImmutableDictionary.Create<ulong, ImmutableList<Dismissal>>());

        public DismissalIndex Thaw() => new(Alike.ToBuilder(), Dismissals.ToBuilder());
    }

    public Frozen Freeze() => new(_alike.ToImmutable(), _dismissals.ToImmutable());

    /// <summary>Enters a record whose draft is new or has changed.</summary>
    public void Add(RecordState record)
    {
        ulong likeness = Dismissal.Likeness(record.Draft);
        _alike[likeness] = _alike.GetValueOrDefault(likeness, []).Push((record.Document, record.Id));
    }

    /// <summary>The first dismissal that covers the record.</summary>
    public LedgerLine? Covering(RecordState record) => _dismissals.Count == 0 ? null
        : _dismissals.GetValueOrDefault(Dismissal.Likeness(record.Draft), []).Find(d => d.Covers(record))?.Line;

    /// <summary>Takes a dismissal in or out.</summary>
    /// <returns>The records that it may reach; some of them may have changed since they were entered.</returns>
    public IEnumerable<(string Document, string Record)> Set(Dismissal dismissal, bool holds)
    {
        ulong likeness = Dismissal.Likeness(dismissal.Of.Draft);
        ImmutableList<Dismissal> before = _dismissals.GetValueOrDefault(likeness, []);
        _dismissals[likeness] = holds ? before.Add(dismissal) : before.RemoveAll(d => d.Line == dismissal.Line);
        return _alike.GetValueOrDefault(likeness, []).Distinct();
    }
}
