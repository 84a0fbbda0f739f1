namespace Dragoman.Language.Models;

/// <summary>Fills a list of feature keys; the order of the calls is the features' identity.</summary>
internal ref struct FeatureList
{
    private readonly Span<uint> _keys;

    public FeatureList(Span<uint> keys) => _keys = keys;

    public int Count { get; private set; }

    public void Add() => Put(Template);

    public void Add(uint a) => Put(StableHash.Add(Template, a));

    public void Add(uint a, uint b) => Put(StableHash.Add(StableHash.Add(Template, a), b));

    public void Add(uint a, uint b, uint c) => Put(StableHash.Add(StableHash.Add(StableHash.Add(Template, a), b), c));

    private readonly uint Template => (uint)(Count + 1) * 0x9E3779B1u;

    private void Put(uint key) => _keys[Count++] = key;
}
