using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Regions;

namespace Dragoman.Bench;

/// <summary>
/// <c>bench [--news FOLDER]</c>: how fast and with how much memory English articles are annotated and read, by the processor time of the process, so that
/// other programs on the machine count little.
/// </summary>
internal static class SpeedCommand
{
    private const string Language = "en";
    private const int MaximumArticles = 400;
    private const int WarmUp = 40;
    private const int Loads = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["ledger", .. var rest]) return await Ledgers.LedgerCommand.RunAsync(rest);
        string folder = Options.Take(args, "--news") ?? Path.Combine(Options.Cache, "domain", "news");
        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"bench: no articles at {folder}; give a folder with .jsonl, .txt or .html files with --news");
            return 2;
        }

        string[] files = [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)];
        ImmutableArray<Article> articles = [.. new ArticleIntake().Take(files).Select(arrival => arrival.Article).OfType<Article>()
            .Where(article => article.Language is null or Language && !LooksForeign(article)).Take(MaximumArticles)];
        using SpeedReport speed = new(articles);
        string report = speed.Write();
        Console.Write(report);
        string path = Options.Data.Path("bench/results/bench.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, report);
        return 0;
    }

    /// <summary>Whether most letters are not Latin ones.</summary>
    private static bool LooksForeign(Article article) => article.Document.Text.Count(c => c is >= 'a' and <= 'z') * 2 < article.Document.Length;

    /// <param name="Seconds">Of the processor, all threads together.</param>
    /// <param name="Clock">Seconds by the clock.</param>
    private readonly record struct Cost(double Seconds, double Clock, long Bytes);

    private sealed class SpeedReport(ImmutableArray<Article> articles) : IDisposable
    {
        private readonly StringWriter _report = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        private readonly ImmutableArray<ImmutableArray<TextSpan>> _blocks = Blocks(articles);
        private int _words;

        public string Write()
        {
            double firstEngine = Measure(() => Loaded(Profile.Accurate)).Seconds;
            List<string> rows = [AnnotatingRow(Profile.Accurate, 1)];
            double firstPack = Measure(() => Reader.Load(Options.Data, Language)).Seconds;
            rows.Add(ReadingRow(Profile.Accurate));
            using Process process = Process.GetCurrentProcess();
            double peak = process.PeakWorkingSet64 / 1e6;
            rows.Insert(1, AnnotatingRow(Profile.Accurate, 2));
            rows.AddRange([AnnotatingRow(Profile.Fast, 1), AnnotatingRow(Profile.Fast, 2), ReadingRow(Profile.Fast)]);
            string engines = string.Join(", ", Enum.GetValues<Profile>().Select(profile => string.Create(CultureInfo.InvariantCulture, $"{NameOf(profile)} {LoadTime(() => Loaded(profile)) * 1000:0} ms")));
            double pack = LoadTime(() => Reader.Load(Options.Data, Language));
            _report.WriteLine("# Speed and memory of reading\n");
            _report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles.Length} English news articles, {_words} words. Words a second of processor time of one thread; with two threads, each thread's. Reproduce with `./dev bench`.\n"));
            _report.WriteLine("| profile | what | threads | words/s of a thread | words/s by the clock | allocated/document |");
            _report.WriteLine("| --- | --- | --- | --- | --- | --- |");
            foreach (string row in rows) _report.WriteLine(row);
            _report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nLoading the engine (tokeniser, splitter, network): {engines}; the first time in a process, when the program is compiled too, {firstEngine * 1000:0} ms."));
            _report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Loading the whole English pack with its rules and lists of actors: {pack * 1000:0} ms; the first time {firstPack * 1000:0} ms."));
            _report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Peak memory of the process after annotating and reading all articles with the accurate profile: {peak:0} MB."));
            return _report.ToString();
        }

        public void Dispose() => _report.Dispose();

        private string AnnotatingRow(Profile profile, int threads)
        {
            Annotator annotator = Loaded(profile);
            int[] order = [.. Enumerable.Range(0, articles.Length)];
            int words = 0;
            void Annotate(int article) => Interlocked.Add(ref words, annotator.Annotate(articles[article].Document, _blocks[article]).Tokens.Length);
            ParallelOptions options = new() { MaxDegreeOfParallelism = threads };
            Parallel.ForEach(order.Take(WarmUp), options, Annotate);
            words = 0;
            Cost cost = Measure(() => { if (threads == 1) Array.ForEach(order, Annotate); else Parallel.ForEach(order, options, Annotate); });
            _words = words;
            return Row(profile, "words, sentences, tags, trees, names", threads, cost);
        }

        private string ReadingRow(Profile profile)
        {
            Reader reader = Reader.Load(Options.Data, Language, profile);
            foreach (Article article in articles.Take(WarmUp)) reader.Read(article);
            return Row(profile, "the whole reading", 1, Measure(() => { foreach (Article article in articles) reader.Read(article); }));
        }

        private string Row(Profile profile, string what, int threads, Cost cost) => string.Create(CultureInfo.InvariantCulture,
            $"| {NameOf(profile)} | {what} | {threads} | {_words / cost.Seconds:0} | {_words / cost.Clock:0} | {cost.Bytes / 1000.0 / articles.Length:0} kB |");

        private static string NameOf(Profile profile) => profile == Profile.Fast ? "fast" : "accurate";

        private static Annotator Loaded(Profile profile)
        {
            Problems problems = new();
            Annotator? annotator = Annotator.Load(Options.Data, Language, problems, profile);
            problems.ThrowIfAny();
            return annotator!;
        }

        private static ImmutableArray<ImmutableArray<TextSpan>> Blocks(ImmutableArray<Article> articles)
        {
            Problems problems = new();
            RegionMarker? regions = RegionMarker.Load(Options.Data, Language, problems);
            problems.ThrowIfAny();
            return [.. articles.Select(article => regions!.Mark(article).Regions.Where(region => region.IsRead).Select(region => region.Span).ToImmutableArray())];
        }

        private static double LoadTime(Action load) => Enumerable.Range(0, Loads).Select(_ => Measure(load).Seconds).Order().ElementAt(Loads / 2);

        private static Cost Measure(Action action)
        {
            using Process process = Process.GetCurrentProcess();
            long bytes = GC.GetTotalAllocatedBytes(precise: true);
            TimeSpan start = process.TotalProcessorTime;
            Stopwatch clock = Stopwatch.StartNew();
            action();
            clock.Stop();
            process.Refresh();
            return new((process.TotalProcessorTime - start).TotalSeconds, clock.Elapsed.TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
        }
    }
}
