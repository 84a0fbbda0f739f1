using System.Collections.Immutable;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>What the network says of a sentence.</summary>
/// <param name="Tags">As in <see cref="TrainingAnalysis"/>.</param>
/// <param name="Names">Name labels.</param>
internal sealed record Prediction(ImmutableArray<ImmutableArray<int>> Tags, ImmutableArray<int> Heads, ImmutableArray<int> Relations, ImmutableArray<int> Names);

/// <summary>Reads sentences with a network in training, in single precision: to measure it as it learns.</summary>
internal sealed class NetworkReader
{
    private const int BatchSentences = 32;

    private readonly Network _network;
    private readonly NetworkPass _pass;
    private readonly LabelHead _tags;
    private readonly LabelHead _names;
    private readonly ArcHead _arcs;
    private readonly RelationHead _relations;
    private readonly SpanningTree _tree = new();

    public NetworkReader(Network network)
    {
        _network = network;
        _pass = new(network, 0);
        _tags = new(network.Tag, network.TagBias, network.Shape.TagAt, 0);
        _names = new(network.Name, network.NameBias, network.Shape.NameAt, 0);
        _arcs = new(network, 0);
        _relations = new(network, 0);
    }

    public IReadOnlyList<Prediction> Read(IReadOnlyList<TrainingSentence> sentences, IReadOnlyList<WordType> types)
    {
        Prediction[] predictions = new Prediction[sentences.Count];
        int[] order = [.. Enumerable.Range(0, sentences.Count).OrderBy(index => sentences[index].Length)];
        foreach (int[] chunk in order.Chunk(BatchSentences))
        {
            IReadOnlyList<Prediction> read = ReadBatch([.. chunk.Select(index => sentences[index])], types);
            for (int i = 0; i < chunk.Length; i++) predictions[chunk[i]] = read[i];
        }

        return predictions;
    }

    private IReadOnlyList<Prediction> ReadBatch(IReadOnlyList<TrainingSentence> sentences, IReadOnlyList<WordType> types)
    {
        Noise silence = default;
        _pass.Forward(sentences, types, ref silence, default);
        Matrix hidden = _pass.Hidden;
        _tags.Forward(hidden);
        _names.Forward(hidden);
        _arcs.Forward(hidden);
        List<ImmutableArray<int>?> heads = [];
        for (int s = 0; s < sentences.Count; s++)
        {
            int[] found = new int[sentences[s].Length];
            _tree.Find(_arcs.Scores(hidden, _pass.Batch, s), found.Length, found);
            heads.Add([.. found]);
        }

        _relations.Forward(hidden, _pass.Batch, heads);
        return [.. sentences.Select((sentence, s) => new Prediction(
            [.. Enumerable.Range(0, _network.Labels.Tags.Length).Select(group => Tags(s, sentence.Length, group))],
            heads[s]!.Value,
            [.. Enumerable.Range(0, sentence.Length).Select(t => Best(_relations.Scores[_pass.Batch.Row(s, t)][.._network.Labels.Relations]))],
            Names(s, sentence.Length)))];
    }

    private ImmutableArray<int> Tags(int sentence, int words, int group)
    {
        int at = _network.Labels.Tags.Take(group).Sum();
        return [.. Enumerable.Range(0, words).Select(t => Best(_tags.Scores[_pass.Batch.Row(sentence, t)].Slice(at, _network.Labels.Tags[group])))];
    }

    private ImmutableArray<int> Names(int sentence, int words)
    {
        float[] scores = new float[words * NameLabels.Count];
        for (int t = 0; t < words; t++) _names.Scores[_pass.Batch.Row(sentence, t)][..NameLabels.Count].CopyTo(scores.AsSpan(t * NameLabels.Count));
        int[] labels = new int[words];
        new NameDecoder().Decode(scores, words, labels);
        return [.. labels];
    }

    private static int Best(ReadOnlySpan<float> scores) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores);
}
