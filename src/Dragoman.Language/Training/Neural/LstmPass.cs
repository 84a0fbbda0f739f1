using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>One way through a layer and back, for the sentences of a minibatch; holds what the way back needs.</summary>
internal sealed unsafe class LstmPass
{
    private readonly NetworkShape _shape;
    private readonly LstmLayer _layer;
    private readonly Matrix _cells = new(0, 0);
    private readonly Matrix _squashed = new(0, 0); // tanh of the cells
    private readonly Matrix _previous = new(0, 0); // the state that each word received, after dropout
    private readonly Matrix _mask = new(0, 0);
    private readonly Matrix _stateGradient = new(0, 0); // from the next word, one direction after the other
    private readonly Matrix _cellGradient = new(0, 0);
    private readonly PackedMatrix _packedGradient = new();
    private Minibatch _batch = new();
    private float _drop;

    public LstmPass(NetworkShape shape, LstmLayer layer)
    {
        _shape = shape;
        _layer = layer;
    }

    /// <summary>The gates: the caller puts the input's share here before <see cref="Forward"/>; after <see cref="Backward"/> it holds their gradient.</summary>
    public Matrix Gates { get; } = new(0, 0);

    /// <summary>The states, both directions side by side.</summary>
    public Matrix States { get; } = new(0, 0);

    public void Prepare(Minibatch batch)
    {
        _batch = batch;
        Gates.Reshape(batch.Rows, _shape.GateWidth * NetworkShape.Directions);
        foreach (Matrix matrix in (ReadOnlySpan<Matrix>)[_cells, _squashed, _previous, States]) matrix.Reshape(batch.Rows, _shape.Encoded);
        foreach (Matrix matrix in (ReadOnlySpan<Matrix>)[_stateGradient, _cellGradient, _mask]) matrix.Reshape(batch.Width, _shape.Encoded);
    }

    /// <summary>Computes the states. A mask over the state, the same for all words of a sentence, drops a part of it (Gal and Ghahramani 2016).</summary>
    public void Forward(ref Noise noise, float drop)
    {
        _drop = drop;
        if (drop > 0) noise.FillMask(_mask.Span, drop);
        AddBias();
        for (int step = 0; step < _batch.Steps; step++)
            for (int direction = 0; direction < NetworkShape.Directions; direction++) Step(direction, step);
    }

    /// <summary>Turns the gradient of the states into that of the gates and of the layer's weights except <see cref="LstmLayer.Input"/>.</summary>
    public void Backward(Matrix statesGradient, int shard)
    {
        _stateGradient.Clear();
        _cellGradient.Clear();
        for (int step = _batch.Steps - 1; step >= 0; step--)
            for (int direction = 0; direction < NetworkShape.Directions; direction++) StepBack(direction, step, statesGradient);

        _packedGradient.Pack(Gates.Data, Gates.Rows, Gates.Columns, Gates.Columns);
        int panels = _shape.GateWidth / PackedMatrix.Width;
        for (int direction = 0; direction < NetworkShape.Directions; direction++)
        {
            Matrix gradient = _layer.Recurrent[direction].Gradients[shard];
            MatrixProduct.Multiply(
                _previous.Data + (direction * _shape.State), 1, _previous.Columns, _shape.State, _packedGradient, direction * panels, panels, gradient.Data, gradient.Columns, add: true);
        }

        Rows.SumInto(_layer.Bias.Gradients[shard].Span, Gates);
    }

    /// <summary>The gradient of the gates as the right-hand side of a product, for the gradient of <see cref="LstmLayer.Input"/>.</summary>
    public PackedMatrix PackedGateGradient => _packedGradient;

    private void AddBias()
    {
        for (int row = 0; row < Gates.Rows; row++) Rows.Add(Gates[row], _layer.Bias.Value.Span);
    }

    private int RowAt(int direction, int step) => (direction == 0 ? step : _batch.Steps - 1 - step) * _batch.Width;

    private void Step(int direction, int step)
    {
        int at = direction * _shape.State;
        int row = RowAt(direction, step);
        int width = _shape.Encoded;
        float* gates = Gates.Row(row) + (direction * _shape.GateWidth);
        if (step == 0)
        {
            for (int s = 0; s < _batch.Width; s++) new Span<float>(_previous.Row(row + s) + at, _shape.State).Clear();
        }
        else
        {
            int before = RowAt(direction, step - 1);
            for (int s = 0; s < _batch.Width; s++)
            {
                Span<float> state = new(States.Row(before + s) + at, _shape.State);
                Span<float> previous = new(_previous.Row(row + s) + at, _shape.State);
                if (_drop > 0) Rows.Product(previous, state, new(_mask.Row(s) + at, _shape.State));
                else state.CopyTo(previous);
            }

            MatrixProduct.Multiply(
                _previous.Row(row) + at, width, 1, _batch.Width, _layer.Recurrent[direction].Packed, gates, Gates.Columns, add: true);
        }

        for (int s = 0; s < _batch.Width; s++)
        {
            float* before = step == 0 ? null : _cells.Row(RowAt(direction, step - 1) + s) + at;
            LstmCell.Forward(Gates.Row(row + s) + (direction * _shape.GateWidth), before, _cells.Row(row + s) + at,
                _squashed.Row(row + s) + at, States.Row(row + s) + at, _shape.State, _batch.Alive[row + s]);
        }
    }

    private void StepBack(int direction, int step, Matrix statesGradient)
    {
        int at = direction * _shape.State;
        int row = RowAt(direction, step);
        for (int s = 0; s < _batch.Width; s++)
        {
            Rows.Add(new Span<float>(_stateGradient.Row(s) + at, _shape.State), new(statesGradient.Row(row + s) + at, _shape.State));
            float* before = step == 0 ? null : _cells.Row(RowAt(direction, step - 1) + s) + at;
            LstmCell.Backward(Gates.Row(row + s) + (direction * _shape.GateWidth), before, _squashed.Row(row + s) + at,
                _stateGradient.Row(s) + at, _cellGradient.Row(s) + at, _shape.State, _batch.Alive[row + s]);
        }

        if (step == 0) return;
        MatrixProduct.Multiply(
            Gates.Row(row) + (direction * _shape.GateWidth), Gates.Columns, 1, _batch.Width, _layer.Recurrent[direction].Transposed,
            _stateGradient.Data + at, _stateGradient.Columns, add: false);
        if (_drop <= 0) return;
        for (int s = 0; s < _batch.Width; s++)
            Rows.Scale(new Span<float>(_stateGradient.Row(s) + at, _shape.State), new(_mask.Row(s) + at, _shape.State));
    }
}
