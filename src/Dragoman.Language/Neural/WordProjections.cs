using System.Numerics;

namespace Dragoman.Language.Neural;

/// <summary>
/// The first layer's share of the gates for each form. It depends on the form alone, so it is computed once and kept while there is room:
/// most words of a text have been seen before. Belongs to one thread.
/// </summary>
internal sealed unsafe class WordProjections
{
    private const int Capacity = 2048;

    private readonly NeuralModel _model;
    private readonly WordFeatures _features;
    private readonly Dictionary<string, int> _rowOf = new(StringComparer.Ordinal);
    private readonly AlignedMemory<float> _rows;
    private readonly AlignedMemory<float> _vector;
    private readonly AlignedMemory<short> _quantized;
    private readonly AlignedMemory<int> _sums;
    private readonly List<string> _pending = [];

    public WordProjections(NeuralModel model)
    {
        _model = model;
        _features = new(model.Casing);
        Width = model.Layers[0].Input.Columns;
        _rows = new(Capacity * Width);
        _vector = new(model.Shape.Word);
        _quantized = new(IntegerProduct.Block * model.Shape.Word);
        _sums = new(IntegerProduct.Block * Width);
    }

    public int Width { get; }

    /// <summary>Makes room for the words of a batch, at most <see cref="Capacity"/> less a block; what is loaded afterwards stays until the next call.</summary>
    public void MakeRoom(int words)
    {
        if (_rowOf.Count + words + IntegerProduct.Block > Capacity) _rowOf.Clear();
    }

    public void Load(ReadOnlySpan<string> forms)
    {
        foreach (string form in forms)
        {
            if (!_rowOf.TryAdd(form, _rowOf.Count)) continue;
            _pending.Add(form);
            if (_pending.Count == IntegerProduct.Block) Project();
        }

        if (_pending.Count > 0) Project();
    }

    /// <summary>The gates' share of a loaded form.</summary>
    public float* this[string form] => _rows.Data + ((nint)_rowOf[form] * Width);

    private void Project()
    {
        int word = _model.Shape.Word;
        _quantized.Span.Clear();
        for (int i = 0; i < _pending.Count; i++)
        {
            Compose(_pending[i]);
            Elementwise.Quantize(_vector.Data, _quantized.Data + (i * word), Quantum.Word, word);
        }

        LstmWeights layer = _model.Layers[0];
        IntegerProduct.Multiply(IntegerProduct.Best, _quantized.Data, word, IntegerProduct.Block, layer.Input, _sums.Data, Width);
        fixed (float* scales = layer.Input.Scales, bias = layer.Bias)
        {
            for (int i = 0; i < _pending.Count; i++)
                Elementwise.Dequantize(_sums.Data + (i * Width), this[_pending[i]], scales, bias, Quantum.Word, Width);
        }

        _pending.Clear();
    }

    private void Compose(string form)
    {
        _features.Read(form);
        _vector.Span.Clear();
        float* target = _vector.Data;
        _model.Tables[0].AddTo(target, _model.Tables[0].Keys[_features.Form], 1);
        target += _model.Shape.Form;
        AddKnown(_model.Tables[1], _features.Affixes, target);
        target += _model.Shape.Affix;
        AddKnown(_model.Tables[2], _features.Grams, target);
        target += _model.Shape.Gram;
        _model.Tables[3].AddTo(target, _model.Tables[3].Keys[_features.Outline], 1);
        target += _model.Shape.Outline;
        AddLists(_model.Lists[_features.Form], target);
    }

    private void AddLists(int lists, float* target)
    {
        if (lists == 0) return;
        float factor = 1 / MathF.Sqrt(BitOperations.PopCount((uint)lists));
        for (int kind = 0; kind < WordLists.Kinds; kind++)
            if ((lists >> kind & 1) != 0) _model.Tables[4].AddTo(target, kind + 1, factor);
    }

    private static void AddKnown(EmbeddingTable table, ReadOnlySpan<uint> keys, float* target)
    {
        int known = 0;
        foreach (uint key in keys)
            if (table.Keys[key] > 0) known++;
        if (known == 0) return;
        float factor = 1 / MathF.Sqrt(known);
        foreach (uint key in keys)
            if (table.Keys[key] is > 0 and int row) table.AddTo(target, row, factor);
    }
}
