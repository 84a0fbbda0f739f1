using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dragoman.Reading;
using Dragoman.Record;

namespace Dragoman.Bench.News;

/// <summary>
/// <c>eval streams [--news FOLDER] [--draw FILE --seed WORD --count N]</c>: reads four streams of news on peace processes and writes what was found, by kind and
/// stream, to <c>bench/results/eval-streams.md</c>, without a word of the texts. <c>--draw</c> writes that many records with their sentences to a file of its
/// own, to be checked by eye.
/// </summary>
internal static class StreamsCommand
{
    private const string Language = "en";
    private const string Results = "bench/results/eval-streams.md";
    private const int Drawn = 50;

    private static readonly ImmutableArray<(string Name, string File)> Streams =
    [
        ("Ukraine, May 2025", "ukraine_may2025.jsonl"),
        ("Syria, 2016", "syria_2016_reuters_wapo.jsonl"),
        ("Yemen, 2022 to 2024", "yemen_truce_whitehouse_2022_2024.jsonl"),
        ("Congo, 2024", "drc_truce_whitehouse.jsonl"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        string folder = NewsFolder.Path(args);
        string[] missing = [.. Streams.Select(s => Path.Combine(folder, s.File)).Where(file => !File.Exists(file))];
        if (missing.Length > 0)
        {
            await Console.Error.WriteLineAsync($"eval streams: skipped, '{missing[0]}' is missing; give the folder of the streams with --news");
            return 2;
        }

        Reader reader = Reader.Load(Options.Data, Language);
        ImmutableArray<ImmutableArray<DocumentReading>> readings = [.. Streams.Select(s => NewsFolder.Read(reader, Path.Combine(folder, s.File)))];
        string report = Report(readings);
        Console.Write(report);
        await File.WriteAllTextAsync(Options.Data.Path(Results), report);
        if (Options.Take(args, "--draw") is { } file) await File.WriteAllTextAsync(file, Draw(readings, Options.Take(args, "--seed") ?? "1", int.Parse(Options.Take(args, "--count") ?? $"{Drawn}", CultureInfo.InvariantCulture)));
        return 0;
    }

    private static string Report(ImmutableArray<ImmutableArray<DocumentReading>> readings)
    {
        StringWriter report = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        report.WriteLine("# What is found in four streams of news\n");
        report.WriteLine("`./dev eval streams`; counts alone. How many of the records are right, checked by eye, is told in [streams.md](streams.md).\n");
        report.WriteLine("| | " + string.Join(" | ", Streams.Select(s => s.Name)) + " | all |");
        report.WriteLine("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", Streams.Length + 1)));
        Row("documents", _ => 1);
        Row("documents without a record", r => r.Findings.IsEmpty ? 1 : 0);
        foreach (FindingKind kind in FindingSchema.Kinds) Row(kind.Word(), r => r.Findings.Count(f => f.Kind == kind));
        Row("records", r => r.Findings.Length);
        Row("slots filled", r => r.Findings.Sum(f => f.Slots.Length));
        Row("statements", r => r.Statements.Length);
        Row("events", r => r.Events.Length);
        return report.ToString();

        void Row(string what, Func<DocumentReading, int> count)
        {
            int[] cells = [.. readings.Select(stream => stream.Sum(count))];
            report.WriteLine($"| {what} | " + string.Join(" | ", cells.Append(cells.Sum()).Select(n => n.ToString(CultureInfo.InvariantCulture))) + " |");
        }
    }

    /// <summary>The records that come first when all are ordered by a hash of the seed and their place: which they are hangs on nothing else.</summary>
    private static string Draw(ImmutableArray<ImmutableArray<DocumentReading>> readings, string seed, int count)
    {
        StringBuilder drawn = new();
        IEnumerable<(DocumentReading Reading, Finding Finding)> all = readings.SelectMany(stream => stream).SelectMany(reading => reading.Findings.Select(finding => (reading, finding)));
        foreach ((DocumentReading reading, Finding finding) in all.OrderBy(pair => Key(seed, pair.Reading, pair.Finding), StringComparer.Ordinal).Take(count))
        {
            string text = reading.Document.Text;
            int from = Math.Max(0, finding.Evidence.Start - 200);
            int until = Math.Min(text.Length, finding.Evidence.End + 200);
            drawn.Append(finding.Rule).Append(" [").Append(finding.Anchor.Words).Append("] ").Append(finding.Factuality.ToString()).Append('\n');
            drawn.Append(text, from, until - from).Append('\n');
            drawn.Append("  evidence: ").Append(finding.Evidence.Words).Append('\n');
            foreach (Slot slot in finding.Slots) drawn.Append("  ").Append(slot.Name).Append(" = ").Append(Show(reading, slot.Value)).Append('\n');
            drawn.Append('\n');
        }

        return drawn.ToString();
    }

    private static string Key(string seed, DocumentReading reading, Finding finding) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{seed} {reading.Document.Id} {finding.Kind.Word()} {finding.Anchor.Start}"))));

    private static string Show(DocumentReading reading, SlotValue value) => value switch
    {
        SlotValue.Actors actors => string.Join(" + ", actors.Ids.Select(id => reading.Actors.First(a => a.Id == id).Name)),
        SlotValue.Time time => reading.Times.First(t => t.Id == time.Id).Value ?? "?",
        SlotValue.Text words => words.Passage.Words,
        SlotValue.Word word => word.Value,
        SlotValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => "?",
    };
}
