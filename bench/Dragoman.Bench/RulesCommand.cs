using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Frames;
using Dragoman.Reading.Intake;

namespace Dragoman.Bench;

/// <summary>
/// <c>eval rules [--news FOLDER]</c>: what share of the reading time the frame rules take, as they are and with ten times as many. The nine more for each
/// rule have its triggers and paths under other ids, which is the worst case: each fires wherever the rule does. Writes <c>bench/results/eval-rules.md</c>.
/// </summary>
internal static partial class RulesCommand
{
    private const string Language = "en";
    private const string Results = "bench/results/eval-rules.md";
    private const int MaximumArticles = 60;
    private const int WarmUp = 8;
    private const int Times = 10;

    public static async Task<int> RunAsync(string[] args)
    {
        string file = Path.Combine(News.NewsFolder.Path(args), "syria_2016_reuters_wapo.jsonl");
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"eval rules: skipped, '{file}' is missing; give the folder that holds it with --news");
            return 2;
        }

        string report = Report([.. new ArticleIntake().Take([file]).Select(arrival => arrival.Article).OfType<Article>().Take(MaximumArticles)]);
        Console.Write(report);
        await File.WriteAllTextAsync(Options.Data.Path(Results), report);
        return 0;
    }

    private static string Report(ImmutableArray<Article> articles)
    {
        Reader reader = Reader.Load(Options.Data, Language);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dragoman-rules-");
        try
        {
            FrameReader many = Multiply(folder.FullName);
            double before = 0;
            double plain = 0;
            double tenfold = 0;
            foreach (Article article in articles.Take(WarmUp).Concat(articles))
            {
                Annotations annotations = null!;
                double annotating = Measure(() => annotations = reader.Annotate(article));
                double once = Measure(() => reader.Frames.Read(annotations));
                double often = Measure(() => many.Read(annotations));
                if (ReferenceEquals(article, articles[0])) (before, plain, tenfold) = (0, 0, 0); // the last of the warming up
                before += annotating;
                plain += once;
                tenfold += often;
            }

            return Table(articles.Length, reader.Frames.Rules.Length, before, (plain, tenfold));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Table(int articles, int rules, double before, (double Once, double Often) spent) => string.Create(CultureInfo.InvariantCulture, $"""
        # What the rules cost

        `./dev eval rules`; {articles} news articles, processor time of one thread. The added rules are copies of the {rules} under other ids: each fires wherever
        its original does, which is the worst case. What comes before the rules are regions, trees, times, actors and attributions.

        | | ms a document | share of reading |
        | --- | ---: | ---: |
        | all that comes before the rules | {1000 * before / articles:0.0} | |
        | {rules} rules | {1000 * spent.Once / articles:0.0} | {100 * spent.Once / (before + spent.Once):0.0} % |
        | {Times * rules} rules | {1000 * spent.Often / articles:0.0} | {100 * spent.Often / (before + spent.Often):0.0} % |

        """);

    /// <summary>A folder with the language's lists and its rules ten times over.</summary>
    private static FrameReader Multiply(string folder)
    {
        string lists = Options.Data.Path($"lang/{Language}");
        foreach (string file in Directory.EnumerateFiles(lists).Concat(Directory.EnumerateFiles(Path.Combine(lists, "frames"))))
        {
            string copy = Path.Combine(folder, "lang", Language, Path.GetRelativePath(lists, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            string text = File.ReadAllText(file);
            int rules = Path.GetExtension(file) == ".yml" ? text.IndexOf("\nrules:\n", StringComparison.Ordinal) : -1;
            File.WriteAllText(copy, rules < 0 || Path.GetFileName(Path.GetDirectoryName(file)) != "frames" ? text : text + string.Concat(Enumerable.Range(2, Times - 1)
                .Select(n => "\n" + Id().Replace(text[(rules + "\nrules:\n".Length)..], match => match.Value + "-" + n.ToString(CultureInfo.InvariantCulture)))));
        }

        Problems problems = new();
        FrameReader reader = FrameReader.Load(new DataFolder(folder), Language, problems);
        problems.ThrowIfAny();
        return reader;
    }

    private static double Measure(Action action)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan start = process.TotalProcessorTime;
        action();
        process.Refresh();
        return (process.TotalProcessorTime - start).TotalSeconds;
    }

    [GeneratedRegex("^  - id: .+$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
