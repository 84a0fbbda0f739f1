using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>How much is dropped in training; all zero when the network is asked.</summary>
internal readonly record struct Dropout(bool Words, float State, float Between, float Hidden)
{
    public static Dropout Training => new(Words: true, State: 0.2f, Between: 0.3f, Hidden: 0.3f);
}

/// <summary>One shard of a minibatch on its way through the network and back.</summary>
internal sealed unsafe class NetworkPass
{
    private readonly Network _network;
    private readonly int _shard;
    private readonly WordPass _words;
    private readonly LstmPass[] _layers;
    private readonly Matrix[] _masks; // after each layer
    private readonly Matrix[] _inputs; // of the layer above
    private readonly Matrix _hiddenMask = new(0, 0);
    private readonly Matrix _projected = new(0, 0);
    private readonly Matrix _wordGradient = new(0, 0);
    private readonly Matrix _gradient = new(0, 0);
    private readonly PackedMatrix _packed = new();
    private Dropout _dropout;

    public NetworkPass(Network network, int shard)
    {
        _network = network;
        _shard = shard;
        _words = new(network.Words);
        _layers = [.. network.Layers.Select(layer => new LstmPass(network.Shape, layer))];
        _masks = [.. network.Layers.Select(_ => new Matrix(0, 0))];
        _inputs = [.. network.Layers.Select(_ => new Matrix(0, 0))];
    }

    public Minibatch Batch { get; } = new();

    /// <summary>The shared hidden layer of the heads, after rectifier and dropout.</summary>
    public Matrix Hidden { get; } = new(0, 0);

    public void Forward(IReadOnlyList<TrainingSentence> sentences, IReadOnlyList<WordType> types, ref Noise noise, Dropout dropout)
    {
        _dropout = dropout;
        Batch.Load(sentences);
        NetworkShape shape = _network.Shape;
        _words.Forward(Batch, types, shape.Word, ref noise, dropout.Words);
        Matrix input = _words.Vectors;
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            LstmPass pass = _layers[layer];
            pass.Prepare(Batch);
            if (layer == 0) ProjectWords(pass.Gates);
            else Multiply(input, _network.Layers[layer].Input.Packed, pass.Gates);
            pass.Forward(ref noise, dropout.State);
            input = _inputs[layer];
            Drop(pass.States, input, _masks[layer], ref noise, dropout.Between);
        }

        Hidden.Reshape(Batch.Rows, shape.Hidden);
        Multiply(input, _network.Hidden.Packed, Hidden);
        for (int row = 0; row < Hidden.Rows; row++) Rows.Add(Hidden[row], _network.HiddenBias.Value.Span);
        Rectifier.Forward(Hidden.Span);
        Drop(Hidden, Hidden, _hiddenMask, ref noise, dropout.Hidden);
    }

    /// <summary>Takes the gradient of <see cref="Hidden"/> and adds those of the weights, except the embedding tables.</summary>
    public void Backward(Matrix hiddenGradient)
    {
        Undrop(hiddenGradient, _hiddenMask, _dropout.Hidden);
        Rectifier.Backward(hiddenGradient.Span, Hidden.Span);
        int last = _layers.Length - 1;
        _packed.Pack(hiddenGradient.Data, hiddenGradient.Rows, hiddenGradient.Columns, hiddenGradient.Columns);
        AddOuter(_inputs[last], _packed, _network.Hidden);
        Rows.SumInto(_network.HiddenBias.Gradients[_shard].Span, hiddenGradient);
        _gradient.Reshape(Batch.Rows, _network.Shape.Encoded);
        Multiply(hiddenGradient, _network.Hidden.Transposed, _gradient);
        for (int layer = last; layer >= 0; layer--)
        {
            Undrop(_gradient, _masks[layer], _dropout.Between);
            LstmPass pass = _layers[layer];
            pass.Backward(_gradient, _shard);
            if (layer == 0) break;
            AddOuter(_inputs[layer - 1], pass.PackedGateGradient, _network.Layers[layer].Input);
            _gradient.Reshape(Batch.Rows, _network.Shape.Encoded);
            Multiply(pass.Gates, _network.Layers[layer].Input.Transposed, _gradient);
        }

        WordsBackward();
    }

    /// <summary>Adds the gradient of the embedding tables; for one shard after the other.</summary>
    public void BackwardIntoTables() => _words.Backward(_wordGradient);

    private void ProjectWords(Matrix gates)
    {
        _projected.Reshape(_words.Vectors.Rows, gates.Columns);
        Multiply(_words.Vectors, _network.Layers[0].Input.Packed, _projected);
        for (int row = 0; row < gates.Rows; row++) _projected[Batch.WordOf[row]].CopyTo(gates[row]);
    }

    private void WordsBackward()
    {
        Matrix gates = _layers[0].Gates;
        _projected.Clear();
        for (int row = 0; row < gates.Rows; row++)
            if (Batch.Alive[row] > 0) Rows.Add(_projected[Batch.WordOf[row]], gates[row]);
        _packed.Pack(_projected.Data, _projected.Rows, _projected.Columns, _projected.Columns);
        AddOuter(_words.Vectors, _packed, _network.Layers[0].Input);
        _wordGradient.Reshape(_words.Vectors.Rows, _words.Vectors.Columns);
        Multiply(_projected, _network.Layers[0].Input.Transposed, _wordGradient);
    }

    private static void Multiply(Matrix left, PackedMatrix right, Matrix result) =>
        MatrixProduct.Multiply(left.Data, left.Columns, 1, left.Rows, right, result.Data, result.Columns, add: false);

    /// <summary>The gradient of a weight: inputs, transposed, times the gradient of what came out.</summary>
    private void AddOuter(Matrix inputs, PackedMatrix outputGradient, Parameter weight)
    {
        Matrix gradient = weight.Gradients[_shard];
        MatrixProduct.Multiply(inputs.Data, 1, inputs.Columns, inputs.Columns, outputGradient, gradient.Data, gradient.Columns, add: true);
    }

    /// <summary>Drops the same elements of all words of a sentence.</summary>
    private void Drop(Matrix source, Matrix target, Matrix mask, ref Noise noise, float drop)
    {
        target.Reshape(source.Rows, source.Columns);
        if (drop <= 0)
        {
            if (target != source) source.Span.CopyTo(target.Span);
            return;
        }

        mask.Reshape(Batch.Width, source.Columns);
        noise.FillMask(mask.Span, drop);
        for (int row = 0; row < source.Rows; row++) Rows.Product(target[row], source[row], mask[row % Batch.Width]);
    }

    private void Undrop(Matrix gradient, Matrix mask, float drop)
    {
        if (drop <= 0) return;
        for (int row = 0; row < gradient.Rows; row++) Rows.Scale(gradient[row], mask[row % Batch.Width]);
    }
}
