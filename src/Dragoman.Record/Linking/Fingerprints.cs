using System.Collections.Immutable;

namespace Dragoman.Record.Linking;

/// <summary>
/// Hashes of word shingles that stand for a text: two texts that share a run of eight words share at least one. By winnowing (Schleimer, Wilkerson
/// and Aiken 2003): of each window of shingles the least hash is kept. The same on every machine.
/// </summary>
public static class Fingerprints
{
    private const int Shingle = 5; // words
    private const int Window = 4; // shingles
    private const ulong Offset = 14695981039346656037; // FNV-1a
    private const ulong Prime = 1099511628211;

    /// <summary>Distinct, ascending; none for a text of fewer words than a shingle.</summary>
    public static ImmutableArray<ulong> Of(IReadOnlyList<string> words)
    {
        if (words.Count < Shingle) return [];
        ulong[] hashes = new ulong[words.Count - Shingle + 1];
        for (int i = 0; i < hashes.Length; i++) hashes[i] = Hash(words, i, Shingle);
        SortedSet<ulong> kept = [];
        for (int i = 0; i <= Math.Max(0, hashes.Length - Window); i++) kept.Add(hashes.AsSpan(i, Math.Min(Window, hashes.Length - i)).ToArray().Min());
        return [.. kept];
    }

    /// <summary>A hash of words in a row.</summary>
    public static ulong Hash(IReadOnlyList<string> words, int start, int count)
    {
        ulong hash = Offset;
        for (int i = start; i < start + count; i++)
        {
            foreach (char c in words[i]) hash = (hash ^ c) * Prime;
            hash = (hash ^ ' ') * Prime;
        }

        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD; // so that the least hash is no particular word
        return hash ^ (hash >> 33);
    }

    /// <summary>How many are in both.</summary>
    public static int Shared(ImmutableArray<ulong> left, ImmutableArray<ulong> right)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            int order = left[i].CompareTo(right[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return shared;
    }
}
