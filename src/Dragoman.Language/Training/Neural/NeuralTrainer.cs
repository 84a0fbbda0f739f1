using System.Collections.Immutable;
using System.Globalization;

namespace Dragoman.Language.Training.Neural;

/// <summary>How a network is trained.</summary>
internal sealed record TrainingPlan
{
    public int Epochs { get; init; } = 20;

    /// <summary>Words of a minibatch, about.</summary>
    public int BatchWords { get; init; } = 1000;

    public float Rate { get; init; } = 2.5e-3f;

    /// <summary>Updates until the rate is reached.</summary>
    public int WarmUp { get; init; } = 200;

    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; they change the time, not the result.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Longer sentences are left out.</summary>
    public int LongestSentence { get; init; } = 120;

    public Dropout Dropout { get; init; } = Dropout.Training;
}

/// <summary>Where a training stands.</summary>
/// <param name="Step">Updates made.</param>
/// <param name="Losses">The mean since the last report.</param>
internal readonly record struct TrainingProgress(int Epoch, int Step, int Steps, Losses Losses);

/// <summary>
/// Trains a network: minibatches of sentences of like length, Adam with a linear warm-up and a cosine to zero, and a running mean of the
/// weights (Polyak and Juditsky 1992). The state is network and step alone, so that a training can stop and go on anywhere.
/// </summary>
internal sealed class NeuralTrainer
{
    private const int MeanInterval = 4;
    private const float MeanDecay = 0.99f;
    private const float LargestGradient = 5;

    private readonly Network _network;
    private readonly TrainingPlan _plan;
    private readonly ImmutableArray<TrainingSentence> _sentences;
    private readonly IReadOnlyList<WordType> _types;
    private readonly ImmutableArray<ShardLearner> _learners;
    private readonly Adam _adam;
    private readonly ParallelOptions _parallel;
    private ImmutableArray<ImmutableArray<int>> _batches = [];
    private int _batchesOfEpoch = -1;

    public NeuralTrainer(Network network, TrainingPlan plan, IEnumerable<TrainingSentence> sentences, IReadOnlyList<WordType> types)
    {
        _network = network;
        _plan = plan;
        _types = types;
        _sentences = [.. sentences.Where(sentence => sentence.Length > 0 && sentence.Length <= plan.LongestSentence)];
        _learners = [.. Enumerable.Range(0, network.Shards).Select(shard => new ShardLearner(network, shard))];
        _adam = new(network);
        _parallel = new() { MaxDegreeOfParallelism = plan.Threads };
        StepsOfEpoch = Batches(0).Length;
    }

    /// <summary>Updates of an epoch; the same for all.</summary>
    public int StepsOfEpoch { get; }

    public int Steps => StepsOfEpoch * _plan.Epochs;

    /// <summary>Updates made.</summary>
    public int Step { get; set; }

    /// <summary>Makes one update.</summary>
    /// <exception cref="ArithmeticException">The losses are no longer finite.</exception>
    public Losses Advance()
    {
        int epoch = Step / StepsOfEpoch;
        ImmutableArray<int> batch = Batches(epoch)[Step % StepsOfEpoch];
        int words = batch.Sum(index => _sentences[index].Length);
        Losses[] losses = new Losses[_network.Shards];
        Parallel.For(0, _network.Shards, _parallel, shard =>
        {
            List<TrainingSentence> part = [];
            for (int i = shard; i < batch.Length; i += _network.Shards) part.Add(_sentences[batch[i]]);
            Noise noise = new(_plan.Seed, (ulong)Step + 1, (ulong)shard + 1);
            losses[shard] = _learners[shard].Learn(part, _types, noise, _plan.Dropout, 1f / words);
        });
        Losses sum = losses.Aggregate((left, right) => left + right);
        if (!float.IsFinite(sum.Total)) throw new ArithmeticException(string.Create(CultureInfo.InvariantCulture, $"the training diverged at step {Step}: losses {sum}; train with a smaller rate"));
        foreach (ShardLearner learner in _learners) learner.AddTableGradients();
        Step++;
        Update();
        if (Step % MeanInterval == 0) Parallel.ForEach(_network.All, _parallel, UpdateMean);
        return sum;
    }

    private void Update()
    {
        float rate = RateAt(Step);
        float clip = Math.Min(1, LargestGradient / Math.Max(1e-6f, Norm()));
        Parallel.ForEach(_network.Dense, _parallel, parameter => _adam.Update(parameter, Step, rate, clip));
        Parallel.For(0, _network.Words.Tables.Length, _parallel, table => _adam.UpdateTable(table, Step, rate, clip));
    }

    /// <summary>The length of the gradient of the dense weights, an upper bound: the sum of those of the shards.</summary>
    private float Norm()
    {
        float[] norms = new float[_network.Dense.Length];
        Parallel.For(0, norms.Length, _parallel, i =>
            norms[i] = _network.Dense[i].Gradients.Sum(gradient => System.Numerics.Tensors.TensorPrimitives.SumOfSquares<float>(gradient.Span)));
        return MathF.Sqrt(norms.Sum());
    }

    private float RateAt(int step)
    {
        if (step < _plan.WarmUp) return _plan.Rate * step / _plan.WarmUp;
        float done = (step - _plan.WarmUp) / (float)Math.Max(1, Steps - _plan.WarmUp);
        return _plan.Rate * (0.02f + (0.98f * 0.5f * (1 + MathF.Cos(MathF.PI * Math.Min(1, done)))));
    }

    private void UpdateMean(Parameter parameter)
    {
        // A young mean forgets faster, or the random start would stay in it.
        float decay = Math.Min(MeanDecay, Step / (Step + (10f * MeanInterval)));
        System.Numerics.Tensors.TensorPrimitives.Lerp<float>(parameter.Value.Span, parameter.Mean.Span, decay, parameter.Mean.Span);
    }

    /// <summary>The minibatches of an epoch: sentences in random order, sorted by length within wide stretches, cut, and the cuts shuffled.</summary>
    private ImmutableArray<ImmutableArray<int>> Batches(int epoch)
    {
        if (_batchesOfEpoch == epoch) return _batches;
        Noise noise = new(_plan.Seed, (ulong)epoch + 1, ulong.MaxValue);
        int[] order = [.. Enumerable.Range(0, _sentences.Length)];
        noise.Shuffle(order.AsSpan());
        order = [.. order.OrderBy(index => _sentences[index].Length)]; // stable: equals stay shuffled
        List<ImmutableArray<int>> batches = [];
        ImmutableArray<int>.Builder batch = ImmutableArray.CreateBuilder<int>();
        int words = 0;
        foreach (int index in order)
        {
            batch.Add(index);
            words += _sentences[index].Length;
            if (words < _plan.BatchWords) continue;
            batches.Add(batch.ToImmutable());
            batch.Clear();
            words = 0;
        }

        if (batch.Count > 0) batches.Add(batch.ToImmutable());
        ImmutableArray<int>[] shuffled = [.. batches];
        noise.Shuffle(shuffled.AsSpan());
        (_batches, _batchesOfEpoch) = ([.. shuffled], epoch);
        return _batches;
    }
}
