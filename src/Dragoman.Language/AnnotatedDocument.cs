using System.Collections.Immutable;

namespace Dragoman.Language;

/// <summary>
/// A document with its tokens, sentences, dependency trees and names; immutable. Token indexes run through the whole document,
/// so that <see cref="Token.Head"/> needs no sentence.
/// </summary>
public sealed class AnnotatedDocument
{
    private readonly int[] _sentenceOf;
    private readonly int[] _firstChild; // children of token t: _children[_firstChild[t].._firstChild[t + 1]]
    private readonly int[] _children;

    public AnnotatedDocument(
        Document document, ImmutableArray<TextSpan> blocks, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names)
    {
        Document = document;
        Blocks = blocks;
        Tokens = tokens;
        Sentences = sentences;
        Names = names;
        _sentenceOf = new int[tokens.Length];
        for (int s = 0; s < sentences.Length; s++)
            Array.Fill(_sentenceOf, s, sentences[s].First, sentences[s].Length);
        (_firstChild, _children) = IndexChildren(tokens);
    }

    public Document Document { get; }

    /// <summary>The stretches of text that were annotated (paragraphs, headings), in text order; no sentence crosses one.</summary>
    public ImmutableArray<TextSpan> Blocks { get; }

    public ImmutableArray<Token> Tokens { get; }

    public ImmutableArray<Sentence> Sentences { get; }

    public ImmutableArray<Name> Names { get; }

    /// <summary>Index of the sentence that holds a token.</summary>
    public int SentenceOf(int token) => _sentenceOf[token];

    /// <summary>The dependents of a token, in text order.</summary>
    public ReadOnlySpan<int> Children(int token) => _children.AsSpan(_firstChild[token], _firstChild[token + 1] - _firstChild[token]);

    /// <summary>The first child with this exact relation (<c>nsubj:pass</c>), or −1.</summary>
    public int Child(int token, string deprel)
    {
        foreach (int child in Children(token))
            if (Tokens[child].Deprel == deprel) return child;
        return -1;
    }

    /// <summary>Whether <paramref name="token"/> is <paramref name="ancestor"/> or lies below it.</summary>
    public bool IsWithin(int token, int ancestor)
    {
        for (int t = token; t >= 0; t = Tokens[t].Head)
            if (t == ancestor) return true;
        return false;
    }

    /// <summary>The tokens of a subtree, <c>[First, End)</c> from its leftmost to its rightmost word (gaps included).</summary>
    public (int First, int End) Subtree(int token)
    {
        int first = token;
        int end = token + 1;
        foreach (int child in Children(token))
        {
            (int childFirst, int childEnd) = Subtree(child);
            first = Math.Min(first, childFirst);
            end = Math.Max(end, childEnd);
        }

        return (first, end);
    }

    /// <summary>The text from the start of token <paramref name="first"/> to the end of token <paramref name="end"/> − 1.</summary>
    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Span.Start, Tokens[end - 1].Span.End);

    public TextSpan SpanOf(Sentence sentence) => SpanOf(sentence.First, sentence.End);

    /// <summary>Index of the token that holds the offset, or else of the first one after it; the token count if there is none.</summary>
    public int TokenAt(int offset)
    {
        int low = 0;
        int high = Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Tokens[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static (int[] First, int[] Children) IndexChildren(ImmutableArray<Token> tokens)
    {
        int[] first = new int[tokens.Length + 1];
        foreach (Token token in tokens)
            if (token.Head >= 0) first[token.Head + 1]++;
        for (int t = 0; t < tokens.Length; t++) first[t + 1] += first[t];
        int[] next = [.. first];
        int[] children = new int[first[^1]];
        for (int t = 0; t < tokens.Length; t++)
            if (tokens[t].Head >= 0) children[next[tokens[t].Head]++] = t;
        return (first, children);
    }
}
