using System.Collections.Frozen;
using Dragoman.Language;

namespace Dragoman.Reading.Events;

/// <summary>A set of words: lemmas, forms, and pairs of a modifier and the word it modifies (<c>hunger strike</c>).</summary>
internal sealed class EventWords
{
    private readonly FrozenSet<string> _words;
    private readonly bool _hasPairs;

    public EventWords(IEnumerable<string> words)
    {
        _words = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _hasPairs = _words.Any(word => word.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>Whether the token is one of the words, or heads one of the pairs.</summary>
    public bool Holds(AnnotatedDocument text, int token)
    {
        Token word = text.Tokens[token];
        if (_words.Contains(word.Lemma) || _words.Contains(word.Form)) return true;
        if (!_hasPairs) return false;
        foreach (int child in text.Children(token))
        {
            Token part = text.Tokens[child];
            if (part.Relation is "amod" or "compound" or "advmod" && (_words.Contains($"{part.Lemma} {word.Lemma}") || _words.Contains($"{part.Form} {word.Lemma}"))) return true;
        }

        return false;
    }
}
