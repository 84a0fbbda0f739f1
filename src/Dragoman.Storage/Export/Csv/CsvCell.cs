namespace Dragoman.Storage.Export.Csv;

/// <summary>
/// Text as a cell that no spreadsheet takes for a formula, and back. A text that begins with a character that opens a formula
/// (after any apostrophes) gets one apostrophe before it; reading takes that one away, so every text comes back as it was.
/// </summary>
public static class CsvCell
{
    private const char Guard = '\'';
    private static readonly char[] Openers = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    public static string Protect(string text) => OpensFormula(text) ? Guard + text : text;

    public static string Unprotect(string cell) => cell.Length > 0 && cell[0] == Guard && OpensFormula(cell) ? cell[1..] : cell;

    private static bool OpensFormula(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart(Guard);
        return rest.Length > 0 && Openers.Contains(rest[0]);
    }
}
