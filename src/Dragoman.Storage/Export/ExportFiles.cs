using System.Collections.Immutable;
using System.Text;
using Dragoman.Record;
using Dragoman.Storage.Export.Csv;
using Dragoman.Storage.Export.Events;
using Dragoman.Storage.Export.Tables;

namespace Dragoman.Storage.Export;

/// <summary>Makes the files of one format.</summary>
internal sealed class ExportFiles(CountryCodes countries, ExportScope scope, Func<Finding, EventCoding?> coder)
{
    private const string Annotations = "annotations";
    private const string Events = "events";
    private const string Entries = "calendar";
    private const string AllTables = "tables";

    public async Task<ImmutableArray<ExportFile>> MakeAsync(ExportFormat format, ExportSource source, ImmutableArray<Table> tables, ImmutableArray<ExportRow> rows, CancellationToken cancellation) => format switch
    {
        ExportFormat.Csv => [.. tables.Select(MakeCsv)],
        ExportFormat.Parquet => await MakeParquetAsync(tables, cancellation),
        ExportFormat.JsonLd => [Counted("record.jsonld", new JsonLdWriter(countries, scope).Write(source.State, rows), Annotations, FileCounter.JsonLd)],
        ExportFormat.Plover => [Counted("events.jsonl", new PloverWriter(countries, scope, coder).Write(rows), Events, FileCounter.Lines)],
        ExportFormat.Ical => [MakeCalendar(rows)],
        ExportFormat.Xlsx => [Counted("record.xlsx", new XlsxWriter().Write([.. tables, new Codebook().Tabulate(tables)]), AllTables, FileCounter.Xlsx)],
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>How many rows each kind of file must hold.</summary>
    public ImmutableDictionary<string, long> Expected(ImmutableArray<Table> tables, ImmutableArray<ExportRow> rows) => tables
        .Select(table => KeyValuePair.Create(table.Name, (long)table.Rows.Length))
        .Append(KeyValuePair.Create(Annotations, (long)rows.Length))
        .Append(KeyValuePair.Create(Events, (long)new PloverWriter(countries, scope, coder).Events(rows).Count()))
        .Append(KeyValuePair.Create(Entries, (long)new RecordCalendar(scope).Make(rows).Length))
        .Append(KeyValuePair.Create(AllTables, tables.Sum(table => (long)table.Rows.Length + table.Columns.Length))) // the codebook's sheet has a row a column
        .ToImmutableDictionary();

    private static ExportFile MakeCsv(Table table) => Counted(table.Name + ".csv", new CsvWriter().Write(table), table.Name, FileCounter.Csv);

    private static async Task<ImmutableArray<ExportFile>> MakeParquetAsync(ImmutableArray<Table> tables, CancellationToken cancellation)
    {
        ImmutableArray<ExportFile>.Builder files = ImmutableArray.CreateBuilder<ExportFile>();
        foreach (Table table in tables)
        {
            byte[] bytes = await new ParquetTableWriter().WriteAsync(table.Without(ColumnUse.Review), cancellation);
            files.Add(new(table.Name + ".parquet", bytes, table.Name, await FileCounter.ParquetAsync(bytes, cancellation)));
        }

        return files.ToImmutable();
    }

    private ExportFile MakeCalendar(ImmutableArray<ExportRow> rows)
    {
        ImmutableArray<IcalEvent> entries = new RecordCalendar(scope).Make(rows);
        return Counted("calendar.ics", Encoding.UTF8.GetBytes(new IcalWriter().Write("Dragoman", entries)), Entries, FileCounter.Ical);
    }

    private static ExportFile Counted(string name, byte[] bytes, string table, Func<byte[], long> count) => new(name, bytes, table, count(bytes));
}
