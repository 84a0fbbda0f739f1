using System.Diagnostics;
using System.Globalization;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Events;

namespace Dragoman.Bench.Events;

/// <summary>
/// <c>eval plover [--data FOLDER] [--set FILE] [--errors FILE]</c>: compares event codes with sentences that people coded in PLOVER, and writes
/// <c>bench/results/eval-plover.md</c>. The texts stay where they are.
/// </summary>
internal static class EvalPlover
{
    private const string Results = "bench/results/eval-plover.md";

    private const string Heading = """
        # Events against sentences coded in PLOVER

        `./dev eval plover`; 1,050 news sentences in which people marked a source and a target and chose the root type and quad class. A sentence's event is the one
        whose source and target overlap most with the marked ones, or else the first; a sentence without an event counts as missed. The set joins CONCEDE and
        RETREAT as YIELD, as PLOVER did before version 0.8.


        """;

    public static async Task<int> RunAsync(string[] args)
    {
        string folder = Options.Take(args, "--data") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "dragoman", "domain");
        string file = Options.Take(args, "--set") ?? "PLV_train.tsv";
        string path = new[] { Path.Combine(folder, "events", file), Path.Combine(folder, file) }.FirstOrDefault(File.Exists) ?? file;
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"eval plover: no '{file}' in '{folder}'; give the folder with --data and the file's name with --set");
            return 2;
        }

        PloverTally tally = new();
        (int words, double seconds) = Measure(PloverSentence.Read(path), tally);
        string table = tally.Table();
        Console.Write(table);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words / Math.Max(seconds, 0.001):0} words/s, coding alone"));
        if (file == "PLV_train.tsv") await File.WriteAllTextAsync(Path.Combine(Options.Data.Root, Results), Heading + table);
        if (Options.Take(args, "--errors") is { } errors) await File.WriteAllLinesAsync(errors, tally.Errors);
        return 0;
    }

    private static (int Words, double Seconds) Measure(IEnumerable<PloverSentence> sentences, PloverTally tally)
    {
        Problems problems = new();
        Annotator? annotator = Annotator.Load(Options.Data, "en", problems);
        EventReader reader = EventReader.Load(Options.Data, "en", problems);
        problems.ThrowIfAny();
        int words = 0;
        double seconds = 0;
        foreach (PloverSentence sentence in sentences)
        {
            Document document = new(sentence.Text);
            AnnotatedDocument text = annotator!.Annotate(document, [new(0, document.Length)]);
            long start = Stopwatch.GetTimestamp();
            IReadOnlyList<EventCode> events = reader.Read(text);
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            words += text.Tokens.Length;
            tally.Add(sentence, text, events);
        }

        return (words, seconds);
    }
}
