using System.Collections.Concurrent;

namespace Dragoman.Language.Neural;

/// <summary>
/// Tags, lemmatises and parses the sentences of a document, and finds the names in them. Thread-safe: threads share the model, each call has
/// buffers of its own. A sentence's analysis does not depend on the sentences beside it.
/// </summary>
internal sealed class NeuralParser
{
    private const int LargestBatch = 32; // sentences
    private const int LargestWords = 1024;

    private readonly NeuralModel _model;
    private readonly LemmaLexicon _lexicon;
    private readonly ConcurrentBag<BatchReader> _idle = [];

    public NeuralParser(NeuralModel model, LemmaLexicon lexicon) => (_model, _lexicon) = (model, lexicon);

    /// <param name="forms">The words of the document.</param>
    /// <param name="sentences">Of at most 1,000 words each, none empty.</param>
    /// <param name="results">As long as <paramref name="forms"/>.</param>
    public void Parse(ReadOnlySpan<string> forms, ReadOnlySpan<Sentence> sentences, Span<WordAnalysis> results)
    {
        BatchReader reader = _idle.TryTake(out BatchReader? idle) ? idle : new(_model, _lexicon);
        Sentence[] ordered = sentences.ToArray();
        Array.Sort(ordered, static (left, right) => left.Length != right.Length ? right.Length.CompareTo(left.Length) : left.First.CompareTo(right.First));
        for (int start = 0; start < ordered.Length;)
        {
            int count = BatchAt(ordered, start);
            reader.Read(forms, ordered.AsSpan(start, count), results);
            start += count;
        }

        _idle.Add(reader);
    }

    private static int BatchAt(ReadOnlySpan<Sentence> ordered, int start)
    {
        int count = 1;
        int words = ordered[start].Length;
        while (start + count < ordered.Length && count < LargestBatch && words + ordered[start + count].Length <= LargestWords) words += ordered[start + count++].Length;
        return count;
    }
}
