using System.Collections.Concurrent;

namespace Dragoman.Language.Neural;

/// <summary>
/// Tags, lemmatises and parses the sentences of a document, and finds the names in them. Thread-safe: threads share the model, each call has
/// buffers of its own. A sentence's tree and tags do not depend
/// on the sentences beside it; its names do, for a name is of one type throughout a document.
/// </summary>
internal sealed class NeuralParser
{
    private const int LargestBatch = 32; // sentences
    private const int LargestWords = 1024;

    private readonly NeuralModel _model;
    private readonly LemmaLexicon _lexicon;
    private readonly ConcurrentBag<BatchReader> _idle = [];

    public NeuralParser(NeuralModel model, LemmaLexicon lexicon) => (_model, _lexicon) = (model, lexicon);

    public NeuralModel Model => _model;

    /// <param name="forms">The words of the document.</param>
    /// <param name="sentences">Of at most 1,000 words each, none empty.</param>
    /// <param name="results">As long as <paramref name="forms"/>.</param>
    public void Parse(ReadOnlySpan<string> forms, ReadOnlySpan<Sentence> sentences, Span<WordAnalysis> results)
    {
        BatchReader reader = _idle.TryTake(out BatchReader? idle) ? idle : new(_model, _lexicon);
        ReadOnlySpan<Sentence> ordered = reader.Begin(forms.Length, sentences);
        for (int start = 0; start < ordered.Length;)
        {
            int count = BatchAt(ordered, start);
            reader.Read(forms, ordered.Slice(start, count), results);
            start += count;
        }

        reader.End(forms, sentences, results);
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
