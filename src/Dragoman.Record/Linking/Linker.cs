using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dragoman.Record.Views;

namespace Dragoman.Record.Linking;

/// <summary>
/// Proposes links between the documents and records of a ledger, and keeps up with it: a document that is new or has changed is compared only with
/// those that share a fingerprint, three words of a statement, or an actor of a finding in the same weeks. Thread-safe. What it proposes does not
/// depend on the order in which it saw the documents, as long as no more share a key than are compared.
/// </summary>
public sealed class Linker
{
    private const int MostUnderAKey = 64; // documents; what more have in common is nobody's mark
    private const int MostCandidates = 400;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DocumentTraits> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<DocumentTraits>> _byKey = [];
    private ImmutableDictionary<string, ImmutableDictionary<string, ImmutableArray<Link>>> _links = // by document, then by the other document
        ImmutableDictionary.Create<string, ImmutableDictionary<string, ImmutableArray<Link>>>(StringComparer.Ordinal);

    private LedgerState? _last;

    /// <summary>The links of the documents as they stand.</summary>
    public Linkage Link(LedgerState state)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_last, state)) CatchUp(state);
            _last = state;
            return new(_links, state.LinkDecisions);
        }
    }

    private void CatchUp(LedgerState state)
    {
        DocumentState[] changed = [.. state.InOrder.Where(d => !_documents.TryGetValue(d.Id, out DocumentTraits? known) || !ReferenceEquals(known.Document, d))];
        foreach (string gone in _documents.Keys.Where(id => !state.Documents.ContainsKey(id)).ToArray()) Remove(gone);
        foreach (DocumentState document in changed)
        {
            Remove(document.Id);
            Add(new DocumentTraits(document));
        }
    }

    private void Add(DocumentTraits traits)
    {
        Keep(traits, traits);
        foreach (DocumentTraits other in Candidates(traits)) Keep(traits, other);
        _documents.Add(traits.Document.Id, traits);
        foreach (ulong key in traits.Keys)
            (CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out _) ??= []).Add(traits);
    }

    /// <summary>Those that share most keys, the most first.</summary>
    private IEnumerable<DocumentTraits> Candidates(DocumentTraits traits)
    {
        Dictionary<DocumentTraits, int> shared = new(ReferenceEqualityComparer.Instance);
        foreach (ulong key in traits.Sought)
        {
            if (!_byKey.TryGetValue(key, out List<DocumentTraits>? under) || under.Count > MostUnderAKey) continue;
            foreach (DocumentTraits other in under) CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _)++;
        }

        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Document.Number).Take(MostCandidates).Select(pair => pair.Key);
    }

    private void Keep(DocumentTraits one, DocumentTraits other)
    {
        (DocumentTraits later, DocumentTraits earlier) = one.Document.Number >= other.Document.Number ? (one, other) : (other, one);
        ImmutableArray<Link> links = PairLinker.Link(later, earlier);
        if (links.IsEmpty) return;
        Put(later.Document.Id, earlier.Document.Id, links);
        Put(earlier.Document.Id, later.Document.Id, links);
    }

    private void Put(string document, string other, ImmutableArray<Link> links) => _links = _links.SetItem(
        document, _links.GetValueOrDefault(document, ImmutableDictionary.Create<string, ImmutableArray<Link>>(StringComparer.Ordinal)).SetItem(other, links));

    private void Remove(string document)
    {
        if (!_documents.Remove(document, out DocumentTraits? traits)) return;
        foreach (ulong key in traits.Keys)
            if (_byKey.TryGetValue(key, out List<DocumentTraits>? under) && under.Remove(traits) && under.Count == 0) _byKey.Remove(key);
        if (!_links.TryGetValue(document, out ImmutableDictionary<string, ImmutableArray<Link>>? others)) return;
        foreach (string other in others.Keys.Where(id => id != document)) _links = _links.SetItem(other, _links[other].Remove(document));
        _links = _links.Remove(document);
    }
}
