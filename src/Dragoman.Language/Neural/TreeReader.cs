using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dragoman.Language.Neural;

/// <summary>Scores the arcs of a batch's sentences, finds their trees, and labels the arcs. Belongs to one thread.</summary>
internal sealed unsafe class TreeReader
{
    private const int Step = 16;
    private const string RootRelation = "root";

    private readonly NeuralModel _model;
    private readonly LabelScorer _queries;
    private readonly LabelScorer _relations;
    private readonly SpanningTree _tree = new();
    private readonly AlignedMemory<float> _governors = new(); // of a sentence, transposed: a column a governor
    private readonly AlignedMemory<float> _scores = new();
    private readonly AlignedMemory<float> _pair = new();
    private readonly AlignedMemory<short> _pairs = new();
    private readonly int _root;
    private int[] _heads = [];

    public TreeReader(NeuralModel model)
    {
        _model = model;
        _queries = new(model.Arc);
        _relations = new(model.Relation);
        _pair.Reserve(model.Shape.Pair);
        _root = model.Labels.Relations.IndexOf(RootRelation);
    }

    public void Read(SentenceBatch batch, SentenceEncoder encoder)
    {
        NetworkShape shape = _model.Shape;
        _queries.Score(encoder.QuantizedHidden, shape.Hidden, batch.Rows, Quantum.Hidden);
        int rows = IntegerProduct.Pad(batch.Words);
        if (_heads.Length < rows) _heads = new int[2 * rows];
        _pairs.Reserve(rows * shape.Pair);
        int word = 0;
        for (int s = 0; s < batch.Sentences.Count; s++)
        {
            int length = batch.Sentences[s].Length;
            Span<int> heads = _heads.AsSpan(word, length);
            FindHeads(batch, encoder, s, heads);
            for (int t = 0; t < length; t++) Pair(batch, encoder, s, t, heads[t], _pairs.Data + ((nint)(word + t) * shape.Pair));
            word += length;
        }

        new Span<short>(_pairs.Data + ((nint)word * shape.Pair), (rows - word) * shape.Pair).Clear();
        _relations.Score(_pairs.Data, shape.Pair, rows, Quantum.Pair);
    }

    /// <summary>The governor of a word of the batch, numbered sentence by sentence: a word's number from 1, or 0 for the root.</summary>
    public int Head(int word) => _heads[word];

    public string Relation(int word)
    {
        if (_heads[word] == 0 && _root >= 0) return _model.Labels.Relations[_root];
        int best = -1;
        ReadOnlySpan<float> scores = _relations.Scores(word, 0, _model.Labels.Relations.Length);
        for (int label = 0; label < scores.Length; label++)
            if (label != _root && (best < 0 || scores[label] > scores[best])) best = label;
        return _model.Labels.Relations[Math.Max(best, 0)];
    }

    private void FindHeads(SentenceBatch batch, SentenceEncoder encoder, int sentence, Span<int> heads)
    {
        int words = heads.Length;
        int width = _model.Shape.Arc;
        int columns = (words + 1 + Step - 1) / Step * Step;
        _governors.Reserve(width * columns);
        _scores.Reserve(words * columns);
        for (int g = 0; g < columns; g++)
        {
            float* governor = g == 0 || g > words ? null : encoder.Hidden + ((nint)batch.Row(sentence, g - 1) * _model.Shape.Hidden) + _model.Shape.GovernorAt;
            for (int k = 0; k < width; k++)
                _governors.Data[(k * columns) + g] = governor != null ? governor[k] : g == 0 ? _model.ArcRoot[k] : 0;
        }

        for (int d = 0; d < words; d++) ScoreGovernors(_queries.Row(batch.Row(sentence, d)), _governors.Data, _scores.Data + (d * columns), width, columns);
        _tree.Find(_scores.Span, columns, words, heads);
    }

    /// <summary>One dependent with all governors: each score a chain of products added in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScoreGovernors(float* query, float* governors, float* scores, int width, int columns)
    {
        for (int j = 0; j < columns; j += Step)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int k = 0; k < width; k++) sum += Vector512.Create(query[k]) * Vector512.Load(governors + ((nint)k * columns) + j);
            sum.Store(scores + j);
        }
    }

    private void Pair(SentenceBatch batch, SentenceEncoder encoder, int sentence, int word, int head, short* target)
    {
        NetworkShape shape = _model.Shape;
        float* dependent = encoder.Hidden + ((nint)batch.Row(sentence, word) * shape.Hidden) + shape.LabelDependentAt;
        fixed (float* root = _model.RelationRoot)
        {
            float* governor = head == 0 ? root : encoder.Hidden + ((nint)batch.Row(sentence, head - 1) * shape.Hidden) + shape.LabelGovernorAt;
            for (int j = 0; j < shape.Label; j += Step)
            {
                Vector512<float> d = Vector512.Load(dependent + j);
                Vector512<float> g = Vector512.Load(governor + j);
                (d * g).Store(_pair.Data + j);
                d.Store(_pair.Data + shape.Label + j);
                g.Store(_pair.Data + (2 * shape.Label) + j);
            }
        }

        Elementwise.Quantize(_pair.Data, target, Quantum.Pair, shape.Pair);
    }
}
