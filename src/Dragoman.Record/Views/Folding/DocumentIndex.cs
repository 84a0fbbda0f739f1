using System.Collections.Immutable;

namespace Dragoman.Record.Views.Folding;

/// <summary>A document's place in the list of documents: the latest published first, undated ones last, then in order of filing.</summary>
internal readonly record struct PlaceByDay(string Published, int Number, string Id)
{
    public static readonly ImmutableSortedSet<PlaceByDay> None = ImmutableSortedSet.Create<PlaceByDay>(comparer: Comparer<PlaceByDay>.Create(Compare));

    public static PlaceByDay Of(DocumentState document) => new(document.Reading?.Published ?? "", document.Number, document.Id);

    private static int Compare(PlaceByDay left, PlaceByDay right)
    {
        int byDay = string.CompareOrdinal(right.Published, left.Published);
        return byDay != 0 ? byDay : left.Number.CompareTo(right.Number);
    }
}

/// <summary>What is counted and sorted over all documents, kept up as they change.</summary>
internal sealed class DocumentIndex
{
    private readonly ImmutableSortedSet<PlaceByDay>.Builder _byDay;
    private readonly ImmutableSortedDictionary<int, string>.Builder _open; // ids of documents with drafts, by number
    private readonly ImmutableDictionary<string, int>.Builder _outlets;
    private Tally _records;
    private int _reviewed;

    private DocumentIndex(Frozen frozen)
    {
        _byDay = frozen.ByDay.ToBuilder();
        _open = frozen.Open.ToBuilder();
        _outlets = frozen.Outlets.ToBuilder();
        _records = frozen.Records;
        _reviewed = frozen.Reviewed;
    }

    /// <summary>The index at rest.</summary>
    public sealed record Frozen(
        ImmutableSortedSet<PlaceByDay> ByDay, ImmutableSortedDictionary<int, string> Open, ImmutableDictionary<string, int> Outlets, Tally Records, int Reviewed)
    {
        public static Frozen Empty { get; } = new(PlaceByDay.None, ImmutableSortedDictionary<int, string>.Empty, ImmutableDictionary.Create<string, int>(StringComparer.Ordinal), default, 0);

        public DocumentIndex Thaw() => new(this);
    }

    public Frozen Freeze() => new(_byDay.ToImmutable(), _open.ToImmutable(), _outlets.ToImmutable(), _records, _reviewed);

    public void Add(DocumentState document)
    {
        Tally tally = document.Tally;
        _records += tally;
        _byDay.Add(PlaceByDay.Of(document));
        if (tally.Draft > 0) _open[document.Number] = document.Id;
        else if (tally.Total > 0) _reviewed++;
        if (document.Reading?.Outlet is { } outlet) _outlets[outlet] = _outlets.GetValueOrDefault(outlet) + 1;
    }

    public void Remove(DocumentState document)
    {
        Tally tally = document.Tally;
        _records -= tally;
        _byDay.Remove(PlaceByDay.Of(document));
        if (tally.Draft > 0) _open.Remove(document.Number);
        else if (tally.Total > 0) _reviewed--;
        if (document.Reading?.Outlet is not { } outlet) return;
        if (_outlets[outlet] == 1) _outlets.Remove(outlet);
        else _outlets[outlet]--;
    }
}
