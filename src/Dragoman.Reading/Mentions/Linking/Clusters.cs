using System.Collections.Immutable;
using Dragoman.Reading.Mentions.Finding;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>The candidates of a document and the cluster each was linked to, with the reason.</summary>
internal sealed class Clusters
{
    private readonly Cluster?[] _of;
    private readonly string[] _why;
    private readonly Dictionary<int, int> _byHead = [];

    /// <param name="candidates">In text order.</param>
    public Clusters(ImmutableArray<Candidate> candidates)
    {
        Candidates = candidates;
        _of = new Cluster?[candidates.Length];
        _why = [.. candidates.Select(candidate => candidate.Why)];
        for (int i = 0; i < candidates.Length; i++)
        {
            for (int t = candidates[i].First; t < candidates[i].End; t++)
                if (candidates[i].Form is MentionForm.Name or MentionForm.Metonym) _byHead.TryAdd(t, i);
        }

        for (int i = 0; i < candidates.Length; i++) _byHead[candidates[i].Head] = i;
    }

    public ImmutableArray<Candidate> Candidates { get; }

    /// <summary>In the order in which they were opened.</summary>
    public List<Cluster> All { get; } = [];

    public Cluster? this[int candidate] => _of[candidate];

    public string Why(int candidate) => _why[candidate];

    /// <summary>The candidate that this token heads, or whose name holds it; −1 if there is none.</summary>
    public int At(int token) => _byHead.GetValueOrDefault(token, -1);

    public void Link(int candidate, Cluster cluster, string why)
    {
        _of[candidate] = cluster;
        _why[candidate] = $"{Candidates[candidate].Why}; {why}";
        cluster.Add(Candidates[candidate]);
    }

    public Cluster Open(int candidate, string why)
    {
        Cluster cluster = new();
        All.Add(cluster);
        Link(candidate, cluster, why);
        return cluster;
    }

    /// <summary>The clusters mentioned before candidate <paramref name="i"/>, at most <paramref name="reach"/> tokens back; the nearest first, each once.</summary>
    public IEnumerable<Cluster> Before(int i, int reach)
    {
        HashSet<Cluster> seen = [];
        for (int j = i - 1; j >= 0 && Candidates[i].Head - Candidates[j].Head <= reach; j--)
            if (_of[j] is { } cluster && seen.Add(cluster)) yield return cluster;
    }

    /// <summary>Leaves a candidate without a chain, with the reason.</summary>
    public void Leave(int candidate, string why) => _why[candidate] = $"{Candidates[candidate].Why}; {why}";
}
