using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Attributions;
using Dragoman.Reading.Intake;
using Dragoman.Record;

namespace Dragoman.Bench;

/// <summary>
/// <c>eval statements [--data FOLDER] [--errors FILE]</c>: compares the statements of readings with PolNeAR (news on politics, development part, the first
/// annotator of each article) and writes <c>bench/results/eval-statements.md</c>. The texts stay where they are.
/// </summary>
internal static class StatementsCommand
{
    private const string Language = "en";
    private const string Results = "bench/results/eval-statements.md";

    public static async Task<int> RunAsync(string[] args)
    {
        string folder = Option(args, "--data")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "dragoman", "quotes");
        string file = Path.Combine(folder, "polnear", "dev.jsonl");
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"eval statements: '{file}' is missing; give the folder that holds polnear/dev.jsonl with --data");
            return 2;
        }

        DataFolder data = new(Environment.GetEnvironmentVariable("DRAGOMAN_DATA") ?? ".");
        (AttributionTally tally, double seconds, long words) = Measure(data, await File.ReadAllLinesAsync(file));
        string table = tally.Table();
        Console.Write(table);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words / Math.Max(seconds, 0.001):0} words/s, all steps of reading"));
        await File.WriteAllTextAsync(Path.Combine(data.Root, Results), Heading + table);
        if (Option(args, "--errors") is { } errors) await File.WriteAllLinesAsync(errors, tally.Errors);
        return 0;
    }

    private const string Heading = """
        # Statements against PolNeAR (development part)

        `./dev eval statements`; 84 news articles on politics, the first annotator of each, all attributions (nested ones and opinions too).
        Content is compared by its letters and digits, without a leading complementizer: overlap is intersection over union. A source is right if its
        words share a part with those that were annotated. Speech cues are reporting verbs: those that the list marks as speech, taking a clause and able to follow it.


        """;

    private static (AttributionTally Tally, double Seconds, long Words) Measure(DataFolder data, string[] lines)
    {
        Reader reader = Reader.Load(data, Language);
        Problems problems = new();
        AttributionCompare compare = new(
            Annotator.Load(data, Language, problems)!, CueLexicon.Load(data, Language, problems), AttributionWords.Load(data, Language, problems));
        problems.ThrowIfAny();
        AttributionTally tally = new();
        HashSet<string> seen = new(StringComparer.Ordinal);
        double seconds = 0;
        long words = 0;
        foreach (JsonNode document in lines.Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!))
        {
            string name = document["doc"]!.GetValue<string>();
            if (!seen.Add(name)) continue;
            Article article = new() { Id = name, Source = name, Document = new(document["text"]!.GetValue<string>()) };
            long start = Stopwatch.GetTimestamp();
            DocumentReading reading = reader.Read(article);
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            words += article.Document.Text.Count(char.IsWhiteSpace);
            tally.Add(name, [.. reading.Statements.Select(statement => compare.Of(article.Document, statement))], compare.Annotated(article.Document, document["attributions"]!.AsArray()));
        }

        return (tally, seconds, words);
    }

    private static string? Option(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
