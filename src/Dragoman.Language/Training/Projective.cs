namespace Dragoman.Language.Training;

/// <summary>Makes a tree projective by lifting the shortest crossing arc to the head's head until none crosses (Nivre &amp; Nilsson 2005).</summary>
internal static class Projective
{
    /// <param name="heads">Head of every word; the root's is the number of words.</param>
    public static int[] Lift(IReadOnlyList<int> heads)
    {
        int[] lifted = [.. heads];
        while (ShortestCrossing(lifted) is >= 0 and int word) lifted[word] = lifted[lifted[word]];
        return lifted;
    }

    /// <summary>The dependent of the shortest arc that spans a word not below its head, or −1.</summary>
    private static int ShortestCrossing(int[] heads)
    {
        int shortest = -1;
        for (int word = 0; word < heads.Length; word++)
        {
            if (heads[word] == heads.Length || IsProjective(heads, word)) continue;
            if (shortest < 0 || Math.Abs(word - heads[word]) < Math.Abs(shortest - heads[shortest])) shortest = word;
        }

        return shortest;
    }

    private static bool IsProjective(int[] heads, int word)
    {
        int head = heads[word];
        for (int between = Math.Min(word, head) + 1; between < Math.Max(word, head); between++)
        {
            int ancestor = between;
            while (ancestor != head && ancestor != heads.Length) ancestor = heads[ancestor];
            if (ancestor != head) return false;
        }

        return true;
    }
}
