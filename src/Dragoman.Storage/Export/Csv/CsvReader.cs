using System.Collections.Immutable;
using System.Text;

namespace Dragoman.Storage.Export.Csv;

/// <summary>A cell as it stands in a file.</summary>
/// <param name="Text">What it says, without quotation marks.</param>
/// <param name="Start">Where that begins in the file's text, in UTF-16 code units: after an opening quotation mark.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct SheetCell(string Text, int Start, int End);

/// <summary>A row with its number in a spreadsheet (the header is row 1) and its place in the file's text, without the line break.</summary>
public sealed record SheetRow(int Number, int Start, int End, ImmutableArray<SheetCell> Cells);

/// <summary>
/// Reads a CSV file as spreadsheets write it: commas, semicolons or tabs (told from the first line), any line break, quoted cells with
/// breaks in them. Empty rows are left out; nothing else is, and nothing is guessed about types.
/// </summary>
public sealed class CsvReader
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="text">The file without a byte order mark.</param>
    /// <exception cref="FormatException">A quoted cell is never closed.</exception>
    public ImmutableArray<SheetRow> Read(string text)
    {
        char separator = SeparatorOf(text);
        ImmutableArray<SheetRow>.Builder rows = ImmutableArray.CreateBuilder<SheetRow>();
        int at = 0;
        for (int number = 1; at < text.Length; number++)
        {
            SheetRow row = ReadRow(text, ref at, separator, number);
            if (row.Cells.Any(cell => cell.Text.Length > 0)) rows.Add(row);
        }

        return rows.ToImmutable();
    }

    /// <summary>The separator that stands most often in the first line, outside quotation marks.</summary>
    private static char SeparatorOf(string text)
    {
        int[] counts = new int[Separators.Length];
        bool isQuoted = false;
        foreach (char c in text)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (c is '\r' or '\n' && !isQuoted) break;
            else if (!isQuoted && Array.IndexOf(Separators, c) is >= 0 and var which) counts[which]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private static SheetRow ReadRow(string text, ref int at, char separator, int number)
    {
        int start = at;
        ImmutableArray<SheetCell>.Builder cells = ImmutableArray.CreateBuilder<SheetCell>();
        while (true)
        {
            cells.Add(at < text.Length && text[at] == '"' ? ReadQuoted(text, ref at, separator, number) : ReadPlain(text, ref at, separator));
            if (at >= text.Length || text[at] != separator) break;
            at++;
        }

        int end = at;
        if (at < text.Length && text[at] == '\r') at++;
        if (at < text.Length && text[at] == '\n') at++;
        return new(number, start, end, cells.ToImmutable());
    }

    private static SheetCell ReadPlain(string text, ref int at, char separator)
    {
        int start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) at++;
        return new(text[start..at], start, at);
    }

    private static SheetCell ReadQuoted(string text, ref int at, char separator, int number)
    {
        int start = ++at;
        StringBuilder cell = new();
        for (; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[++at]);
                continue;
            }

            int end = at++;
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) cell.Append(text[at++]); // what follows a closing mark is kept
            return new(cell.ToString(), start, end);
        }

        throw new FormatException(string.Create(null, $"a quotation mark in row {number} is never closed"));
    }
}
