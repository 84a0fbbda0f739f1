using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Regions;

namespace Dragoman.Bench;

/// <summary><c>bench [--news FOLDER]</c>: how fast and with how much memory English articles are read, on one thread, by the processor time of the process.</summary>
internal static class SpeedCommand
{
    private const string Language = "en";
    private const int MaximumArticles = 400;
    private const int WarmUp = 40;

    public static async Task<int> RunAsync(string[] args)
    {
        string folder = Options.Take(args, "--news") ?? Path.Combine(Options.Cache, "domain", "news");
        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"bench: no articles at {folder}; give a folder with .jsonl, .txt or .html files with --news");
            return 2;
        }

        string[] files = [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)];
        ImmutableArray<Article> articles = [.. new ArticleIntake().Take(files).Select(arrival => arrival.Article).OfType<Article>()
            .Where(article => article.Language is null or Language && !LooksForeign(article)).Take(MaximumArticles)];
        Cost loading = Measure(() => Reader.Load(Options.Data, Language));
        string report = Report(articles, loading);
        Console.Write(report);
        string path = Options.Data.Path("bench/results/bench.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, report);
        return 0;
    }

    private static string Report(ImmutableArray<Article> articles, Cost loading)
    {
        Problems problems = new();
        Annotator annotator = Annotator.Load(Options.Data, Language, problems)!;
        RegionMarker regions = RegionMarker.Load(Options.Data, Language, problems)!;
        problems.ThrowIfAny();
        Reader reader = Reader.Load(Options.Data, Language);
        int words = 0;
        void Annotate(Article article) => words += annotator.Annotate(article.Document, [.. regions.Mark(article).Regions.Where(region => region.IsRead).Select(region => region.Span)]).Tokens.Length;
        foreach (Article article in articles.Take(WarmUp)) Annotate(article);
        foreach (Article article in articles.Take(WarmUp)) reader.Read(article);
        words = 0;
        Cost annotating = Measure(() => { foreach (Article article in articles) Annotate(article); });
        Cost reading = Measure(() => { foreach (Article article in articles) reader.Read(article); });
        using Process process = Process.GetCurrentProcess();
        StringWriter report = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        report.WriteLine("# Speed and memory of reading\n");
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles.Length} English news articles, {words} words; one thread, processor time of the process. Reproduce with `./dev bench`.\n"));
        report.WriteLine("| what | documents/s | words/s | allocated/document |");
        report.WriteLine("| --- | --- | --- | --- |");
        Row("regions, words, sentences, tags, trees", annotating);
        Row("the whole reading", reading);
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nLoading the English pack: {loading.Seconds * 1000:0} ms. Peak memory of the process: {process.PeakWorkingSet64 / 1e6:0} MB."));
        return report.ToString();

        void Row(string what, Cost cost) => report.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {articles.Length / cost.Seconds:0} | {words / cost.Seconds:0} | {cost.Bytes / 1000.0 / articles.Length:0} kB |"));
    }

    private static Cost Measure(Action action)
    {
        using Process process = Process.GetCurrentProcess();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan start = process.TotalProcessorTime;
        action();
        process.Refresh();
        return new((process.TotalProcessorTime - start).TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    /// <summary>Whether most letters are not Latin ones.</summary>
    private static bool LooksForeign(Article article) => article.Document.Text.Count(c => c is >= 'a' and <= 'z') * 2 < article.Document.Length;

    private readonly record struct Cost(double Seconds, long Bytes);
}
