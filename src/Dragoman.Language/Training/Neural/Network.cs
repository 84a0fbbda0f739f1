using System.Collections.Immutable;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>How many labels there are of each kind.</summary>
/// <param name="Tags">Of each group of tags.</param>
internal sealed record LabelCounts(ImmutableArray<int> Tags, int Relations)
{
    public int TagTotal => Tags.Sum();
}

/// <summary>
/// All weights in training: word vectors, a bidirectional LSTM, and above it one hidden layer that the heads share out: tags, names,
/// arcs and labels (Dozat and Manning 2017, with a label scorer of low rank).
/// </summary>
internal sealed class Network
{
    public Network(NetworkShape shape, IReadOnlyList<int> tableRows, LabelCounts labels, int shards, ulong seed)
    {
        Noise noise = new(seed, 0, 0);
        Shape = shape;
        Labels = labels;
        Shards = shards;
        Words = new(shape, tableRows, ref noise);
        List<LstmLayer> layers = [];
        for (int layer = 0; layer < NetworkShape.Layers; layer++) layers.Add(new(shape, layer, shards, ref noise));
        Layers = [.. layers];
        Hidden = Filled("hidden", shape.Encoded, shape.Hidden, shape.Hidden, ref noise);
        HiddenBias = new("hidden.bias", 1, shape.Hidden, shards);
        Arc = Filled("arc", shape.Arc, shape.Arc, shape.Arc, ref noise);
        ArcBias = new("arc.bias", 1, shape.Arc, shards);
        ArcRoot = Filled("arc.root", 1, shape.Arc, shape.Arc, ref noise);
        Relation = Filled("relation", shape.Pair, NetworkShape.Pad(labels.Relations), labels.Relations, ref noise);
        RelationBias = new("relation.bias", 1, NetworkShape.Pad(labels.Relations), shards);
        RelationRoot = Filled("relation.root", 1, shape.Label, shape.Label, ref noise);
        Tag = Filled("tag", shape.Tag, NetworkShape.Pad(labels.TagTotal), labels.TagTotal, ref noise);
        TagBias = new("tag.bias", 1, NetworkShape.Pad(labels.TagTotal), shards);
        Name = Filled("name", shape.Name, NetworkShape.Pad(NameLabels.Count), NameLabels.Count, ref noise);
        NameBias = new("name.bias", 1, NetworkShape.Pad(NameLabels.Count), shards);
        Dense =
        [
            .. Layers.SelectMany(layer => layer.Parameters), Hidden, HiddenBias, Arc, ArcBias, ArcRoot, Relation, RelationBias, RelationRoot,
            Tag, TagBias, Name, NameBias,
        ];
        foreach (Parameter parameter in Dense) parameter.Pack();
    }

    public NetworkShape Shape { get; }

    public LabelCounts Labels { get; }

    /// <summary>Into how many parts a minibatch is divided. It is part of the result: gradients are summed shard by shard; threads are not.</summary>
    public int Shards { get; }

    public WordLayer Words { get; }

    public ImmutableArray<LstmLayer> Layers { get; }

    public Parameter Hidden { get; }

    public Parameter HiddenBias { get; }

    /// <summary>Dependent × governor.</summary>
    public Parameter Arc { get; }

    /// <summary>Added to the dependent's side: what makes a word likely as a governor of any.</summary>
    public Parameter ArcBias { get; }

    /// <summary>The root as a governor.</summary>
    public Parameter ArcRoot { get; }

    public Parameter Relation { get; }

    public Parameter RelationBias { get; }

    public Parameter RelationRoot { get; }

    public Parameter Tag { get; }

    public Parameter TagBias { get; }

    public Parameter Name { get; }

    public Parameter NameBias { get; }

    /// <summary>All weights but the embedding tables.</summary>
    public ImmutableArray<Parameter> Dense { get; }

    public IEnumerable<Parameter> All => [.. Words.Tables, .. Dense];

    /// <summary>Exchanges the weights and their running means; twice is nothing.</summary>
    public void SwapMeans()
    {
        foreach (Parameter parameter in All)
        {
            Span<float> value = parameter.Value.Span;
            Span<float> mean = parameter.Mean.Span;
            for (int i = 0; i < value.Length; i++) (value[i], mean[i]) = (mean[i], value[i]);
        }

        foreach (Parameter parameter in Dense) parameter.Pack();
    }

    private Parameter Filled(string name, int rows, int columns, int used, ref Noise noise)
    {
        Parameter parameter = new(name, rows, columns, Shards);
        parameter.Fill(ref noise, rows, used, used);
        return parameter;
    }
}
