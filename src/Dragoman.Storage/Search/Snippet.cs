using System.Collections.Immutable;

namespace Dragoman.Storage.Search;

/// <summary>A stretch of a text; <paramref name="IsHit"/> for the words that were searched for.</summary>
public readonly record struct SnippetPart(string Words, bool IsHit);

/// <summary>Cuts the stretch of a text that shows best why it was found. Its parts, put together, are verbatim.</summary>
public static class Snippet
{
    private const int Before = 60;
    private const int Longest = 260;

    /// <param name="text">Verbatim.</param>
    /// <param name="terms">What was searched for.</param>
    /// <param name="offset">Where the snippet begins in the text, in UTF-16 code units.</param>
    public static ImmutableArray<SnippetPart> Of(string text, ImmutableArray<SearchTerm> terms, out int offset)
    {
        (string folded, int[] origins) = SearchFolding.FoldWithOrigins(text);
        List<(int Start, int End)> hits = [];
        foreach ((int start, int length) in SearchTerm.Tokenize(folded))
        {
            string token = folded.Substring(start, length);
            if (terms.Any(t => !t.IsExcluded && (t.Tokens.Length == 1 ? t.Takes(token) : t.Tokens.Contains(token)))) hits.Add((origins[start], origins[start + length - 1] + 1));
        }

        offset = hits.Count == 0 ? 0 : StartOf(text, Best(hits));
        int end = EndOf(text, Math.Min(text.Length, offset + Longest));
        return [.. Cut(text, offset, end, hits)];
    }

    /// <summary>The hit with the most others close behind it.</summary>
    private static int Best(List<(int Start, int End)> hits)
    {
        int best = 0;
        int most = 0;
        for (int i = 0, j = 0; i < hits.Count; i++)
        {
            while (j < hits.Count && hits[j].End - hits[i].Start < Longest - Before) j++;
            if (j - i > most) (best, most) = (hits[i].Start, j - i);
        }

        return best;
    }

    private static int StartOf(string text, int hit)
    {
        int start = Math.Max(0, hit - Before);
        while (start > 0 && start < hit && !char.IsWhiteSpace(text[start - 1])) start++;
        return start;
    }

    private static int EndOf(string text, int end)
    {
        while (end < text.Length && end > 0 && !char.IsWhiteSpace(text[end])) end--;
        return end;
    }

    private static IEnumerable<SnippetPart> Cut(string text, int start, int end, List<(int Start, int End)> hits)
    {
        int at = start;
        foreach ((int from, int to) in hits.Where(h => h.Start >= start && h.End <= end))
        {
            if (from > at) yield return new(text[at..from], false);
            yield return new(text[from..to], true);
            at = to;
        }

        if (at < end) yield return new(text[at..end], false);
    }
}
