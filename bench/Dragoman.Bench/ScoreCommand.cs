using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Dragoman.Bench;

/// <summary>
/// <c>score SYSTEM.jsonl [--gold FOLDER] [--floors FILE] [--raise] [ARGS for score.py]</c>: compares readings with the gold ones by the gold folder's own
/// <c>score.py</c>, prints its table and holds the floors.
/// </summary>
internal static class ScoreCommand
{
    private const string Language = "en";

    public static async Task<int> RunAsync(string[] args)
    {
        List<string> rest = [.. args];
        string gold = Take(rest, "--gold") ?? Path.Combine(Environment.GetEnvironmentVariable("DRAGOMAN_SHARED") ?? "../shared", "gold");
        string floorsFile = Take(rest, "--floors") ?? "cases/floors.json";
        bool raise = rest.Remove("--raise");
        string script = Path.Combine(gold, "score.py");
        string goldFile = Path.Combine(gold, "dev.gold.jsonl");
        if (rest.Count == 0 || !File.Exists(script) || !File.Exists(goldFile))
        {
            Console.Error.WriteLine($"score: needs a file of readings, and score.py and dev.gold.jsonl in '{gold}'; give the folder with --gold or DRAGOMAN_SHARED");
            return 2;
        }

        string table = await RunScriptAsync(script, [rest[0], goldFile, "--language", Language, .. rest.Skip(1)]);
        Console.Write(table);
        return Hold(Scores(table), floorsFile, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(goldFile))), raise);
    }

    /// <summary>F1 of each layer of the table; for times, of which gold holds only those in use, recall.</summary>
    internal static SortedDictionary<string, double> Scores(string table)
    {
        SortedDictionary<string, double> scores = new(StringComparer.Ordinal);
        foreach (string line in table.Split('\n').SkipWhile(line => !line.StartsWith("layer", StringComparison.Ordinal)).Skip(1))
        {
            if (line.Length < 27) continue;
            string name = line[..26].Trim();
            string[] cells = line[26..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int column = cells.Length == 1 ? 0 : name.StartsWith("times", StringComparison.Ordinal) ? 1 : 2;
            if (double.TryParse(cells[column], CultureInfo.InvariantCulture, out double score)) scores[name] = score;
        }

        return scores;
    }

    private static int Hold(SortedDictionary<string, double> scores, string floorsFile, string corpus, bool raise)
    {
        Floors floors = Floors.Load(floorsFile);
        if (raise)
        {
            floors.Raise(corpus, scores);
            floors.Save(floorsFile);
            Console.WriteLine($"floors raised in {floorsFile}");
        }
        else if (floors.Corpus != corpus)
        {
            Console.WriteLine($"the floors in {floorsFile} belong to another corpus and are not compared; --raise takes this one");
            return 0;
        }

        IReadOnlyList<string> breaches = floors.Breaches(scores);
        foreach (string breach in breaches) Console.Error.WriteLine("score: " + breach);
        return breaches.Count == 0 ? 0 : 1;
    }

    private static async Task<string> RunScriptAsync(string script, IEnumerable<string> arguments)
    {
        using Process python = new() { StartInfo = new("python3", [script, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false } };
        python.Start();
        string output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return output;
    }

    private static string? Take(List<string> args, string option)
    {
        int at = args.IndexOf(option);
        if (at < 0 || at + 1 >= args.Count) return null;
        string value = args[at + 1];
        args.RemoveRange(at, 2);
        return value;
    }
}
