namespace Dragoman.Language.Neural;

/// <summary>Takes a batch through the LSTM layers and the hidden layer of the heads. Belongs to one thread.</summary>
internal sealed unsafe class SentenceEncoder
{
    private readonly NeuralModel _model;
    private readonly WordProjections _words;
    private readonly AlignedMemory<short>[] _states = [new(), new()]; // of each layer, both directions side by side
    private readonly AlignedMemory<float> _gates = new(); // the input's share, for the layers above the first
    private readonly AlignedMemory<int> _sums = new();
    private readonly AlignedMemory<float> _cells = new();
    private readonly AlignedMemory<float> _hidden = new();
    private readonly AlignedMemory<short> _quantizedHidden = new();
    private nint[] _inputs = []; // for each row where its input's share of the gates is

    public SentenceEncoder(NeuralModel model)
    {
        _model = model;
        _words = new(model);
    }

    /// <summary>The hidden layer, a row a word, <see cref="NetworkShape.Hidden"/> wide.</summary>
    public float* Hidden => _hidden.Data;

    /// <summary>The same in steps of <see cref="Quantum.Hidden"/>.</summary>
    public short* QuantizedHidden => _quantizedHidden.Data;

    public void Encode(SentenceBatch batch, ReadOnlySpan<string> forms)
    {
        if (_inputs.Length < batch.Rows) _inputs = new nint[batch.Rows * 2];
        _words.MakeRoom(batch.Words);
        foreach (Sentence sentence in batch.Sentences) _words.Load(forms[sentence.First..sentence.End]);
        for (int s = 0; s < batch.Sentences.Count; s++)
            for (int t = 0; t < batch.Sentences[s].Length; t++) _inputs[batch.Row(s, t)] = (nint)_words[forms[batch.Sentences[s].First + t]];

        for (int layer = 0; layer < NetworkShape.Layers; layer++)
        {
            if (layer > 0) ProjectStates(batch, layer);
            RunLayer(batch, layer);
        }

        ComputeHidden(batch);
    }

    private void ProjectStates(SentenceBatch batch, int layer)
    {
        LstmWeights weights = _model.Layers[layer];
        int width = weights.Input.Columns;
        _gates.Reserve(batch.Rows * width);
        IntegerProduct.Multiply(
            IntegerProduct.Best, _states[layer - 1].Data, _model.Shape.Encoded, batch.Rows, weights.Input, (int*)_gates.Data, width);
        fixed (float* scales = weights.Input.Scales, bias = weights.Bias)
        {
            for (int row = 0; row < batch.Rows; row++)
            {
                float* gates = _gates.Data + ((nint)row * width);
                Elementwise.Dequantize((int*)gates, gates, scales, bias, Quantum.State, width);
                _inputs[row] = (nint)gates;
            }
        }
    }

    private void RunLayer(SentenceBatch batch, int layer)
    {
        NetworkShape shape = _model.Shape;
        _states[layer].Reserve(batch.Rows * shape.Encoded);
        int width = IntegerProduct.Pad(batch.Sentences.Count);
        _cells.Reserve(width * shape.Encoded);
        _cells.Span.Clear();
        _sums.Reserve(width * shape.GateWidth);
        for (int direction = 0; direction < NetworkShape.Directions; direction++)
            for (int step = 0; step < batch.Steps; step++) RunStep(batch, layer, direction, step);
    }

    private void RunStep(SentenceBatch batch, int layer, int direction, int step)
    {
        NetworkShape shape = _model.Shape;
        WeightMatrix recurrent = _model.Layers[layer].Recurrent[direction];
        int word = direction == 0 ? step : batch.Steps - 1 - step;
        int before = direction == 0 ? word - 1 : word + 1;
        short* states = _states[layer].Data + (direction * shape.State);
        if (step > 0)
        {
            int rows = Math.Min(batch.Width(word), batch.Width(before));
            IntegerProduct.Multiply(
                IntegerProduct.Best, states + ((nint)batch.Row(0, before) * shape.Encoded), shape.Encoded, rows, recurrent, _sums.Data, shape.GateWidth);
        }

        fixed (float* scales = recurrent.Scales)
        {
            for (int s = 0; s < batch.Width(word); s++)
            {
                int row = batch.Row(s, word);
                short* state = states + ((nint)row * shape.Encoded);
                float* cell = _cells.Data + (s * shape.Encoded) + (direction * shape.State);
                if (!batch.IsAlive(s, word))
                {
                    new Span<short>(state, shape.State).Clear();
                    continue;
                }

                float* input = (float*)_inputs[row] + (direction * shape.GateWidth);
                bool first = direction == 0 ? word == 0 : word == batch.Sentences[s].Length - 1;
                Elementwise.Cell(input, first ? null : _sums.Data + (s * shape.GateWidth), scales, cell, state, shape.State);
            }
        }
    }

    private void ComputeHidden(SentenceBatch batch)
    {
        WeightMatrix weights = _model.Hidden.Matrix;
        int width = weights.Columns;
        _hidden.Reserve(batch.Rows * width);
        _quantizedHidden.Reserve(batch.Rows * width);
        IntegerProduct.Multiply(
            IntegerProduct.Best, _states[^1].Data, _model.Shape.Encoded, batch.Rows, weights, (int*)_hidden.Data, width);
        fixed (float* scales = weights.Scales, bias = _model.Hidden.Bias)
        {
            for (int row = 0; row < batch.Rows; row++)
            {
                float* hidden = _hidden.Data + ((nint)row * width);
                Elementwise.Dequantize((int*)hidden, hidden, scales, bias, Quantum.State, width);
                Elementwise.Rectify(hidden, width);
                Elementwise.Quantize(hidden, _quantizedHidden.Data + ((nint)row * width), Quantum.Hidden, width);
            }
        }
    }
}
