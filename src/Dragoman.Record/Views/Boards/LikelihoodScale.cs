using System.Collections.Immutable;
using System.Globalization;

namespace Dragoman.Record.Views.Boards;

/// <summary>A range of probability, in per cent, both ends included.</summary>
public readonly record struct ProbabilityRange(double Low, double High)
{
    public double Middle => (Low + High) / 2;

    /// <summary>The range of what is said not to be.</summary>
    public ProbabilityRange Mirrored => new(100 - High, 100 - Low);

    public override string ToString() => Low == High ? string.Create(CultureInfo.InvariantCulture, $"{Low}%") : string.Create(CultureInfo.InvariantCulture, $"{Low}–{High}%");
}

/// <summary>A row of a scale.</summary>
/// <param name="Language">BCP 47; <c>*</c> for a row that gives a whole class of likelihood its range.</param>
/// <param name="Wording">The words, or the class: <c>likely</c>.</param>
/// <param name="Range">Null for words that the scale leaves out on purpose (ICD 203: "may").</param>
public sealed record LikelihoodRow(string Language, WordPattern Wording, ProbabilityRange? Range)
{
    public required string Text { get; init; }
}

/// <summary>What a scale makes of a wording.</summary>
/// <param name="Range">Null where it gives none.</param>
/// <param name="Basis">The row's wording, the class, or a figure in the text itself; or why there is no range.</param>
public sealed record LikelihoodReading(ProbabilityRange? Range, string Basis);

/// <summary>A named list that gives words of likelihood their ranges, as <c>vocab/likelihood/*.tsv</c> hold it.</summary>
public sealed class LikelihoodScale
{
    private const string AnyLanguage = "*";

    private readonly ImmutableArray<LikelihoodRow> _rows;

    /// <param name="id">The file's name: <c>icd203</c>.</param>
    /// <param name="name">As pages and exports name it.</param>
    /// <param name="rows">Longer wordings go before shorter ones, whatever their order.</param>
    public LikelihoodScale(string id, string name, IEnumerable<LikelihoodRow> rows)
    {
        Id = id;
        Name = name;
        _rows = [.. rows.OrderByDescending(r => r.Text.Length).ThenBy(r => r.Text, StringComparer.Ordinal)];
    }

    public string Id { get; }

    public string Name { get; }

    public ImmutableArray<LikelihoodRow> Rows => _rows;

    /// <summary>
    /// A percentage in the words themselves; else the range of the longest wording in them, turned round where the text denies it; else that
    /// of the class that the reader gave the wording.
    /// </summary>
    /// <param name="wording">The words of the text; null if the record keeps none.</param>
    /// <param name="language">BCP 47.</param>
    /// <param name="likelihood">The class: certain, likely, possible, unlikely, impossible; null if unknown.</param>
    public LikelihoodReading Read(string? wording, string? language, string? likelihood)
    {
        if (wording is not null && Percentage(wording) is { } figure) return new(new(figure, figure), "a figure in the text");
        IReadOnlyList<string> words = WordPattern.Fold(wording ?? "");
        foreach (LikelihoodRow row in _rows.Where(r => r.Language == language))
        {
            if (!Enumerable.Range(0, words.Count).Any(at => row.Wording.Matches(words, at))) continue;
            if (row.Range is not { } range) return new(null, $"{Name} gives “{row.Text}” no range");
            return Sign(range) * Sign(likelihood) < 0 ? new(range.Mirrored, $"not “{row.Text}”") : new(range, $"“{row.Text}”");
        }

        return _rows.FirstOrDefault(r => r.Language == AnyLanguage && r.Text == likelihood) is { Range: { } whole }
            ? new(whole, $"as “{likelihood}”")
            : new(null, likelihood is null ? "no wording of likelihood" : $"{Name} gives “{likelihood}” no range");
    }

    private static double? Percentage(string wording)
    {
        int end = wording.IndexOf('%', StringComparison.Ordinal);
        if (end < 0) return null;
        int last = end;
        while (last > 0 && char.IsWhiteSpace(wording[last - 1])) last--;
        int first = last;
        while (first > 0 && (char.IsAsciiDigit(wording[first - 1]) || wording[first - 1] is '.' or ',')) first--;
        string digits = wording[first..last].Replace(',', '.');
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= 100 ? value : null;
    }

    private static int Sign(ProbabilityRange range) => range.Middle.CompareTo(50);

    private static int Sign(string? likelihood) => likelihood switch { "certain" or "likely" => 1, "unlikely" or "impossible" => -1, _ => 0 };
}
