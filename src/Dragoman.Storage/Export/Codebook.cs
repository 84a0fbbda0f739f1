using System.Collections.Immutable;
using System.Text;
using Dragoman.Record;
using Dragoman.Storage.Export.Tables;

namespace Dragoman.Storage.Export;

/// <summary>The codebook of an export: every column of every table with its type, meaning and codes.</summary>
public sealed class Codebook
{
    private sealed record Line(Table Table, Column Column);

    /// <summary>As a table: a row a column.</summary>
    public Table Tabulate(ImmutableArray<Table> tables) => new TableMaker<Line>()
        .Text("variable", "Table and column.", line => $"{line.Table.Name}.{line.Column.Name}")
        .Text("table_name", "The table.", line => line.Table.Name)
        .Text("column_name", "The column.", line => line.Column.Name)
        .Coded("type", "text, number (a whole number) or date (ISO 8601).", ["text", "number", "date"], line => TypeOf(line.Column))
        .Text("meaning", "What it says; empty cells are unknown or do not apply.", line => line.Column.Meaning)
        .Text("codes", "The values of a coded column.", line => string.Join(", ", line.Column.Codes))
        .Coded("use", "editable: `dragoman import csv` takes an edit as an amendment; review: for a reviewer to fill in; bookkeeping: who and when; shown: told from the record.", Enum.GetValues<ColumnUse>().Select(ContractWords.WordOf), line => ContractWords.WordOf(line.Column.Use))
        .Make("codebook", "A column of this export.", tables.SelectMany(table => table.Columns.Select(column => new Line(table, column))));

    /// <summary>For people: Markdown.</summary>
    public byte[] Describe(ImmutableArray<Table> tables)
    {
        StringBuilder text = new("# Codebook\n\nEmpty cells are unknown or do not apply; nothing is filled in by guess. Offsets count Unicode code points. Dates are ISO 8601.\n");
        foreach (Table table in tables)
        {
            text.Append(null, $"\n## {table.Name}\n\n{table.Meaning}\n\n| column | type | meaning |\n| --- | --- | --- |\n");
            foreach (Column column in table.Columns)
            {
                string codes = column.Codes.IsEmpty ? "" : $" One of: {string.Join(", ", column.Codes)}.";
                text.Append(null, $"| `{column.Name}` | {TypeOf(column)} | {column.Meaning}{codes} |\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string TypeOf(Column column) => column.Type switch
    {
        ColumnType.Number => "number",
        ColumnType.Date => "date",
        _ => "text",
    };
}
