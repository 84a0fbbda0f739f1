using System.Collections.Immutable;
using System.Text;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Export;
using Dragoman.Storage.Export.Csv;
using Dragoman.Storage.Export.Tables;

namespace Dragoman.Storage.Releases;

/// <summary>A document or record as one moment or release has it: what it says, column by column, as text.</summary>
/// <param name="Table">The table it stands in.</param>
/// <param name="Id">Its id.</param>
/// <param name="Document">The id of its document.</param>
/// <param name="Says">The columns that say something of their own (not codes or offsets that follow from them) and are not empty.</param>
/// <param name="Shown">A few words to know it by.</param>
public sealed record SnapshotRow(string Table, string Id, string Document, ImmutableDictionary<string, string> Says, string Shown);

/// <summary>Documents and records at one moment of a ledger, or in a release.</summary>
public sealed class RecordSnapshot
{
    private const string Documents = "documents";

    private static readonly ImmutableHashSet<string> Telling = ["state", "content_words", "anchor_words", "title", "outlet", "published", "language", "url", "text_sha256"];

    private readonly Func<SnapshotRow, string?> _whyGone;

    private RecordSnapshot(string name, IEnumerable<SnapshotRow> rows, Func<SnapshotRow, string?> whyGone)
    {
        Name = name;
        Rows = rows.ToImmutableDictionary(row => row.Id, StringComparer.Ordinal);
        _whyGone = whyGone;
    }

    /// <summary>How the user named it: a moment, a path, a version.</summary>
    public string Name { get; }

    public ImmutableDictionary<string, SnapshotRow> Rows { get; }

    public static RecordSnapshot Of(LedgerState state, ExportScope scope, string name) =>
        new(name, new LedgerTables(CountryCodes.None, scope).Make(state).SelectMany(RowsOf), row => WhyGone(state, row));

    /// <summary>The snapshot in the folder of a release or of a CSV export.</summary>
    /// <exception cref="LedgerException">DG3051: the folder holds no CSV export.</exception>
    public static RecordSnapshot Read(string folder)
    {
        if (ManifestReader.FilesOf(folder).Count == 0 || !File.Exists(Path.Combine(folder, Documents + ".csv")))
            throw new LedgerException("DG3051", $"{folder} is no release and no CSV export. Name a folder that `dragoman release` or `dragoman export csv` wrote, a ledger, or a day.");
        ILookup<string, Column> columns = CsvOf(folder, "codebook").Select(line => (Table: line["table_name"], Column: new Column(line["column_name"], ColumnType.Text, "") { Use = ContractWords.Parse<ColumnUse>(line["use"]) }))
            .ToLookup(pair => pair.Table, pair => pair.Column, StringComparer.Ordinal);
        IEnumerable<string> tables = columns.Select(table => table.Key).Where(table => table == Documents || RecordTables.KindOf(table) is not null);
        Dictionary<string, string> gone = Tombstones.Read(folder).ToDictionary(t => t.Id, t => t.Why, StringComparer.Ordinal);
        return new(ManifestReader.VersionOf(folder) ?? folder, tables.SelectMany(table => CsvOf(folder, table).Select(cells => RowOf(table, [.. columns[table]], cells))), row => gone.GetValueOrDefault(row.Id));
    }

    /// <summary>Why this snapshot lacks a row that an earlier one had.</summary>
    public string? WhyGone(SnapshotRow row) => _whyGone(row);

    internal static IEnumerable<IReadOnlyDictionary<string, string>> CsvOf(string folder, string table)
    {
        string path = Path.Combine(folder, table + ".csv");
        if (!File.Exists(path)) return [];
        ImmutableArray<SheetRow> rows = new CsvReader().Read(File.ReadAllText(path, Encoding.UTF8));
        return rows.Skip(1).Select(row => rows[0].Cells.Zip(row.Cells, (head, cell) => (head.Text, Cell: CsvCell.Unprotect(cell.Text))).ToDictionary(pair => pair.Text, pair => pair.Cell, StringComparer.Ordinal));
    }

    private static IEnumerable<SnapshotRow> RowsOf(Table table) => table.Name == Documents || RecordTables.KindOf(table.Name) is not null
        ? table.Rows.Select(row => RowOf(table.Name, table.Columns, table.Columns.Select((column, i) => (column.Name, Cell: Table.TextOf(row[i]))).ToDictionary(pair => pair.Name, pair => pair.Cell, StringComparer.Ordinal)))
        : [];

    private static SnapshotRow RowOf(string table, ImmutableArray<Column> columns, IReadOnlyDictionary<string, string> cells) => new(
        table,
        cells[columns[0].Name],
        cells["document_id"],
        columns.Where(column => column.Use == ColumnUse.Editable || Telling.Contains(column.Name)).Select(column => KeyValuePair.Create(column.Name, cells.GetValueOrDefault(column.Name, ""))).Where(pair => pair.Value.Length > 0).ToImmutableDictionary(),
        table == Documents ? cells.GetValueOrDefault("title", "") : cells.GetValueOrDefault("content_words", cells.GetValueOrDefault("evidence_words", "")));

    private static string? WhyGone(LedgerState state, SnapshotRow row)
    {
        if (!state.Documents.TryGetValue(row.Document, out DocumentState? document)) return state.Withdrawn.ContainsKey(row.Document) ? "its document was withdrawn" : null;
        if (document.Tombstones.ContainsKey(row.Id)) return "its draft was retracted";
        if (document.All.GetValueOrDefault(row.Id) is not { } record) return null;
        return record.Decided?.Entry switch
        {
            RecordMerged merged => $"merged into {merged.Into} by {record.Decided.Run.Name}",
            RecordRejected rejected => $"rejected by {record.Decided.Run.Name}" + (rejected.Note is { } note ? ": " + note : ""),
            _ when record.Dismissal is { } dismissal => $"rejected with others of the same words by {dismissal.Run.Name}",
            _ when record.State == ReviewState.Draft => $"no longer found by {document.Reading?.Reader}, or not confirmed",
            _ => null,
        };
    }
}
