using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Language.Packs;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Boards;

/// <summary>Reads <c>vocab/likelihood/scales.tsv</c> and the scale that each of its rows names. docs/forecasts.md explains the files.</summary>
internal static class LikelihoodFiles
{
    private const string Folder = "vocab/likelihood";

    private static readonly string[] Classes = ["certain", "likely", "possible", "unlikely", "impossible"];

    public static ImmutableArray<LikelihoodScale> Read(DataFolder data, Problems problems) =>
        [.. Tsv.Read(data, Folder + "/scales.tsv", ["scale", "name", "source"], problems)
            .Select(row => new LikelihoodScale(row[0], row[1], Tsv.Read(data, $"{Folder}/{row[0]}.tsv", ["language", "wording", "low", "high"], problems).Select(line => Row(line, problems)).OfType<LikelihoodRow>()))];

    private static LikelihoodRow? Row(TsvRow row, Problems problems)
    {
        bool isEmpty = row[2].Length == 0 && row[3].Length == 0;
        double low = 0;
        double high = 0;
        if (!isEmpty && !(TryRead(row[2], out low) && TryRead(row[3], out high) && low <= high)) return Refuse(row, 2, "low and high are per cents from 0 to 100, low first, or both are empty", problems);
        if (row[0] == "*" && !Classes.Contains(row[1])) return Refuse(row, 1, $"a class of likelihood is one of {string.Join(", ", Classes)}", problems);
        if (WordPattern.Parse(row[1]) is not { } wording) return Refuse(row, 1, "a wording needs at least one letter", problems);
        return new(row[0], wording, isEmpty ? null : new ProbabilityRange(low, high)) { Text = row[1].Replace("~", "", StringComparison.Ordinal) };
    }

    private static bool TryRead(string cell, out double value) =>
        double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is >= 0 and <= 100;

    private static LikelihoodRow? Refuse(TsvRow row, int cell, string message, Problems problems)
    {
        problems.Add(row.File, row.Line, row.ColumnOf(cell), "DG1113", message);
        return null;
    }
}
