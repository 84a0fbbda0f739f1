using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Dragoman.Language;
using Dragoman.Language.Evaluation;
using Dragoman.Language.Neural;
using Dragoman.Language.Training;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>
/// Trains the network of a language: progress with the time left, scores after every epoch, a checkpoint from which an interrupted training goes on,
/// and another of the epoch that did best on the development data.
/// </summary>
internal sealed class NetworkTraining
{
    private const int Shards = 2;
    private const int ReportInterval = 100;

    private readonly string _work;
    private readonly EnglishCorpora _corpora;
    private readonly TrainingPlan _plan;
    private readonly List<TrainingSentence> _sentences;

    /// <param name="work">Folder of the checkpoints.</param>
    /// <param name="sources">What to learn from.</param>
    /// <param name="lists">What is known of words beyond that.</param>
    public NetworkTraining(string work, EnglishCorpora corpora, IReadOnlyList<SourceSentence> sources, WordLists lists, NetworkShape shape, TrainingPlan plan)
    {
        (_work, _corpora, _plan) = (work, corpora, plan);
        Data = TrainingData.From(sources, lists, Casing.Plain);
        _sentences = [.. sources.Select(Data.Encode)];
        Network = new(shape, [.. Data.Tables.All.Select(table => table.Rows)], new(Data.Labels.GroupSizes, Data.Labels.Relations.Length), Shards, plan.Seed);
        Say($"{_sentences.Count} sentences, {_sentences.Sum(sentence => sentence.Length)} words, {Network.All.Sum(parameter => parameter.Value.Length)} weights");
    }

    public TrainingData Data { get; }

    /// <summary>In training; after <see cref="TakeBest"/> with the weights to keep.</summary>
    public Network Network { get; }

    private string Last => Path.Combine(_work, "last.checkpoint");

    private string Best => Path.Combine(_work, "best.checkpoint");

    /// <summary>How the best checkpoint was made, a line a training: one that starts from another's checkpoint has the other's lines first.</summary>
    public IReadOnlyList<string> History => File.Exists(HistoryFile(_work)) ? File.ReadAllLines(HistoryFile(_work)) : [];

    /// <param name="from">A checkpoint to start from with its weights but from the first step; null for random weights.</param>
    public void Run(string? from)
    {
        Directory.CreateDirectory(_work);
        string earlier = from is null ? "" : HistoryFile(Path.GetDirectoryName(Path.GetFullPath(from))!);
        string plan = string.Create(CultureInfo.InvariantCulture, $"epochs: {_plan.Epochs}, rate: {_plan.Rate}, seed: {_plan.Seed}");
        File.WriteAllLines(HistoryFile(_work), [.. File.Exists(earlier) ? File.ReadAllLines(earlier) : [], plan]);
        NeuralTrainer trainer = new(Network, _plan, _sentences, Data.Types);
        if (from is not null) Checkpoint.Read(from, Network);
        if (File.Exists(Last)) trainer.Step = Checkpoint.Read(Last, Network);
        double best = 0;
        while (trainer.Step < trainer.Steps)
        {
            RunEpoch(trainer);
            double score = Measure(trainer);
            Checkpoint.Write(Last, Network, trainer.Step);
            if (score <= best) continue;
            best = score;
            File.Copy(Last, Best, overwrite: true);
        }
    }

    /// <summary>Loads the running mean of the best epoch's weights.</summary>
    public void TakeBest()
    {
        Checkpoint.Read(Best, Network);
        Network.SwapMeans();
    }

    private static string HistoryFile(string folder) => Path.Combine(folder, "history.txt");

    private double Measure(NeuralTrainer trainer)
    {
        IReadOnlyList<SourceSentence> development = _corpora.Development();
        Network.SwapMeans();
        IReadOnlyList<ImmutableArray<WordAnalysis>> read = new NetworkReader(Network, Data).Read(development);
        Network.SwapMeans();
        UdScores scores = UdScorer.Score(
            development.Select(sentence => sentence.Tree!), development.Zip(read, (sentence, words) => ConlluExporter.WithAnalyses(sentence.Tree!, words.AsSpan())));
        Say($"epoch {trainer.Step / trainer.StepsOfEpoch}: UPOS {100 * scores.Upos.F1:f2}, lemmas {100 * scores.Lemmas.F1:f2} (without the lexicon), UAS {100 * scores.Uas.F1:f2}, LAS {100 * scores.Las.F1:f2}");
        return scores.Las.F1;
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
            if (count % ReportInterval != 0) continue;
            double seconds = watch.Elapsed.TotalSeconds / count;
            Say($"step {trainer.Step} of {trainer.Steps}: losses {sum.Tags / count:f3} tags, {sum.Names / count:f3} names, {sum.Arcs / count:f3} arcs, {sum.Relations / count:f3} relations; {1000 * seconds:f0} ms a step, {seconds * (trainer.Steps - trainer.Step) / 60:f1} min left");
        }
        while (trainer.Step % trainer.StepsOfEpoch != 0);
    }

    private static void Say(FormattableString message) => Console.Error.WriteLine(message.ToString(CultureInfo.InvariantCulture));
}
