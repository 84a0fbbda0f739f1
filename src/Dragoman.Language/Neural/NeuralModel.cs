using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Dragoman.Language.Neural;

/// <summary>One layer's weights; the biases are in <see cref="Bias"/>, gates of the first direction, then of the second.</summary>
internal sealed record LstmWeights(WeightMatrix Input, float[] Bias, ImmutableArray<WeightMatrix> Recurrent);

/// <summary>Weights and the bias that follows their product.</summary>
internal sealed record LinearWeights(WeightMatrix Matrix, float[] Bias);

/// <summary>The trained network as it reads: 8-bit weights, labels, keys. Immutable; threads share it.</summary>
internal sealed class NeuralModel
{
    private NeuralModel(BinaryReader input, Casing casing)
    {
        Casing = casing;
        Shape = ReadShape(input);
        Labels = new(ReadLabels(input), ReadLabels(input), ReadLabels(input), ReadLabels(input));
        Scripts = [.. Labels.Scripts.Select(text => EditScript.Parse(text) ?? throw new InvalidDataException($"'{text}' is no lemma script"))];
        Lists = WordLists.Read(input);
        Tables = [.. Enumerable.Range(0, 5).Select(_ => ReadTable(input))];
        Layers = [.. Enumerable.Range(0, NetworkShape.Layers).Select(_ => new LstmWeights(ReadMatrix(input), ReadFloats(input), [ReadMatrix(input), ReadMatrix(input)]))];
        Hidden = ReadLinear(input);
        Arc = ReadLinear(input);
        ArcRoot = ReadFloats(input);
        Relation = ReadLinear(input);
        RelationRoot = ReadFloats(input);
        Tag = ReadLinear(input);
        Name = ReadLinear(input);
    }

    public Casing Casing { get; }

    public NetworkShape Shape { get; }

    public LabelSets Labels { get; }

    public ImmutableArray<EditScript> Scripts { get; }

    public WordLists Lists { get; }

    /// <summary>Forms, affixes, n-grams, outlines, lists.</summary>
    public ImmutableArray<EmbeddingTable> Tables { get; }

    public ImmutableArray<LstmWeights> Layers { get; }

    public LinearWeights Hidden { get; }

    public LinearWeights Arc { get; }

    public float[] ArcRoot { get; }

    public LinearWeights Relation { get; }

    public float[] RelationRoot { get; }

    public LinearWeights Tag { get; }

    public LinearWeights Name { get; }

    /// <summary>Reads what <c>NeuralModelWriter</c> wrote; the caller has made sure that the bytes are whole.</summary>
    public static NeuralModel Read(BinaryReader input, Casing casing) => new(input, casing);

    private static NetworkShape ReadShape(BinaryReader input) => new()
    {
        Form = input.ReadInt32(),
        Affix = input.ReadInt32(),
        Gram = input.ReadInt32(),
        Outline = input.ReadInt32(),
        Lists = input.ReadInt32(),
        State = input.ReadInt32(),
        Arc = input.ReadInt32(),
        Label = input.ReadInt32(),
        Tag = input.ReadInt32(),
        Name = input.ReadInt32(),
    };

    /// <remarks>CoNLL-U writes an empty column as an underscore.</remarks>
    private static ImmutableArray<string> ReadLabels(BinaryReader input)
    {
        string[] strings = new string[input.ReadInt32()];
        for (int i = 0; i < strings.Length; i++) strings[i] = string.Intern(input.ReadString() is var text && text == "_" ? "" : text);
        return ImmutableCollectionsMarshal.AsImmutableArray(strings);
    }

    private static EmbeddingTable ReadTable(BinaryReader input)
    {
        uint[] keys = new uint[input.ReadInt32()];
        input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        int width = input.ReadInt32();
        float[] scales = ReadFloats(input);
        return new(new(ImmutableCollectionsMarshal.AsImmutableArray(keys)), width, ReadBytes(input, scales.Length * width), scales);
    }

    private static LinearWeights ReadLinear(BinaryReader input) => new(ReadMatrix(input), ReadFloats(input));

    private static WeightMatrix ReadMatrix(BinaryReader input)
    {
        int rows = input.ReadInt32();
        float[] scales = ReadFloats(input);
        return new(rows, scales.Length, ReadBytes(input, rows * scales.Length), scales);
    }

    private static float[] ReadFloats(BinaryReader input)
    {
        float[] values = new float[input.ReadInt32()];
        input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static sbyte[] ReadBytes(BinaryReader input, int count)
    {
        sbyte[] values = new sbyte[count];
        input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
