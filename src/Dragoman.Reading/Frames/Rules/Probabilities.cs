using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>
/// What words of probability say (<c>probability.tsv</c>): the likelihood they express, and the one they express when negated.
/// The ranges are those of ICD 203 (Office of the Director of National Intelligence, Analytic Standards, 2015).
/// </summary>
internal sealed class Probabilities
{
    /// <summary>The word class that holds the phrases of the table.</summary>
    public const string Class = "probability";

    public static readonly string[] Header = ["phrase", "likelihood", "negated", "low", "high"];

    private readonly Phrases<(string Plain, string Negated)> _phrases = new();

    public static string FileOf(string language) => $"lang/{language}/probability.tsv";

    public static Probabilities Load(DataFolder data, string language, Problems problems)
    {
        Probabilities probabilities = new();
        if (!data.Has(FileOf(language))) return probabilities;
        IReadOnlyList<string> known = FindingSchema.Find(FindingKind.Forecast, "likelihood")!.Words;
        foreach (TsvRow row in Tsv.Read(data, FileOf(language), Header, problems))
        {
            foreach (int cell in new[] { 1, 2 })
                if (!known.Contains(row[cell])) problems.Add(row.File, row.Line, row.ColumnOf(cell), "DG1047", $"'{row[cell]}' must be one of: {string.Join(' ', known)}");
            probabilities._phrases.Add(row[0], (row[1], row[2]));
        }

        return probabilities;
    }

    /// <summary>The likelihood that the phrase <c>[first, end)</c> expresses, or null if it is not in the table.</summary>
    public string? Of(AnnotatedDocument text, int first, int end, bool negated)
    {
        Reading reading = new() { End = end };
        _phrases.At(text, first, reading, static (reading, hit) =>
        {
            if (hit.End == reading.End) reading.Found = hit.Value;
        });
        return reading.Found is { } found ? (negated ? found.Negated : found.Plain) : null;
    }

    private sealed class Reading
    {
        public required int End { get; init; }

        public (string Plain, string Negated)? Found { get; set; }
    }
}
