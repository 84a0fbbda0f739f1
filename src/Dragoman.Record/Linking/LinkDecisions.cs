using System.Collections.Immutable;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Linking;

/// <summary>What people decided about links and about which process things belong to: the decisions of each, the latest on top. A pure fold.</summary>
public sealed record LinkDecisions
{
    private static readonly ImmutableDictionary<string, ImmutableStack<LedgerLine>> None =
        ImmutableDictionary.Create<string, ImmutableStack<LedgerLine>>(StringComparer.Ordinal);

    public static LinkDecisions Empty { get; } = new();

    private ImmutableDictionary<string, ImmutableStack<LedgerLine>> ById { get; init; } = None;

    /// <summary>The links that a person has confirmed, in ordinal order of their ids.</summary>
    public IEnumerable<LinkDecided> Confirmed => ById.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Value.Peek().Entry).OfType<LinkDecided>().Where(link => link.Status == LinkStatus.Confirmed);

    /// <summary>The decisions that hold, links and placements alike, in the order of the ledger.</summary>
    public IEnumerable<LedgerLine> Holding => ById.Values.Select(decisions => decisions.Peek())
        .Where(line => line.Entry is LinkDecided { Status: not LinkStatus.Open } or PlacementDecided { Placement: not Placement.Open }).OrderBy(line => line.Sequence);

    /// <summary>Ids of the links and placements that were ever decided, in ordinal order.</summary>
    public IEnumerable<string> Ids => ById.Keys.Order(StringComparer.Ordinal);

    /// <summary>How many links and placements were ever decided; grows only.</summary>
    public int Count => ById.Count;

    /// <summary>The decisions about a link or a placement, the latest first.</summary>
    /// <param name="id">As <see cref="LinkId"/> makes it.</param>
    public ImmutableStack<LedgerLine> Of(string id) => ById.GetValueOrDefault(id, []);

    /// <summary>Id of the last decision, taken back or not: what the next one comes after; null for none.</summary>
    public string? Last(string id) => Of(id) is { IsEmpty: false } all ? all.Peek().Id : null;

    public LinkStatus StatusOf(string linkId) => Of(linkId) is { IsEmpty: false } all && all.Peek().Entry is LinkDecided link ? link.Status : LinkStatus.Open;

    public Placement PlacementOf(string documentId, string? recordId, string process) =>
        Of(LinkId.Of(documentId, recordId, process)) is { IsEmpty: false } all && all.Peek().Entry is PlacementDecided placed ? placed.Placement : Placement.Open;

    internal LinkDecisions With(Entry entry, LedgerLine line)
    {
        string id = LinkId.Of(entry);
        return new() { ById = ById.SetItem(id, Of(id).Push(line)) };
    }
}
