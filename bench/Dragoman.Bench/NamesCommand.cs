using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>
/// <c>eval names</c>: the names that the annotator finds in raw text, exact in extent and type, against UNER (EWT) and the Worldwide Newswire, whose
/// articles no model learns from.
/// </summary>
internal static class NamesCommand
{
    private static readonly ImmutableArray<NameType> Reported = [NameType.Person, NameType.Organisation, NameType.Place, NameType.Group];

    public static async Task<int> RunAsync(string[] args)
    {
        if (Treebanks.Find(Options.Take(args, "--ud")) is not { } treebanks) return 2;
        Problems problems = new();
        Annotator? annotator = Annotator.Load(Options.Data, "en", problems);
        problems.ThrowIfAny();
        StringBuilder report = new("# Names in English text\n\nF1 in percent, extent and type exact, from raw text. Reproduce with `./dev eval names`.\n\n| data | person | organisation | place | group |\n| --- | --- | --- | --- | --- |\n");
        foreach (string part in (string[])["dev", "test"])
            Append(report, "UNER EWT " + part, annotator!, Columns(Path.Combine(treebanks.Above, string.Format(CultureInfo.InvariantCulture, EnglishCorpora.Uner, part)), 1, 2));
        string newswire = Path.Combine(treebanks.Above, "ner/worldwide_newswire/processed_annotated");
        if (Directory.Exists(newswire))
            Append(report, "Worldwide Newswire", annotator!, [.. Directory.EnumerateFiles(newswire).Order(StringComparer.Ordinal).SelectMany(file => Columns(file, 0, 1))]);
        Console.Write(report);
        await File.WriteAllTextAsync(Options.Data.Path("bench/results/eval-names.md"), report.ToString());
        return 0;
    }

    private static void Append(StringBuilder report, string data, Annotator annotator, IReadOnlyList<NamedSentence> sentences)
    {
        Dictionary<NameType, (int Found, int Expected, int Right)> counts = Reported.ToDictionary(type => type, _ => (0, 0, 0));
        foreach (NamedSentence sentence in sentences) Count(annotator, sentence, counts);
        report.Append(CultureInfo.InvariantCulture, $"| {data} | {string.Join(" | ", Reported.Select(type => Cell(counts[type])))} |\n");
    }

    private static string Cell((int Found, int Expected, int Right) count) =>
        count.Expected == 0 ? "" : (200.0 * count.Right / (count.Found + count.Expected)).ToString("0.0", CultureInfo.InvariantCulture);

    private static void Count(Annotator annotator, NamedSentence sentence, Dictionary<NameType, (int Found, int Expected, int Right)> counts)
    {
        StringBuilder text = new();
        List<TextSpan> words = [];
        foreach (string form in sentence.Forms)
        {
            words.Add(new(text.Length, text.Length + form.Length));
            text.Append(form).Append(' ');
        }

        AnnotatedDocument read = annotator.Annotate(new(text.ToString()), [new(0, text.Length)]);
        HashSet<(TextSpan, NameType)> expected = [];
        foreach (AnnotatedName name in sentence.Names)
            if (TypeOf(name) is { } type) expected.Add((new(words[name.First].Start, words[name.End - 1].End), type));
        foreach ((TextSpan _, NameType type) in expected) counts[type] = counts[type] with { Expected = counts[type].Expected + 1 };
        foreach (Name name in read.Names)
        {
            if (!counts.TryGetValue(name.Type, out (int Found, int Expected, int Right) count)) continue;
            bool right = expected.Contains((read.SpanOf(name.First, name.End), name.Type));
            counts[name.Type] = (count.Found + 1, count.Expected, count.Right + (right ? 1 : 0));
        }
    }

    /// <summary>The type of a name whose data give one that is reported.</summary>
    private static NameType? TypeOf(AnnotatedName name)
    {
        foreach (NameType type in Reported)
            if (name.Types == AnnotatedName.Bit(type)) return type;
        return null;
    }

    private static ImmutableArray<NamedSentence> Columns(string path, int formColumn, int labelColumn)
    {
        if (!File.Exists(path)) return [];
        using StreamReader text = new(path);
        return NameReader.Read(text, formColumn, labelColumn);
    }
}
