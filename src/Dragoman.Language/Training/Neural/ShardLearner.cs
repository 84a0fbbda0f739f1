using System.Collections.Immutable;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>The losses of a shard, each summed over its words and divided by the words of the minibatch.</summary>
internal readonly record struct Losses(float Tags, float Names, float Arcs, float Relations)
{
    public float Total => Tags + Names + Arcs + Relations;

    public static Losses operator +(Losses left, Losses right) =>
        new(left.Tags + right.Tags, left.Names + right.Names, left.Arcs + right.Arcs, left.Relations + right.Relations);
}

/// <summary>Learns from one shard of a minibatch: forward, losses, backward.</summary>
internal sealed class ShardLearner
{
    private readonly Network _network;
    private readonly NetworkPass _pass;
    private readonly LabelHead _tags;
    private readonly LabelHead _names;
    private readonly ArcHead _arcs;
    private readonly RelationHead _relations;
    private readonly Matrix _hiddenGradient = new(0, 0);
    private readonly int _shard;

    public ShardLearner(Network network, int shard)
    {
        _network = network;
        _shard = shard;
        _pass = new(network, shard);
        _tags = new(network.Tag, network.TagBias, network.Shape.TagAt, shard);
        _names = new(network.Name, network.NameBias, network.Shape.NameAt, shard);
        _arcs = new(network, shard);
        _relations = new(network, shard);
    }

    /// <summary>Computes the losses and adds the gradients of all weights but the tables, for which <see cref="AddTableGradients"/> follows.</summary>
    public Losses Learn(IReadOnlyList<TrainingSentence> sentences, IReadOnlyList<WordType> types, Noise noise, Dropout dropout, float weight)
    {
        foreach (Parameter parameter in _network.Dense) parameter.Gradients[_shard].Clear();
        _pass.Forward(sentences, types, ref noise, dropout);
        Matrix hidden = _pass.Hidden;
        Minibatch batch = _pass.Batch;
        _tags.Forward(hidden);
        _names.Forward(hidden);
        _arcs.Forward(hidden);
        _relations.Forward(hidden, batch, [.. sentences.Select(sentence => sentence.Analysis?.Heads)]);
        _hiddenGradient.Reshape(hidden.Rows, hidden.Columns);
        _hiddenGradient.Clear();
        Losses losses = new(
            TagLoss(batch, weight), NameLoss(batch, weight), _arcs.Loss(hidden, batch, _hiddenGradient, weight), _relations.Loss(batch, weight));
        _relations.Backward(hidden, batch, _hiddenGradient);
        _tags.Backward(hidden, _hiddenGradient);
        _names.Backward(hidden, _hiddenGradient);
        _pass.Backward(_hiddenGradient);
        return losses;
    }

    public void AddTableGradients() => _pass.BackwardIntoTables();

    private float TagLoss(Minibatch batch, float weight)
    {
        float loss = 0;
        for (int s = 0; s < batch.Width; s++)
        {
            for (int t = 0; t < batch.Steps; t++)
            {
                TrainingAnalysis? analysis = s < batch.Sentences.Count && t < batch.Sentences[s].Length ? batch.Sentences[s].Analysis : null;
                Span<float> scores = _tags.Scores[batch.Row(s, t)];
                if (analysis is null)
                {
                    scores.Clear();
                    continue;
                }

                int at = 0;
                for (int group = 0; group < analysis.Tags.Length; group++)
                {
                    int count = _network.Labels.Tags[group];
                    loss += Softmax.Loss(scores.Slice(at, count), analysis.Tags[group][t], weight);
                    at += count;
                }

                scores[at..].Clear();
            }
        }

        return loss;
    }

    private float NameLoss(Minibatch batch, float weight)
    {
        float loss = 0;
        for (int s = 0; s < batch.Width; s++)
        {
            for (int t = 0; t < batch.Steps; t++)
            {
                ImmutableArray<uint> names = s < batch.Sentences.Count ? batch.Sentences[s].Names : [];
                Span<float> scores = _names.Scores[batch.Row(s, t)];
                loss += Softmax.LossOfSet(scores[..NameLabels.Count], t < names.Length ? names[t] : 0, weight);
                scores[NameLabels.Count..].Clear();
            }
        }

        return loss;
    }
}
