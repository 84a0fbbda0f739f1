using System.Collections.Immutable;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Linking;

/// <summary>The links of a ledger at one moment: those proposed and not rejected, and those that people made. Immutable.</summary>
public sealed class Linkage
{
    private readonly ImmutableDictionary<string, ImmutableDictionary<string, ImmutableArray<Link>>> _proposed;
    private readonly LinkDecisions _decisions;
    private readonly ILookup<string, Link> _made;

    internal Linkage(ImmutableDictionary<string, ImmutableDictionary<string, ImmutableArray<Link>>> proposed, LinkDecisions decisions)
    {
        _proposed = proposed;
        _decisions = decisions;
        _made = decisions.Confirmed.Select(d => new Link(d.Relation, d.From, d.To, d.Note ?? "decided by a person"))
            .SelectMany(link => new[] { link.From.Document, link.To.Document }.Distinct(StringComparer.Ordinal).Select(document => (document, link)))
            .ToLookup(pair => pair.document, pair => pair.link, StringComparer.Ordinal);
    }

    public static Linkage None { get; } = new(ImmutableDictionary.Create<string, ImmutableDictionary<string, ImmutableArray<Link>>>(StringComparer.Ordinal), LinkDecisions.Empty);

    /// <summary>The links that hold of a document and its records.</summary>
    public IEnumerable<Link> Of(string documentId) =>
        (_proposed.TryGetValue(documentId, out ImmutableDictionary<string, ImmutableArray<Link>>? others) ? others.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value) : [])
        .Where(link => StatusOf(link) != LinkStatus.Rejected).Concat(_made[documentId]).DistinctBy(link => link.Id, StringComparer.Ordinal);

    /// <summary>The links that hold between two of these documents or within one, each once.</summary>
    public IEnumerable<Link> Among(IReadOnlyCollection<string> documents)
    {
        HashSet<string> wanted = new(documents, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        return documents.SelectMany(Of).Where(link => wanted.Contains(link.From.Document) && wanted.Contains(link.To.Document) && seen.Add(link.Id));
    }

    /// <summary>Every link that the program proposes among these documents, also those that people rejected, and those that people made; each once.</summary>
    public IEnumerable<Link> Proposed(IReadOnlyCollection<string> documents)
    {
        HashSet<string> wanted = new(documents, StringComparer.Ordinal);
        return documents.SelectMany(id => (_proposed.TryGetValue(id, out ImmutableDictionary<string, ImmutableArray<Link>>? others) ? others.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value) : []).Concat(_made[id]))
            .Where(link => wanted.Contains(link.From.Document) && wanted.Contains(link.To.Document)).DistinctBy(link => link.Id, StringComparer.Ordinal);
    }

    public LinkStatus StatusOf(Link link) => _decisions.StatusOf(link.Id);
}
