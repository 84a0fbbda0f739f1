using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Reading;
using Dragoman.Record;

namespace Dragoman.Bench.News;

/// <summary>
/// <c>eval negatives [--news FOLDER]</c>: reads articles in which "truce" and "armistice" mean something else (trade, sport, calendars, quarrels of parties) and
/// counts what is found in them all the same; writes <c>bench/results/eval-negatives.md</c>. A ceasefire, a violation or a proposal among it fails the command.
/// </summary>
internal static class NegativesCommand
{
    private const string Language = "en";
    private const string Results = "bench/results/eval-negatives.md";

    private static readonly ImmutableArray<FindingKind> Unwanted = [FindingKind.Ceasefire, FindingKind.Violation, FindingKind.Proposal];

    public static async Task<int> RunAsync(string[] args)
    {
        string file = Path.Combine(NewsFolder.Path(args), "negative_controls_en.jsonl");
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"eval negatives: skipped, '{file}' is missing; give the folder that holds negative_controls_en.jsonl with --news");
            return 2;
        }

        ImmutableArray<DocumentReading> readings = NewsFolder.Read(Reader.Load(Options.Data, Language), file);
        string report = Report(readings);
        Console.Write(report);
        await File.WriteAllTextAsync(Options.Data.Path(Results), report);
        return readings.SelectMany(r => r.Findings).Any(f => Unwanted.Contains(f.Kind)) ? 1 : 0;
    }

    private static string Report(ImmutableArray<DocumentReading> readings)
    {
        StringWriter report = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        report.WriteLine("# Articles in which a truce is something else\n");
        report.WriteLine("`./dev eval negatives`: reports on trade, sport, memorial days, elections and crime that use the words of the field. No ceasefire, violation or");
        report.WriteLine("proposal may be found in them.\n");
        report.WriteLine("| what | count |\n| --- | ---: |");
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| articles | {readings.Length} |"));
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| articles with any record | {readings.Count(r => !r.Findings.IsEmpty)} |"));
        foreach (FindingKind kind in FindingSchema.Kinds)
            report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind.Word()} | {readings.Sum(r => r.Findings.Count(f => f.Kind == kind))} |"));
        return report.ToString();
    }
}
