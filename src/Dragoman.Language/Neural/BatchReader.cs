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
    private readonly NameDecoder _nameDecoder = new();
    private readonly LemmaCache _lemmas;
    private readonly SentenceBatch _batch = new();
    private readonly ImmutableArray<int> _groupSizes;
    private readonly ImmutableArray<int> _groupStarts;
    private float[] _nameScores = [];
    private int[] _nameLabels = [];

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

    /// <param name="forms">All words of the document.</param>
    /// <param name="results">Receives the analysis of the words of the sentences, at their places in the document.</param>
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
            FindNames(s, sentence.Length);
            for (int t = 0; t < sentence.Length; t++, word++)
                results[sentence.First + t] = Analyse(forms[sentence.First + t], _batch.Row(s, t), word, _nameLabels[t]);
        }
    }

    private WordAnalysis Analyse(string form, int row, int word, int name)
    {
        Upos upos = (Upos)Tag(row, LabelSets.UposGroup);
        return new(
            upos,
            _model.Labels.Xpos[Tag(row, LabelSets.XposGroup)],
            _model.Labels.Feats[Tag(row, LabelSets.FeatsGroup)],
            _lemmas.Lemma(form, upos, Tag(row, LabelSets.ScriptGroup)),
            _trees.Head(word) - 1,
            _trees.Relation(word),
            name);
    }

    private int Tag(int row, int group) => _tags.Best(row, _groupStarts[group], _groupSizes[group]);

    private void FindNames(int sentence, int words)
    {
        if (_nameLabels.Length < words) (_nameLabels, _nameScores) = (new int[2 * words], new float[2 * words * NameLabels.Count]);
        for (int t = 0; t < words; t++) _names.Scores(_batch.Row(sentence, t), 0, NameLabels.Count).CopyTo(_nameScores.AsSpan(t * NameLabels.Count));
        _nameDecoder.Decode(_nameScores, words, _nameLabels);
    }
}
