using System.Collections.Immutable;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

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

    private readonly TrainingData _data;

    public NetworkReader(Network network, TrainingData data)
    {
        _network = network;
        _data = data;
        _pass = new(network, 0);
        _tags = new(network.Tag, network.TagBias, network.Shape.TagAt, 0);
        _names = new(network.Name, network.NameBias, network.Shape.NameAt, 0);
        _arcs = new(network, 0);
        _relations = new(network, 0);
    }

    /// <summary>An analysis a word of each sentence.</summary>
    public IReadOnlyList<ImmutableArray<WordAnalysis>> Read(IReadOnlyList<SourceSentence> sentences)
    {
        ImmutableArray<WordAnalysis>[] results = new ImmutableArray<WordAnalysis>[sentences.Count];
        int[] order = [.. Enumerable.Range(0, sentences.Count).OrderBy(index => sentences[index].Forms.Length)];
        foreach (int[] chunk in order.Chunk(BatchSentences))
        {
            IReadOnlyList<ImmutableArray<WordAnalysis>> read = ReadBatch([.. chunk.Select(index => sentences[index])]);
            for (int i = 0; i < chunk.Length; i++) results[chunk[i]] = read[i];
        }

        return results;
    }

    private IReadOnlyList<ImmutableArray<WordAnalysis>> ReadBatch(IReadOnlyList<SourceSentence> sources)
    {
        Noise silence = default;
        List<TrainingSentence> sentences = [.. sources.Select(_data.Encode)];
        _pass.Forward(sentences, _data.Types, ref silence, default);
        Matrix hidden = _pass.Hidden;
        _tags.Forward(hidden);
        _names.Forward(hidden);
        _arcs.Forward(hidden);
        List<ImmutableArray<int>?> heads = [];
        for (int s = 0; s < sentences.Count; s++)
        {
            int[] found = new int[sentences[s].Length];
            _tree.Find(_arcs.Scores(hidden, _pass.Batch, s), found.Length + 1, found.Length, found);
            heads.Add([.. found]);
        }

        _relations.Forward(hidden, _pass.Batch, heads);
        return [.. sources.Select((source, s) => Analyse(source, s, heads[s]!.Value))];
    }

    private ImmutableArray<WordAnalysis> Analyse(SourceSentence source, int sentence, ImmutableArray<int> heads)
    {
        int[] names = Names(sentence, heads.Length);
        LabelSets labels = _data.Labels;
        return
        [
            .. heads.Select((head, t) => new WordAnalysis(
                (Upos)Tag(sentence, t, LabelSets.UposGroup),
                OrEmpty(labels.Xpos[Tag(sentence, t, LabelSets.XposGroup)]),
                OrEmpty(labels.Feats[Tag(sentence, t, LabelSets.FeatsGroup)]),
                EditScript.Parse(labels.Scripts[Tag(sentence, t, LabelSets.ScriptGroup)])!.Value.Apply(source.Forms[t], _data.Casing),
                head - 1,
                labels.Relations[Best(_relations.Scores[_pass.Batch.Row(sentence, t)][..labels.Relations.Length])],
                names[t])),
        ];
    }

    private int Tag(int sentence, int word, int group)
    {
        int at = _network.Labels.Tags.Take(group).Sum();
        return Best(_tags.Scores[_pass.Batch.Row(sentence, word)].Slice(at, _network.Labels.Tags[group]));
    }

    private int[] Names(int sentence, int words)
    {
        float[] scores = new float[words * NameLabels.Count];
        for (int t = 0; t < words; t++) _names.Scores[_pass.Batch.Row(sentence, t)][..NameLabels.Count].CopyTo(scores.AsSpan(t * NameLabels.Count));
        int[] labels = new int[words];
        new NameDecoder().Decode(scores, words, labels);
        return labels;
    }

    /// <remarks>CoNLL-U writes an empty column as an underscore.</remarks>
    private static string OrEmpty(string column) => column == "_" ? "" : column;

    private static int Best(ReadOnlySpan<float> scores) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores);
}
