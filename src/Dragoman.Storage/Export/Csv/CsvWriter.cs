using System.Buffers;
using System.Text;
using Dragoman.Storage.Export.Tables;

namespace Dragoman.Storage.Export.Csv;

/// <summary>Writes a table as RFC 4180 has it: UTF-8 without a byte order mark, commas, CRLF, a header line; see <see cref="CsvCell"/> for formulas.</summary>
public sealed class CsvWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n;\t");

    public byte[] Write(Table table)
    {
        StringBuilder text = new();
        AppendLine(text, table.Columns.Select(column => column.Name));
        foreach (var row in table.Rows) AppendLine(text, row.Select(cell => cell is string words ? CsvCell.Protect(words) : Table.TextOf(cell)));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells)
    {
        bool isFirst = true;
        foreach (string cell in cells)
        {
            if (!isFirst) text.Append(',');
            isFirst = false;
            if (cell.AsSpan().ContainsAny(Special) || cell.StartsWith(' ') || cell.EndsWith(' ')) text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else text.Append(cell);
        }

        text.Append("\r\n");
    }
}
