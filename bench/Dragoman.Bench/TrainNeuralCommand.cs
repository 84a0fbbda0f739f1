using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Dragoman.Language;
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
    private readonly TrainingData _data;
    private readonly List<TrainingSentence> _sentences;
    private readonly Network _network;

    /// <param name="work">Folder of the checkpoints.</param>
    public TrainNeuralCommand(string work, NeuralCorpora corpora, TrainingPlan plan)
    {
        (_work, _corpora, _plan) = (work, corpora, plan);
        IReadOnlyList<SourceSentence> sources = corpora.Training();
        _data = TrainingData.From(sources, Casing.Plain);
        _sentences = [.. sources.Select(_data.Encode)];
        _network = new(new(), [.. _data.Tables.All.Select(table => table.Rows)], new(_data.Labels.GroupSizes, _data.Labels.Relations.Length), Shards, plan.Seed);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_sentences.Count} sentences, {_sentences.Sum(sentence => sentence.Length)} words, {_network.All.Sum(parameter => parameter.Value.Length)} weights"));
    }

    private string Last => Path.Combine(_work, "last.checkpoint");

    private string Best => Path.Combine(_work, "best.checkpoint");

    /// <param name="args"><c>--epochs N</c>, <c>--rate R</c>, <c>--seed N</c>, <c>--work FOLDER</c>; <c>--measure</c>: no training, the best checkpoint in 8 bits.</param>
    public static Task<int> RunAsync(string[] args)
    {
        string cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/dragoman");
        TrainingPlan plan = new()
        {
            Epochs = int.Parse(Option(args, "--epochs") ?? "20", CultureInfo.InvariantCulture),
            Rate = float.Parse(Option(args, "--rate") ?? "0.0025", CultureInfo.InvariantCulture),
            Seed = ulong.Parse(Option(args, "--seed") ?? "1", CultureInfo.InvariantCulture),
        };
        TrainNeuralCommand command = new(Option(args, "--work") ?? Path.Combine(cache, "training/en"), new(cache), plan);
        if (args.Contains("--measure")) command.Measure();
        else command.Train(Option(args, "--from"));
        return Task.FromResult(0);
    }

    private static string? Option(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    /// <param name="from">A checkpoint whose weights the training starts from, instead of random ones.</param>
    private void Train(string? from)
    {
        Directory.CreateDirectory(_work);
        NeuralTrainer trainer = new(_network, _plan, _sentences, _data.Types);
        if (from is not null) Checkpoint.Read(from, _network);
        if (File.Exists(Last)) trainer.Step = Checkpoint.Read(Last, _network);
        IReadOnlyList<SourceSentence> development = _corpora.EwtDevelopment();
        double best = 0;
        while (trainer.Step < trainer.Steps)
        {
            RunEpoch(trainer);
            _network.SwapMeans();
            NeuralScores scores = NeuralScores.Of(development, new NetworkReader(_network, _data).Read(development));
            _network.SwapMeans();
            Console.WriteLine($"epoch {trainer.Step / trainer.StepsOfEpoch}: {scores}");
            Checkpoint.Write(Last, _network, trainer.Step);
            if (scores.Las <= best) continue;
            best = scores.Las;
            File.Copy(Last, Best, overwrite: true);
        }
    }

    private void Measure()
    {
        Checkpoint.Read(Best, _network);
        _network.SwapMeans();
        using MemoryStream bytes = new();
        NeuralModelWriter.Write(new(bytes), _network, _data.Tables, _data.Labels);
        bytes.Position = 0;
        Stopwatch watch = Stopwatch.StartNew();
        NeuralParser parser = new(NeuralModel.Read(new(bytes), Casing.Plain));
        Console.WriteLine($"{bytes.Length} bytes, read in {watch.ElapsedMilliseconds} ms");
        IReadOnlyList<SourceSentence> development = _corpora.EwtDevelopment();
        Console.WriteLine($"dev, 32 bits: {NeuralScores.Of(development, new NetworkReader(_network, _data).Read(development))}");
        Report("dev", parser, development);
        Report("dev again", parser, development);
        Report("dev again", parser, development);
        Report("test", parser, _corpora.EwtTest());
        foreach ((string genre, IReadOnlyList<SourceSentence> sentences) in _corpora.GumDevelopment()) Report("GUM " + genre, parser, sentences);
    }

    private static void Report(string name, NeuralParser parser, IReadOnlyList<SourceSentence> sentences)
    {
        string[] forms = [.. sentences.SelectMany(sentence => sentence.Forms)];
        Sentence[] places = new Sentence[sentences.Count];
        int at = 0;
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = new(at, at + sentences[i].Forms.Length, 0);
            at = places[i].End;
        }

        WordAnalysis[] results = new WordAnalysis[forms.Length];
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        for (int i = 0; i < places.Length; i += 40) parser.Parse(forms, places.AsSpan(i, Math.Min(40, places.Length - i)), results);
        double seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        List<ImmutableArray<WordAnalysis>> read = [.. places.Select(place => results[place.First..place.End].ToImmutableArray())];
        Console.WriteLine($"{name}: {NeuralScores.Of(sentences, read)} {forms.Length / seconds:f0} words/cpu-s");
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
