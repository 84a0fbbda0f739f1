namespace Dragoman.Reading.Mentions;

/// <summary>What a table holds at a place of the text: the tokens <c>[First, End)</c> and everything listed under their words.</summary>
public sealed record PhraseMatch<T>(int First, int End, IReadOnlyList<T> Values);

/// <summary>Phrases and what they stand for, found in a text by the longest match on whole tokens.</summary>
/// <remarks>
/// A phrase written in lower case matches any case. One that begins with a capital matches only where the text has one too; one all in
/// capitals (<c>UN</c>, <c>U.S.</c>) only words without a small letter, so that <c>us</c> is no state.
/// </remarks>
public sealed class PhraseTable<T>
{
    private readonly Node _root = new();

    public void Add(string phrase, T value)
    {
        Node node = _root;
        foreach (string piece in NameFold.Pieces(phrase))
        {
            if (!node.Next.TryGetValue(piece, out Node? next)) node.Next.Add(piece, next = new());
            node = next;
        }

        node.Entries.Add((phrase, value));
    }

    /// <summary>The longest match that starts at this token, or null.</summary>
    public PhraseMatch<T>? Longest(FoldedTokens tokens, int token, int end)
    {
        Node? node = _root;
        PhraseMatch<T>? longest = null;
        for (int t = token; t < end; t++)
        {
            IReadOnlyList<string> pieces = tokens.Pieces(t, t + 1);
            if (pieces.Count == 0 && t == token) return null;
            foreach (string piece in pieces)
                if (!node.Next.TryGetValue(piece, out node)) return longest;
            if (node.Entries.Count == 0 || pieces.Count == 0) continue;
            string words = tokens.Text.Document[tokens.Text.SpanOf(token, t + 1)];
            T[] values = [.. node.Entries.Where(entry => CaseFits(entry.Phrase, words)).Select(entry => entry.Value)];
            if (values.Length > 0) longest = new(token, t + 1, values);
        }

        return longest;
    }

    private static bool CaseFits(string phrase, string words)
    {
        if (!phrase.Any(char.IsUpper)) return true;
        if (!phrase.Any(char.IsLower)) return !words.Any(char.IsLower);
        return !char.IsUpper(phrase[0]) || !char.IsLower(words[0]);
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public List<(string Phrase, T Value)> Entries { get; } = [];
    }
}
