using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Storage.Import;

/// <summary>Whether a cell still says what was exported, after a spreadsheet has rewritten line breaks, numbers and dates in its own way.</summary>
internal static class SameCell
{
    private static readonly LocalDatePattern[] Dates = [.. new[] { "uuuu-MM-dd", "d.M.uuuu", "M/d/uuuu", "d/M/uuuu", "d-M-uuuu" }.Select(LocalDatePattern.CreateWithInvariantCulture)];

    public static bool Holds(string exported, string found)
    {
        string before = Plain(exported);
        string after = Plain(found);
        if (before == after) return true;
        if (decimal.TryParse(before, NumberStyles.Integer, CultureInfo.InvariantCulture, out decimal number)) return decimal.TryParse(after, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal other) && number == other;
        return LocalDatePattern.Iso.Parse(before) is { Success: true, Value: LocalDate day } && Dates.Any(pattern => pattern.Parse(after) is { Success: true } read && read.Value == day);
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
