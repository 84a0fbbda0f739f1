using System.Collections.Immutable;
using System.Text;

namespace Dragoman.Storage.Search;

/// <summary>What is searched for. Null criteria let everything through.</summary>
public sealed record SearchQuery
{
    /// <summary>Words that must all occur, each also with endings; <c>"in quotation marks"</c> exactly so; <c>-word</c> must not occur.</summary>
    public string Words { get; init; } = "";

    /// <summary><c>document</c>, <c>statement</c>, or the kind of a finding.</summary>
    public string? Kind { get; init; }

    public string? Actor { get; init; }

    public string? Outlet { get; init; }

    /// <summary><c>draft</c>, <c>confirmed</c>, <c>amended</c>, <c>rejected</c>.</summary>
    public string? State { get; init; }

    /// <summary>Published on this day, month or year, or later.</summary>
    public string? From { get; init; }

    public string? Until { get; init; }

    /// <summary>Hits to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>Hits to give; at least 1.</summary>
    public int Take { get; init; } = 20;

    /// <summary>The terms that the words ask for, folded; those that must not occur left out.</summary>
    public ImmutableArray<SearchTerm> Terms => SearchTerm.Parse(Words);
}

/// <summary>A word or a phrase of a query, folded.</summary>
/// <param name="Tokens">One for a word, several for a phrase.</param>
/// <param name="IsPrefix">Whether longer words that begin so count too.</param>
/// <param name="IsExcluded">Whether it must not occur.</param>
public sealed record SearchTerm(ImmutableArray<string> Tokens, bool IsPrefix, bool IsExcluded)
{
    private const int ShortestPrefix = 4; // shorter words stand for themselves: "un" is not "until"

    public static ImmutableArray<SearchTerm> Parse(string words)
    {
        ImmutableArray<SearchTerm>.Builder terms = ImmutableArray.CreateBuilder<SearchTerm>();
        string folded = SearchFolding.Fold(words).Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('«', '"').Replace('»', '"');
        string[] parts = folded.Split('"');
        for (int i = 0; i < parts.Length; i++)
        {
            bool isPhrase = i % 2 == 1 && i < parts.Length - 1;
            if (isPhrase) Add(terms, parts[i], isPrefix: false, isExcluded: parts[i - 1].EndsWith('-'));
            else AddWords(terms, parts[i]);
        }

        return terms.ToImmutable();
    }

    /// <summary>As FTS5 writes it: every token in quotation marks, so that nothing a user types is an operator.</summary>
    internal string ToMatch()
    {
        string phrase = string.Join(" + ", Tokens.Select(t => $"\"{t}\""));
        return IsPrefix && Tokens.Length == 1 && Tokens[0].Length >= ShortestPrefix ? phrase + " *" : phrase;
    }

    internal bool Takes(string token) => token == Tokens[0] || (IsPrefix && Tokens[0].Length >= ShortestPrefix && token.StartsWith(Tokens[0], StringComparison.Ordinal));

    private static void AddWords(ImmutableArray<SearchTerm>.Builder terms, string text)
    {
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            Add(terms, word, isPrefix: true, isExcluded: word.Length > 1 && word[0] == '-');
    }

    private static void Add(ImmutableArray<SearchTerm>.Builder terms, string text, bool isPrefix, bool isExcluded)
    {
        ImmutableArray<string> tokens = [.. Tokenize(text).Select(t => text.Substring(t.Start, t.Length))];
        if (!tokens.IsEmpty) terms.Add(new(tokens, isPrefix, isExcluded));
    }

    /// <summary>The letters and digits that stand together, as FTS5's unicode61 cuts them.</summary>
    internal static IEnumerable<(int Start, int Length)> Tokenize(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isPart = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]));
            if (isPart && start < 0) start = i;
            if (isPart || start < 0) continue;
            yield return (start, i - start);
            start = -1;
        }
    }

    /// <summary>The query of all terms; null if nothing must occur.</summary>
    internal static string? MatchOf(ImmutableArray<SearchTerm> terms)
    {
        if (terms.All(t => t.IsExcluded)) return null;
        StringBuilder match = new(string.Join(" AND ", terms.Where(t => !t.IsExcluded).Select(t => t.ToMatch())));
        foreach (SearchTerm excluded in terms.Where(t => t.IsExcluded)) match.Append(" NOT ").Append(excluded.ToMatch());
        return match.ToString();
    }
}
