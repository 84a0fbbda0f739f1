using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dragoman.Language;
using Dragoman.Language.Evaluation;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;

namespace Dragoman.Bench;

/// <summary><c>eval en [--ud FOLDER]</c>: the language engine on the test data of Universal Dependencies, after the CoNLL 2018 definition.</summary>
internal static class LanguageCommand
{
    private const string Heading = """
        # The English engine on Universal Dependencies

        F1 in percent after the definition of the CoNLL 2018 shared task; relations without subtypes. "gold" starts from the treebank's own
        words and sentences, "raw" from the restored text with its paragraphs. Reproduce with `./dev eval en` (the fast profile: with `--profile fast`).

        | data | from | tokens | sentences | words | UPOS | XPOS | feats | lemmas | UAS | LAS |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

        """;

    public static async Task<int> RunAsync(string language, string[] args)
    {
        if (Treebanks.Find(Options.Take(args, "--ud")) is not { } treebanks) return 2;
        Problems problems = new();
        Annotator? annotator = Annotator.Load(Options.Data, language, problems, Options.Profile(args));
        problems.ThrowIfAny();
        StringBuilder report = new(Heading);
        foreach ((string name, ImmutableArray<ConlluSentence> gold) in Sets(treebanks))
        {
            Append(report, name, "gold", OnGoldWords(annotator!, gold));
            Append(report, name, "raw", FromText(annotator!, gold));
        }

        Console.Write(report);
        string path = Options.Data.Path($"bench/results/eval-{language}{(Options.Profile(args) == Profile.Fast ? "-fast" : "")}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, report.ToString());
        return 0;
    }

    internal static IEnumerable<(string Name, ImmutableArray<ConlluSentence> Gold)> Sets(Treebanks treebanks)
    {
        foreach (string part in (string[])["dev", "test"])
            if (treebanks.Read("UD_English-EWT", part) is { IsEmpty: false } ewt) yield return ("EWT " + part, ewt);
        ImmutableArray<ConlluSentence> gum = treebanks.Read("UD_English-GUM", "dev");
        if (gum.IsEmpty) yield break;
        yield return ("GUM dev", gum);
        foreach (IGrouping<string, ConlluSentence> genre in gum.GroupBy(Treebanks.GenreOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return ($"GUM dev, {genre.Key}", [.. genre]);
    }

    internal static UdScores OnGoldWords(Annotator annotator, ImmutableArray<ConlluSentence> gold) => UdScorer.Score(gold, annotator.Annotate(gold));

    internal static UdScores FromText(Annotator annotator, ImmutableArray<ConlluSentence> gold)
    {
        ConlluText text = ConlluText.Restore(gold);
        return UdScorer.Score(gold, ConlluExporter.Export(annotator.Annotate(text.Document, text.Blocks), "raw"));
    }

    private static void Append(StringBuilder report, string name, string from, UdScores scores)
    {
        string cells = string.Join(" | ", new[] { scores.Tokens, scores.Sentences, scores.Words, scores.Upos, scores.Xpos, scores.Feats, scores.Lemmas, scores.Uas, scores.Las }
            .Select(tally => (100 * tally.F1).ToString("0.0", CultureInfo.InvariantCulture)));
        report.Append(CultureInfo.InvariantCulture, $"| {name} | {from} | {cells} |\n");
    }
}
