namespace Dragoman.Record.Linking;

/// <summary>Groups of things that belong together, directly or through others (union-find). What was added first leads its group.</summary>
internal sealed class Grouping
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<int> _parents = [];
    private readonly List<string> _ids = [];

    /// <summary>Adds what is not there yet.</summary>
    public int Add(string id)
    {
        if (_index.TryGetValue(id, out int known)) return known;
        _index.Add(id, _parents.Count);
        _ids.Add(id);
        _parents.Add(_parents.Count);
        return _parents.Count - 1;
    }

    public bool Holds(string id) => _index.ContainsKey(id);

    public void Join(string one, string other)
    {
        (int left, int right) = (Root(Add(one)), Root(Add(other)));
        if (left != right) _parents[Math.Max(left, right)] = Math.Min(left, right);
    }

    /// <summary>The first of the group that the thing is in.</summary>
    public string LeaderOf(string id) => _ids[Root(_index[id])];

    /// <summary>How many groups there are.</summary>
    public int Count => Enumerable.Range(0, _parents.Count).Count(i => _parents[i] == i);

    private int Root(int index)
    {
        while (_parents[index] != index) index = _parents[index] = _parents[_parents[index]];
        return index;
    }
}
