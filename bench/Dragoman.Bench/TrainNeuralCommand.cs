using System.Diagnostics;
using System.Globalization;
using Dragoman.Language.Neural;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>Trains the neural model: progress with the time left, the scores after every epoch, a checkpoint to go on from, and the best one.</summary>
internal sealed class TrainNeuralCommand
{
    private const int Shards = 2;

    private readonly string _work;
    private readonly NeuralCorpora _corpora;
    private readonly TrainingPlan _plan;

    /// <param name="work">Folder of the checkpoints.</param>
    public TrainNeuralCommand(string work, NeuralCorpora corpora, TrainingPlan plan) => (_work, _corpora, _plan) = (work, corpora, plan);

    /// <param name="args"><c>--epochs N</c>, <c>--work FOLDER</c>.</param>
    public static Task<int> RunAsync(string[] args)
    {
        string cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/dragoman");
        TrainingPlan plan = new() { Epochs = int.Parse(Option(args, "--epochs") ?? "20", CultureInfo.InvariantCulture) };
        return Task.FromResult(new TrainNeuralCommand(Option(args, "--work") ?? Path.Combine(cache, "training/en"), new(cache), plan).Run());
    }

    public int Run()
    {
        Directory.CreateDirectory(_work);
        IReadOnlyList<SourceSentence> sources = _corpora.Training();
        TrainingData data = TrainingData.From(sources);
        List<TrainingSentence> sentences = [.. sources.Select(data.Encode)];
        Network network = new(new(), [.. data.Tables.All.Select(table => table.Rows)], new(data.Labels.GroupSizes, data.Labels.Relations.Length), Shards, _plan.Seed);
        Console.WriteLine($"{sentences.Count} sentences, {sentences.Sum(sentence => sentence.Length)} words; rows {string.Join(' ', data.Tables.All.Select(table => table.Rows))}; labels {string.Join(' ', data.Labels.GroupSizes)} {data.Labels.Relations.Length}; weights {network.All.Sum(parameter => parameter.Value.Length)}");
        NeuralTrainer trainer = new(network, _plan, sentences, data.Types);
        string last = Path.Combine(_work, "last.checkpoint");
        if (File.Exists(last)) trainer.Step = Checkpoint.Read(last, network);
        IReadOnlyList<SourceSentence> development = _corpora.EwtDevelopment();
        List<TrainingSentence> gold = [.. development.Select(data.Encode)];
        double best = 0;
        while (trainer.Step < trainer.Steps)
        {
            RunEpoch(trainer);
            network.SwapMeans();
            NeuralScores scores = NeuralScores.Of(development, gold, new NetworkReader(network).Read(gold, data.Types), data.Labels);
            network.SwapMeans();
            Console.WriteLine($"epoch {trainer.Step / trainer.StepsOfEpoch}: {scores}");
            Checkpoint.Write(last, network, trainer.Step);
            if (scores.Las <= best) continue;
            best = scores.Las;
            File.Copy(last, Path.Combine(_work, "best.checkpoint"), overwrite: true);
        }

        return 0;
    }

    private static string? Option(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static void RunEpoch(NeuralTrainer trainer)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Losses sum = default;
        int count = 0;
        do
        {
            sum += trainer.Advance();
            count++;
            if (count % 50 != 0) continue;
            double left = watch.Elapsed.TotalSeconds / count * (trainer.Steps - trainer.Step);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"step {trainer.Step}/{trainer.Steps} tags {sum.Tags / count:f3} names {sum.Names / count:f3} arcs {sum.Arcs / count:f3} relations {sum.Relations / count:f3}, {1000 * watch.Elapsed.TotalSeconds / count:f0} ms a step, {left / 60:f1} min left"));
        }
        while (trainer.Step % trainer.StepsOfEpoch != 0);
    }
}
