using System.Collections.Frozen;
using System.Collections.Immutable;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Record.Processes;

/// <summary>What is known of outlets, by the names that documents give.</summary>
public sealed class OutletBook
{
    private readonly FrozenDictionary<string, OutletFacts> _byName;

    public OutletBook(IEnumerable<OutletFacts> outlets)
    {
        Outlets = [.. outlets];
        Dictionary<string, OutletFacts> byName = new(StringComparer.Ordinal);
        foreach (OutletFacts outlet in Outlets)
            foreach (string name in outlet.Names) byName.TryAdd(KeyOf(name), outlet);
        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static OutletBook Empty { get; } = new([]);

    public ImmutableArray<OutletFacts> Outlets { get; }

    public OutletFacts? Find(string name) => _byName.GetValueOrDefault(KeyOf(name));

    /// <summary>What two outlets share if they are not independent of each other: the owner's name, or else the outlet's own.</summary>
    public string OwnerKey(string outlet) => Find(outlet) is { } facts ? WordPattern.FoldedName(facts.Owner ?? facts.Name) : KeyOf(outlet);

    /// <summary>A domain without its first part <c>www</c>, or the folded name.</summary>
    private static string KeyOf(string name)
    {
        string key = WordPattern.FoldedName(name);
        return key.StartsWith("www ", StringComparison.Ordinal) ? key[4..] : key;
    }
}
