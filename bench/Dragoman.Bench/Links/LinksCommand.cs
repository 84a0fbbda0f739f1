using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dragoman.Bench.News;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Processes;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using Dragoman.Record.Views;
using NodaTime;

namespace Dragoman.Bench.Links;

/// <summary>
/// <c>eval links [--news FOLDER] [--articles FILE] [--draw FILE --seed WORD --count N]</c>: files streams of news into processes, links them, and writes what came
/// of it to <c>bench/results/eval-links.md</c>, without a word of the texts. <c>--draw</c> writes pairs with their words to a file of its own, to be checked by eye;
/// the verdicts are kept in <c>bench/results/links.md</c>.
/// </summary>
internal static class LinksCommand
{
    private const string Language = "en";
    private const string Results = "bench/results/eval-links.md";
    private const int Drawn = 50;

    private static readonly ImmutableArray<(string Name, string File, string Process)> Streams =
    [
        ("Ukraine, May 2025", "ukraine_may2025.jsonl", "ukraine-russia"),
        ("Syria, 2016", "syria_2016_reuters_wapo.jsonl", "syria"),
        ("Yemen, 2021 to 2025", "yemen_truce_whitehouse_2022_2024.jsonl", "yemen"),
        ("Congo, 2023 to 2024", "drc_truce_whitehouse.jsonl", "drc"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        string folder = NewsFolder.Path(args);
        ImmutableArray<(string Name, string File, string Process)> streams = [.. Streams.Select(s => s with { File = Path.Combine(folder, s.File) })];
        if (Options.Take(args, "--articles") is { } articles) streams = streams.Add(("Articles", articles, "gaza"));
        if (streams.FirstOrDefault(s => !File.Exists(s.File)) is { File: { } missing })
        {
            await Console.Error.WriteLineAsync($"eval links: skipped, '{missing}' is missing; give the folder of the streams with --news");
            return 2;
        }

        Reader reader = Reader.Load(Options.Data, Language);
        ProcessCatalogue catalogue = ProcessCatalogue.Load(Options.Data);
        ImmutableArray<LinkedStream> linked = [.. streams.Select(s => new LinkedStream(s.Name, Filed(reader, s.File), catalogue, s.Process))];
        string report = Report(linked);
        Console.Write(report);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"linking: {linked.Sum(s => s.Milliseconds) / linked.Sum(s => s.State.Order.Count):0.0} ms a document"));
        await File.WriteAllTextAsync(Options.Data.Path(Results), report);
        if (Options.Take(args, "--draw") is { } file)
            await File.WriteAllTextAsync(file, Draw(linked, Options.Take(args, "--seed") ?? "1", int.Parse(Options.Take(args, "--count") ?? $"{Drawn}", CultureInfo.InvariantCulture)));
        return 0;
    }

    private static LedgerState Filed(Reader reader, string file)
    {
        long sequence = 0;
        return LedgerState.Of(File.ReadLines(file).Select(line => JsonNode.Parse(line)!).Where(a => (a["lang"] ?? a["language"])?.GetValue<string>() == Language)
            .DistinctBy(a => a["id"]!.GetValue<string>())
            .SelectMany(a => Filing.Of(reader.Read(ArticleOf(a)), reader.Name).Entries)
            .Select(entry => new LedgerLine(++sequence, EntryJson.Id(entry), NodaConstants.UnixEpoch, Run.Reader(reader.Name), entry)));
    }

    private static Article ArticleOf(JsonNode article) => new()
    {
        Id = article["id"]!.GetValue<string>(),
        Source = article["id"]!.GetValue<string>(),
        Document = new(article["text"]!.GetValue<string>()),
        Language = Language,
        Title = article["title"]?.GetValue<string>(),
        Outlet = article["outlet"]?.GetValue<string>(),
        Published = (article["date"] ?? article["published"])?.GetValue<string>(),
    };

    private static string Report(ImmutableArray<LinkedStream> streams)
    {
        StringWriter report = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        report.WriteLine("# Processes and links in streams of news\n");
        report.WriteLine("`./dev eval links`; counts and dates alone. How many of the pairs are right, checked by eye, is told in [links.md](links.md).\n");
        report.WriteLine("| | " + string.Join(" | ", streams.Select(s => s.Name)) + " |");
        report.WriteLine("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", streams.Length)));
        Row("documents", s => s.State.Order.Count);
        Row("filed under the stream's process", s => s.Scope.Documents(s.State).Count());
        Row("copies", s => s.Links.Count(l => l.Relation == LinkRelation.Copy));
        Row("statements", s => s.State.InOrder.Sum(d => d.Records.Count(r => r.Kind == "statement")));
        Row("statements told in several documents", s => s.Overview.Repeated.Length);
        Row("reports of these", s => s.Overview.Repeated.Sum(r => r.Repeats.Length + 1));
        Row("the same: pairs of statements", s => s.Links.Count(l => l.Relation == LinkRelation.Same && l.From.Record!.StartsWith("statement", StringComparison.Ordinal)));
        Row("the same: pairs of findings", s => s.Links.Count(l => l.Relation == LinkRelation.Same && !l.From.Record!.StartsWith("statement", StringComparison.Ordinal)));
        Row("contradictions", s => s.Overview.Contradictions.Count(c => c.Relation == LinkRelation.Contradicts));
        Row("figures that differ", s => s.Overview.Contradictions.Count(c => c.Relation == LinkRelation.Differs));
        Row("ceasefires", s => s.Overview.Lives.Length);
        foreach (LinkedStream stream in streams) stream.WriteLives(report);
        return report.ToString();

        void Row(string what, Func<LinkedStream, int> count) => report.WriteLine($"| {what} | " + string.Join(" | ", streams.Select(s => count(s).ToString(CultureInfo.InvariantCulture))) + " |");
    }

    /// <summary>The pairs that come first when all are ordered by a hash of the seed and their id: which they are hangs on nothing else.</summary>
    private static string Draw(ImmutableArray<LinkedStream> streams, string seed, int count)
    {
        StringBuilder drawn = new();
        IEnumerable<(LinkedStream Stream, Link Link)> all = streams.SelectMany(stream => stream.Links.Select(link => (stream, link))).DistinctBy(pair => pair.link.Id);
        foreach ((LinkedStream stream, Link link) in all.OrderBy(pair => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed + "\n" + pair.Link.Id))), StringComparer.Ordinal).Take(count))
        {
            drawn.Append(link.Id).Append("  ").Append(link.Why).Append(link.IsPossible ? " (possible)" : "").Append('\n');
            drawn.Append("  A ").Append(stream.Show(link.From)).Append('\n').Append("  B ").Append(stream.Show(link.To)).Append("\n\n");
        }

        return drawn.ToString();
    }
}
