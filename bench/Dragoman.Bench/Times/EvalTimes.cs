using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Times;

namespace Dragoman.Bench.Times;

/// <summary><c>eval times [--data FOLDER] [--errors]</c>: English time expressions against TimeBank and AQUAINT of TempEval-3.</summary>
internal static class EvalTimes
{
    private static readonly string[] Corpora = ["TimeBank", "AQUAINT"];

    public static async Task<int> RunAsync(string[] args)
    {
        int at = Array.IndexOf(args, "--data");
        string data = at >= 0 && at + 1 < args.Length ? args[at + 1] : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/dragoman/timex");
        string corpus = Path.Combine(data, "tempeval3", "TBAQ-cleaned");
        if (!Directory.Exists(corpus))
        {
            Console.Error.WriteLine($"eval times: {corpus} is not there; unpack TempEval-3's TBAQ-cleaned below FOLDER/tempeval3 and give --data FOLDER");
            return 2;
        }

        string root = Environment.GetEnvironmentVariable("DRAGOMAN_DATA") ?? Directory.GetCurrentDirectory();
        Problems problems = new();
        TimexTagger tagger = TimexTagger.Load(new(root), "en", problems);
        Annotator? annotator = Annotator.Load(new(root), "en", problems);
        problems.ThrowIfAny();
        string report = Measure(corpus, tagger, annotator!, args.Contains("--errors"));
        Console.Write(report);
        string results = Path.Combine(root, "bench", "results");
        Directory.CreateDirectory(results);
        await File.WriteAllTextAsync(Path.Combine(results, "eval-times.md"), report);
        return 0;
    }

    private static string Measure(string folder, TimexTagger tagger, Annotator annotator, bool printErrors)
    {
        List<string> rows = [];
        List<(AnnotatedDocument Text, TimexReference? Created)> texts = [];
        TimexScore total = new();
        foreach (string name in Corpora)
        {
            TimexScore score = new();
            foreach (TimexDocument document in TimexDocument.ReadFolder(Path.Combine(folder, name)))
            {
                AnnotatedDocument text = annotator.Annotate(new Document(document.Text), document.Blocks);
                texts.Add((text, document.Created));
                ImmutableArray<Timex> found = tagger.Tag(text, document.Created);
                total.Add(document, found);
                foreach (string error in score.Add(document, found))
                    if (printErrors) Console.WriteLine(error);
            }

            rows.AddRange(score.Rows(name));
        }

        rows.AddRange(total.Rows("both"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Time expressions: TempEval-3

            `./dev eval times`. Relaxed: the spans overlap; strict: they are the same; type and value as in gold, among relaxed matches. For comparison,
            HeidelTime on the Platinum set of TempEval-3: .903 / .813 / value .776.

            | corpus | measure | P | R | F1 |
            | --- | --- | --- | --- | --- |
            {string.Join('\n', rows)}

            Words a second, tagging alone, one thread: {WordsPerSecond(tagger, texts):N0}.

            """);
    }

    /// <summary>The best of several passes over all texts, so that neither compilation nor a neighbour on the machine counts.</summary>
    private static double WordsPerSecond(TimexTagger tagger, List<(AnnotatedDocument Text, TimexReference? Created)> texts)
    {
        const int Passes = 8;
        int words = texts.Sum(text => text.Text.Document.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        TimeSpan best = TimeSpan.MaxValue;
        for (int pass = 0; pass < Passes; pass++)
        {
            long start = Stopwatch.GetTimestamp();
            foreach ((AnnotatedDocument text, TimexReference? created) in texts) tagger.Tag(text, created);
            TimeSpan spent = Stopwatch.GetElapsedTime(start);
            if (spent < best) best = spent;
        }

        return words / best.TotalSeconds;
    }
}
