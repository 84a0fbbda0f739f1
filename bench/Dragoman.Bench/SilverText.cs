using System.Collections.Immutable;
using System.Text.Json;
using Dragoman.Language;
using Dragoman.Language.Training;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>
/// Raw text under licences that allow any use, which the accurate model parses for the fast one to learn from: the Wikipedia paragraphs of GAP and
/// the statements of the White House.
/// </summary>
internal sealed class SilverText
{
    public const string Gap = "coref/gap/gap-development.tsv";
    public const string GapMore = "coref/gap/gap-validation.tsv";
    public const string WhiteHouse = "domain/news/yemen_truce_whitehouse_2022_2024.jsonl";
    /// <summary>Name, licence and file of each.</summary>
    public static ImmutableArray<(string Name, string Licence, string File)> Sources { get; } =
    [
        ("GAP development", "Apache-2.0, its text CC BY-SA 3.0", Gap), ("GAP validation", "Apache-2.0, its text CC BY-SA 3.0", GapMore),
        ("White House statements", "CC0", WhiteHouse),
    ];

    private const int GapText = 1; // column
    private const int ShortestSentence = 4;

    private readonly string _folder;

    /// <param name="folder">That above <c>coref</c> and <c>domain</c>; what is missing there is left out, with a message.</param>
    public SilverText(string folder) => _folder = folder;

    /// <summary>The sentences as the teacher reads them, without names.</summary>
    public IEnumerable<SourceSentence> Parse(Annotator teacher)
    {
        foreach (string text in Paragraphs(Gap).Concat(Paragraphs(GapMore)).Concat(Statements()).Distinct(StringComparer.Ordinal))
        {
            AnnotatedDocument read = teacher.Annotate(new(text), [new(0, text.Length)]);
            foreach (ConlluSentence sentence in ConlluExporter.Export(read, "silver"))
                if (sentence.Words.Length >= ShortestSentence) yield return new([.. sentence.Words.Select(word => word.Form)], sentence, []);
        }
    }

    private IEnumerable<string> Paragraphs(string file) => Lines(file).Skip(1).Select(line => line.Split('\t')[GapText].Replace("``", "\"", StringComparison.Ordinal).Replace("''", "\"", StringComparison.Ordinal));

    private IEnumerable<string> Statements() => Lines(WhiteHouse).SelectMany(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private IEnumerable<string> Lines(string file)
    {
        string path = Path.Combine(_folder, file);
        if (File.Exists(path)) return File.ReadLines(path);
        Console.Error.WriteLine($"{path} is missing; it is left out");
        return [];
    }
}
