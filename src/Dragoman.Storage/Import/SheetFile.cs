using System.Collections.Immutable;
using System.Text;
using Dragoman.Record;
using Dragoman.Storage.Export.Csv;

namespace Dragoman.Storage.Import;

/// <summary>A cell, or a row, that could not be taken over, and why. Nothing of its row was.</summary>
/// <param name="Row">As a spreadsheet numbers it; the header is row 1.</param>
/// <param name="Column">The header's word; empty for a whole row.</param>
public sealed record SheetProblem(int Row, string Column, string Message)
{
    public override string ToString() => string.Create(null, $"row {Row}{(Column.Length > 0 ? ", " + Column : "")}: {Message}");
}

/// <summary>A CSV file: its text as cited, its header and its rows.</summary>
public sealed record SheetFile(string Path, string Text, ImmutableArray<string> Header, ImmutableArray<SheetRow> Rows)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="LedgerException">DG3060: the file cannot be read, is not UTF-8, or is no CSV with a header.</exception>
    public static SheetFile Read(string path)
    {
        try
        {
            string text = Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
            ImmutableArray<SheetRow> rows = new CsvReader().Read(text);
            if (rows.Length == 0) throw new FormatException("it is empty");
            ImmutableArray<string> header = [.. rows[0].Cells.Select(cell => cell.Text.Trim())];
            if (header.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new FormatException($"the column '{twice.Key}' stands there twice");
            return new(path, text, header, rows.RemoveAt(0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or DecoderFallbackException)
        {
            string why = e is DecoderFallbackException ? "it is not UTF-8; save it as \"CSV UTF-8\"" : e.Message;
            throw new LedgerException("DG3060", $"{path} cannot be read as a CSV file: {why}.", e);
        }
    }

    /// <summary>The cell of a row under a heading, or null if the sheet or the row has none.</summary>
    public SheetCell? Cell(SheetRow row, string column) => Header.IndexOf(column) is >= 0 and var i && i < row.Cells.Length ? row.Cells[i] : null;
}
