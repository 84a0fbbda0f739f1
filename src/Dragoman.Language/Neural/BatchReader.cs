using System.Collections.Immutable;

namespace Dragoman.Language.Neural;

/// <summary>Reads a batch of sentences with all heads of the network; holds the buffers of one thread.</summary>
internal sealed unsafe class BatchReader
{
    private readonly NeuralModel _model;
    private readonly SentenceEncoder _encoder;
    private readonly LabelScorer _tags;
    private readonly LabelScorer _names;
    private readonly TreeReader _trees;
    private readonly NameReader _nameReader = new();
    private readonly LemmaCache _lemmas;
    private readonly SentenceBatch _batch = new();
    private readonly ImmutableArray<int> _groupSizes;
    private Sentence[] _ordered = [];
    private readonly ImmutableArray<int> _groupStarts;

    public BatchReader(NeuralModel model, LemmaLexicon lexicon)
    {
        _model = model;
        _encoder = new(model);
        _tags = new(model.Tag);
        _names = new(model.Name);
        _trees = new(model);
        _lemmas = new(model, lexicon);
        _groupSizes = model.Labels.GroupSizes;
        _groupStarts = [.. Enumerable.Range(0, _groupSizes.Length).Select(group => _groupSizes.Take(group).Sum())];
    }

    /// <summary>To be called before the first batch of a document: its sentences, the longest first, in a buffer of this reader.</summary>
    public ReadOnlySpan<Sentence> Begin(int words, ReadOnlySpan<Sentence> sentences)
    {
        _nameReader.Begin(words);
        if (_ordered.Length < sentences.Length) _ordered = new Sentence[2 * sentences.Length];
        Span<Sentence> ordered = _ordered.AsSpan(0, sentences.Length);
        sentences.CopyTo(ordered);
        ordered.Sort(static (left, right) => left.Length != right.Length ? right.Length.CompareTo(left.Length) : left.First.CompareTo(right.First));
        return ordered;
    }

    /// <summary>To be called after the last batch of a document: finds the names.</summary>
    public void End(ReadOnlySpan<string> forms, ReadOnlySpan<Sentence> sentences, Span<WordAnalysis> results) => _nameReader.Read(forms, sentences, results);

    /// <param name="forms">All words of the document.</param>
    /// <param name="results">Receives the analysis of the words of the sentences, at their places in the document, but for names.</param>
    public void Read(ReadOnlySpan<string> forms, ReadOnlySpan<Sentence> sentences, Span<WordAnalysis> results)
    {
        NetworkShape shape = _model.Shape;
        _batch.Load(sentences);
        _encoder.Encode(_batch, forms);
        _tags.Score(_encoder.QuantizedHidden + shape.TagAt, shape.Hidden, _batch.Rows, Quantum.Hidden);
        _names.Score(_encoder.QuantizedHidden + shape.NameAt, shape.Hidden, _batch.Rows, Quantum.Hidden);
        _trees.Read(_batch, _encoder);
        int word = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            Sentence sentence = sentences[s];
            for (int t = 0; t < sentence.Length; t++, word++)
            {
                int row = _batch.Row(s, t);
                results[sentence.First + t] = Analyse(forms[sentence.First + t], row, word);
                _names.Scores(row, 0, NameLabels.Count).CopyTo(_nameReader.ScoresOf(sentence.First + t));
            }
        }
    }

    private WordAnalysis Analyse(string form, int row, int word)
    {
        Upos upos = (Upos)Tag(row, LabelSets.UposGroup);
        return new(
            upos,
            _model.Labels.Xpos[Tag(row, LabelSets.XposGroup)],
            _model.Labels.Feats[Tag(row, LabelSets.FeatsGroup)],
            _lemmas.Lemma(form, upos, Tag(row, LabelSets.ScriptGroup)),
            _trees.Head(word) - 1,
            _trees.Relation(word),
            NameLabels.Outside);
    }

    private int Tag(int row, int group) => _tags.Best(row, _groupStarts[group], _groupSizes[group]);
}
