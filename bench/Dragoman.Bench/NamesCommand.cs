using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dragoman.Language;
using Dragoman.Language.Packs;

namespace Dragoman.Bench;

/// <summary>
/// <c>eval names [--profile accurate|fast] [--spans FILE]</c>: the names that the annotator finds in raw text, exact in extent and type, against UNER
/// (EWT), the Worldwide Newswire and re3d, from which no model learns. With <c>--spans</c> every name found or expected is written to a file.
/// </summary>
internal static class NamesCommand
{
    private const string Heading = """
        # Names in English text

        F1 in percent, extent and type exact, from raw text, whole documents; "all three" are people, organisations and places together. "lists"
        are the same lists and rules without the model: runs of capitalised words, of the type that the lists know. Reproduce with `./dev eval names`.

        | data | names by | documents | person | organisation | place | all three | precision | recall | group |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

        """;

    private static readonly ImmutableArray<NameType> Three = [NameType.Person, NameType.Organisation, NameType.Place];

    public static async Task<int> RunAsync(string[] args)
    {
        if (Treebanks.Find(Options.Take(args, "--ud")) is not { } treebanks) return 2;
        Problems problems = new();
        bool onlyOne = Options.Take(args, "--spans") is not null;
        Annotator? annotator = Annotator.Load(Options.Data, "en", problems, Options.Profile(args));
        Annotator? fast = onlyOne ? null : Annotator.Load(Options.Data, "en", problems, Profile.Fast);
        problems.ThrowIfAny();
        ListedNames listed = new(EnglishLists.Load(Options.Data).Words);
        StringBuilder report = new(Heading);
        StringBuilder spans = new();
        foreach ((string data, ImmutableArray<NamedDocument> documents) in NameCorpora.All(treebanks.Above))
        {
            Append(report, spans, data, Options.Profile(args) == Profile.Fast ? "fast" : "accurate", documents, document => Found(annotator!, document, read => read.Names));
            if (onlyOne) continue;
            Append(report, new(), data, "fast", documents, document => Found(fast!, document, read => read.Names));
            Append(report, new(), data, "lists", documents, document => Found(annotator!, document, listed.Find));
        }

        Console.Write(report);
        if (Options.Take(args, "--spans") is { } file) await File.WriteAllTextAsync(file, spans.ToString());
        else await File.WriteAllTextAsync(Options.Data.Path("bench/results/eval-names.md"), report.ToString());
        return 0;
    }

    private static ImmutableArray<(TextSpan Span, NameType Type)> Found(Annotator annotator, NamedDocument document, Func<AnnotatedDocument, IEnumerable<Name>> names)
    {
        AnnotatedDocument read = annotator.Annotate(new(document.Text), document.Blocks);
        return [.. names(read).Select(name => (read.SpanOf(name.First, name.End), name.Type))];
    }

    private static void Append(StringBuilder report, StringBuilder spans, string data, string by, ImmutableArray<NamedDocument> documents, Func<NamedDocument, ImmutableArray<(TextSpan Span, NameType Type)>> find)
    {
        NameTally tally = new();
        for (int i = 0; i < documents.Length; i++)
        {
            ImmutableArray<(TextSpan Span, NameType Type)> found = find(documents[i]);
            tally.Count(documents[i].Names, found);
            foreach ((TextSpan span, NameType type) in documents[i].Names) Write(spans, data, i, "expected", type, documents[i].Text, span);
            foreach ((TextSpan span, NameType type) in found) Write(spans, data, i, "found", type, documents[i].Text, span);
        }

        string cells = string.Join(" | ", Three.Select(type => Percent(tally.Of(type).F1)));
        Tally three = tally.Of([.. Three]);
        report.Append(CultureInfo.InvariantCulture,
            $"| {data} | {by} | {documents.Length} | {cells} | {Percent(three.F1)} | {Percent(three.Precision)} | {Percent(three.Recall)} | {Percent(tally.Of(NameType.Group).F1)} |\n");
    }

    private static string Percent(double? share) => share is { } value ? (100 * value).ToString("0.0", CultureInfo.InvariantCulture) : "";

    private static void Write(StringBuilder spans, string data, int document, string kind, NameType type, string text, TextSpan span)
    {
        string context = text[Math.Max(0, span.Start - 40)..Math.Min(text.Length, span.End + 40)].ReplaceLineEndings(" ");
        spans.Append(CultureInfo.InvariantCulture, $"{data}\t{document}\t{span.Start}\t{span.End}\t{kind}\t{type}\t{text[span.Start..span.End].ReplaceLineEndings(" ")}\t{context}\n");
    }

    /// <summary>Of a kind of names how many were found, expected, and right.</summary>
    private readonly record struct Tally(int Found, int Expected, int Right)
    {
        public double? F1 => Expected == 0 ? null : 2.0 * Right / (Found + Expected);

        public double? Precision => Found == 0 ? null : (double)Right / Found;

        public double? Recall => Expected == 0 ? null : (double)Right / Expected;
    }

    private sealed class NameTally
    {
        private readonly Dictionary<NameType, Tally> _tallies = [];

        public void Count(ImmutableArray<(TextSpan, NameType)> expected, ImmutableArray<(TextSpan, NameType)> found)
        {
            foreach ((TextSpan _, NameType type) in expected) Add(type, new(0, 1, 0));
            foreach ((TextSpan span, NameType type) in found) Add(type, new(1, 0, expected.Contains((span, type)) ? 1 : 0));
        }

        public Tally Of(params ReadOnlySpan<NameType> types)
        {
            Tally sum = default;
            foreach (NameType type in types)
                if (_tallies.TryGetValue(type, out Tally tally)) sum = new(sum.Found + tally.Found, sum.Expected + tally.Expected, sum.Right + tally.Right);
            return sum;
        }

        private void Add(NameType type, Tally more)
        {
            Tally sum = _tallies.GetValueOrDefault(type);
            _tallies[type] = new(sum.Found + more.Found, sum.Expected + more.Expected, sum.Right + more.Right);
        }
    }
}
