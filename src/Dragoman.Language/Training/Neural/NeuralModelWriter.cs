using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>Writes a network in 8 bits, as <see cref="NeuralModel.Read"/> takes it: a scale a column of a weight matrix, a scale a row of a table.</summary>
internal sealed class NeuralModelWriter
{
    private const float Largest = 127;

    private readonly BinaryWriter _output;

    private NeuralModelWriter(BinaryWriter output) => _output = output;

    public static void Write(BinaryWriter output, Network network, FeatureTables tables, LabelSets labels) => new NeuralModelWriter(output).Write(network, tables, labels);

    private void Write(Network network, FeatureTables tables, LabelSets labels)
    {
        NetworkShape shape = network.Shape;
        foreach (int width in (ReadOnlySpan<int>)[shape.Form, shape.Affix, shape.Gram, shape.Outline, shape.Lists, shape.State, shape.Arc, shape.Label, shape.Tag, shape.Name])
            _output.Write(width);
        foreach (ImmutableArray<string> set in (ReadOnlySpan<ImmutableArray<string>>)[labels.Xpos, labels.Feats, labels.Scripts, labels.Relations]) Write(set);
        tables.Lists.Write(_output);
        for (int i = 0; i < tables.All.Count; i++) WriteTable(tables.All[i], network.Words.Tables[i].Value);
        foreach (LstmLayer layer in network.Layers)
        {
            WriteMatrix(layer.Input.Value);
            Write(layer.Bias.Value.Span);
            foreach (Parameter recurrent in layer.Recurrent) WriteMatrix(recurrent.Value);
        }

        WriteLinear(network.Hidden, network.HiddenBias);
        WriteLinear(network.Arc, network.ArcBias);
        Write(network.ArcRoot.Value.Span);
        WriteLinear(network.Relation, network.RelationBias);
        Write(network.RelationRoot.Value.Span);
        WriteLinear(network.Tag, network.TagBias);
        WriteLinear(network.Name, network.NameBias);
    }

    private void Write(ImmutableArray<string> strings)
    {
        _output.Write(strings.Length);
        foreach (string text in strings) _output.Write(text);
    }

    private void WriteTable(KeyTable keys, Matrix values)
    {
        _output.Write(keys.Keys.Length);
        _output.Write(MemoryMarshal.AsBytes(keys.Keys.AsSpan()));
        _output.Write(values.Columns);
        sbyte[] quantized = new sbyte[values.Length];
        float[] scales = new float[values.Rows];
        for (int row = 0; row < values.Rows; row++)
        {
            scales[row] = ScaleOf(values[row]);
            for (int j = 0; j < values.Columns; j++) quantized[(row * values.Columns) + j] = Quantize(values[row][j], scales[row]);
        }

        Write(scales);
        _output.Write(MemoryMarshal.AsBytes(quantized.AsSpan()));
    }

    private void WriteLinear(Parameter weight, Parameter bias)
    {
        WriteMatrix(weight.Value);
        Write(bias.Value.Span);
    }

    private void WriteMatrix(Matrix values)
    {
        _output.Write(values.Rows);
        sbyte[] quantized = new sbyte[values.Length];
        float[] scales = new float[values.Columns];
        float[] column = new float[values.Rows];
        for (int j = 0; j < values.Columns; j++)
        {
            for (int row = 0; row < values.Rows; row++) column[row] = values[row][j];
            scales[j] = ScaleOf(column);
            for (int row = 0; row < values.Rows; row++) quantized[(row * values.Columns) + j] = Quantize(column[row], scales[j]);
        }

        Write(scales);
        _output.Write(MemoryMarshal.AsBytes(quantized.AsSpan()));
    }

    private void Write(ReadOnlySpan<float> values)
    {
        _output.Write(values.Length);
        _output.Write(MemoryMarshal.AsBytes(values));
    }

    private static float ScaleOf(ReadOnlySpan<float> values)
    {
        float largest = Math.Abs(System.Numerics.Tensors.TensorPrimitives.MaxMagnitude(values));
        return largest == 0 ? 1 : largest / Largest;
    }

    private static sbyte Quantize(float value, float scale) => (sbyte)Math.Clamp(MathF.Round(value / scale), -Largest, Largest);
}
