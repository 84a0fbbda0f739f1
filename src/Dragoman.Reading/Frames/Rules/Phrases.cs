using Dragoman.Language;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>
/// A table of words and phrases of lemmas, looked up token by token. A word stands for its lemma or its very form, whatever the case;
/// a hyphenated word (<c>cease-fire</c>) also for its parts. Looking up a word that is not in the table allocates nothing.
/// </summary>
internal sealed class Phrases<T>
{
    private static readonly char[] Space = [' '];

    private readonly Dictionary<string, List<Entry>> _byFirst = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A phrase found: the token that heads it (the first whose head lies outside), and the tokens it covers.</summary>
    public readonly record struct Hit(T Value, int Head, int First, int End);

    private sealed record Entry(string[] Words, T Value);

    public void Add(string phrase, T value)
    {
        AddWords(phrase.Split(Space, StringSplitOptions.RemoveEmptyEntries), value);
        if (phrase.Contains('-', StringComparison.Ordinal))
            AddWords(phrase.Replace("-", " - ", StringComparison.Ordinal).Split(Space, StringSplitOptions.RemoveEmptyEntries), value);
    }

    /// <summary>Calls back for each phrase that starts at the token.</summary>
    public void At<TState>(AnnotatedDocument text, int token, TState state, Action<TState, Hit> found)
    {
        string lemma = text.Tokens[token].Lemma;
        string form = text.Tokens[token].Form;
        if (_byFirst.TryGetValue(lemma, out List<Entry>? entries)) Match(text, token, entries, state, found);
        if (!lemma.Equals(form, StringComparison.OrdinalIgnoreCase) && _byFirst.TryGetValue(form, out entries)) Match(text, token, entries, state, found);
    }

    /// <summary>Calls back for each phrase that starts at the token.</summary>
    public void At(AnnotatedDocument text, int token, Action<Hit> found) => At(text, token, found, static (found, hit) => found(hit));

    private static void Match<TState>(AnnotatedDocument text, int token, List<Entry> entries, TState state, Action<TState, Hit> found)
    {
        foreach (Entry entry in entries)
        {
            if (!Stands(text, token, entry.Words)) continue;
            int end = token + entry.Words.Length;
            found(state, new(entry.Value, HeadOf(text, token, end), token, end));
        }
    }

    private static bool Stands(AnnotatedDocument text, int token, string[] words)
    {
        if (token + words.Length > text.Tokens.Length || text.SentenceOf(token) != text.SentenceOf(token + words.Length - 1)) return false;
        for (int i = 1; i < words.Length; i++)
        {
            Token next = text.Tokens[token + i];
            if (!next.Lemma.Equals(words[i], StringComparison.OrdinalIgnoreCase) && !next.Form.Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    private static int HeadOf(AnnotatedDocument text, int first, int end)
    {
        for (int t = first; t < end; t++)
            if (text.Tokens[t].Head < first || text.Tokens[t].Head >= end) return t;
        return first;
    }

    private void AddWords(string[] words, T value)
    {
        if (words.Length == 0) return;
        if (!_byFirst.TryGetValue(words[0], out List<Entry>? entries)) _byFirst[words[0]] = entries = [];
        entries.Add(new(words, value));
    }
}
