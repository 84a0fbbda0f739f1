using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dragoman.Record;
using Dragoman.Record.Views;
using Dragoman.Storage;
using Dragoman.Storage.Export;
using Dragoman.Storage.Export.Csv;
using Dragoman.Storage.Export.Tables;
using Dragoman.Storage.Sqlite;
using Dragoman.Tests.Repository;
using DuckDB.NET.Data;
using ExcelDataReader;
using Ical.Net;
using Xunit;

namespace Dragoman.Tests;

public sealed class ExportTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-export-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ExportFormat.Csv, "read_csv('{0}/{1}.csv', header = true, all_varchar = true)")]
    [InlineData(ExportFormat.Parquet, "read_parquet('{0}/{1}.parquet')")]
    public async Task DuckDB_reads_every_table_with_the_same_cells(ExportFormat format, string source)
    {
        LedgerState state = Exports.Truce().State;
        await Write(state, format);
        await using DuckDBConnection database = new("DataSource=:memory:");
        await database.OpenAsync(Cancellation);
        foreach (Table table in Exports.Tables(state).Select(t => t.Without(ColumnUse.Review)).Where(t => t.Rows.Length > 0))
        {
            string columns = string.Join(", ", table.Columns.Select(c => $"CAST(\"{c.Name}\" AS VARCHAR)"));
            await using DuckDBCommand command = database.CreateCommand();
            command.CommandText = $"SELECT {columns} FROM {string.Format(null, source, _folder, table.Name)}";
            await using DbDataReader row = await command.ExecuteReaderAsync(Cancellation);
            for (int i = 0; i < table.Rows.Length; i++)
            {
                Assert.True(await row.ReadAsync(Cancellation));
                for (int j = 0; j < table.Columns.Length; j++)
                {
                    string read = await row.IsDBNullAsync(j, Cancellation) ? "" : row.GetString(j);
                    string told = Table.TextOf(table.Rows[i][j]);
                    Assert.Equal(told.StartsWith('=') && format == ExportFormat.Csv ? "'" + told : told, read);
                }
            }

            Assert.False(await row.ReadAsync(Cancellation));
        }
    }

    [Fact]
    public async Task DuckDB_finds_numbers_as_numbers_and_dates_as_dates()
    {
        await Write(Exports.Truce().State, ExportFormat.Parquet, ExportFormat.Csv);
        await using DuckDBConnection database = new("DataSource=:memory:");
        await database.OpenAsync(Cancellation);
        await using DuckDBCommand command = database.CreateCommand();
        command.CommandText = $"SELECT sum(count) + 1, max(year(c.start_from)) FROM '{_folder}/violations.parquet', '{_folder}/ceasefires.csv' c";
        await using DbDataReader row = await command.ExecuteReaderAsync(Cancellation);
        Assert.True(await row.ReadAsync(Cancellation));
        Assert.Equal("122", row.GetValue(0).ToString());
        Assert.Equal(2031L, row.GetInt64(1));
    }

    [Fact]
    public async Task A_workbook_reader_finds_a_sheet_a_table_with_dates_and_no_formulas()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        LedgerState state = Exports.Truce().State;
        ExportFile file = (await Exports.Make(state, new(), ExportFormat.Xlsx))["record.xlsx"];
        using IExcelDataReader reader = ExcelReaderFactory.CreateReader(new MemoryStream(file.Bytes));
        ImmutableArray<Table> tables = Exports.Tables(state);
        foreach (Table table in tables)
        {
            Assert.Equal(table.Name, reader.Name);
            Assert.True(reader.Read());
            Assert.Equal(table.Columns.Select(c => c.Name), Enumerable.Range(0, table.Columns.Length).Select(reader.GetString));
            foreach (ImmutableArray<object?> cells in table.Rows)
            {
                Assert.True(reader.Read());
                for (int i = 0; i < cells.Length; i++) Assert.Equal(Table.TextOf(cells[i]), i < reader.FieldCount ? TextOf(reader.GetValue(i)) : "");
            }

            Assert.True(reader.NextResult());
        }

        Assert.Equal("codebook", reader.Name);
    }

    [Fact]
    public async Task A_calendar_program_finds_the_meeting_and_the_deadline()
    {
        ExportFile file = (await Exports.Make(Exports.Truce().State, new(), ExportFormat.Ical))["calendar.ics"];
        Calendar calendar = Calendar.Load(Encoding.UTF8.GetString(file.Bytes))!;
        Assert.Contains(calendar.Events, e => e.Summary == "meeting (planned): Norland, Sudria" && e.DtStart!.Date == new DateOnly(2031, 9, 12));
        Assert.Contains(calendar.Events, e => e.Summary == "ultimatum: Vestmark");
        Assert.All(calendar.Events, e => Assert.Contains("Norland Wire", e.Description, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_have_only_fields_of_PLOVER_and_one_extension()
    {
        // PLOVER 0.8, tables of JSON fields
        string[] fields = ["id", "has_event", "date", "time", "enddate", "endtime", "source", "recipient", "event", "event_loc", "event_text", "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date", "coded_time", "comment"];
        string[] roots = [.. File.ReadLines(RepositoryRoot.At("vocab", "plover.tsv")).Where(l => l[0] != '#').Skip(1).Select(l => l.Split('\t')[0])];
        ExportFile file = (await Exports.Make(Exports.Truce().State, new(), ExportFormat.Plover))["events.jsonl"];
        JsonElement[] events = [.. Encoding.UTF8.GetString(file.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.Empty(e.EnumerateObject().Select(p => p.Name).Except(fields).Except(["dragoman"])));
        Assert.All(events, e => Assert.Contains(e.GetProperty("event")[0].GetString(), roots));
        Assert.All(events, e => Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", e.GetProperty("date").GetString()));
        JsonElement truce = Assert.Single(events, e => e.GetProperty("dragoman").GetProperty("kind").GetString() == "ceasefire");
        Assert.Equal("declared", truce.GetProperty("dragoman").GetProperty("ceasefire").GetString());
        Assert.Equal("0871", truce.GetProperty("dragoman").GetProperty("cameo").GetString());
    }

    [Fact]
    public async Task The_same_record_gives_the_same_bytes_from_memory_and_from_a_file()
    {
        ExportFormat[] all = Enum.GetValues<ExportFormat>();
        ImmutableDictionary<string, ExportFile> first = await Exports.Make(Exports.Truce().State, new(), all);
        using SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(Path.Combine(_folder, "record.db"));
        ImmutableDictionary<string, ExportFile> second = await Exports.Make(Exports.Truce(store).State, new(), all);
        Assert.Equal(first.Keys.Order(StringComparer.Ordinal), second.Keys.Order(StringComparer.Ordinal));
        Assert.All(first, file => Assert.Equal(file.Value.Bytes, second[file.Key].Bytes));
    }

    [Fact]
    public async Task The_same_record_gives_the_same_bytes_from_PostgreSQL()
    {
        ExportFormat[] all = Enum.GetValues<ExportFormat>();
        using ILedgerStore store = LedgerPlace.OpenOrCreate(server.NewLedger());
        ImmutableDictionary<string, ExportFile> first = await Exports.Make(Exports.Truce().State, new(), all);
        ImmutableDictionary<string, ExportFile> second = await Exports.Make(Exports.Truce(store).State, new(), all);
        Assert.All(first, file => Assert.Equal(file.Value.Bytes, second[file.Key].Bytes));
    }

    [Fact]
    public void An_export_whose_counts_differ_from_the_record_is_not_written()
    {
        LedgerState state = Exports.Truce().State;
        ImmutableArray<Table> tables = Exports.Tables(state);
        Exporter.Check(state, new(), tables);
        ImmutableArray<Table> lost = [.. tables.Select(t => t.Name == "meetings" ? t with { Rows = [] } : t)];
        LedgerException refused = Assert.Throws<LedgerException>(() => Exporter.Check(state, new(), lost));
        Assert.Equal("DG3040", refused.Code);
        Assert.Contains("meetings should hold 1 rows and holds 0", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejected_records_are_left_out_and_drafts_too_if_asked()
    {
        LedgerState state = Exports.Truce().State;
        Assert.Empty(Rows(Exports.Tables(state), "novelties"));
        Assert.Single(Rows(Exports.Tables(state), "meetings"));
        ImmutableArray<Table> confirmed = Exports.Tables(state, new(ConfirmedOnly: true));
        Assert.Empty(Rows(confirmed, "meetings"));
        Assert.Single(Rows(confirmed, "ceasefires"));
        Assert.Single(Rows(confirmed, "violations"));
    }

    [Fact]
    public void A_declaration_has_its_actor_its_day_and_its_sides()
    {
        Table table = Exports.Tables(Exports.Truce().State).Single(t => t.Name == "declarations");
        ImmutableArray<object?> row = Assert.Single(table.Rows);
        string Cell(string column) => Table.TextOf(row[table.Columns.Select(c => c.Name).ToList().IndexOf(column)]);
        Assert.Equal(("Norland", "announced", "unilateral"), (Cell("actor_name"), Cell("act"), Cell("sides")));
        Assert.Equal(("2031-09-09", "2031-09-08", "1"), (Cell("reported_on"), Cell("effective_from"), Cell("effective_ucdp_prec")));
        Assert.Equal(("PT30H", ""), (Cell("duration"), Cell("effective_until"))); // thirty hours end on the second day or the third
    }

    [Fact]
    public async Task Texts_are_left_out_unless_asked_for()
    {
        LedgerState state = Exports.Truce().State;
        string text = state.InOrder.Single().Text;
        Assert.DoesNotContain((await Exports.Make(state, new(), ExportFormat.Csv)).Values, f => Encoding.UTF8.GetString(f.Bytes).Contains(text, StringComparison.Ordinal));
        string documents = Encoding.UTF8.GetString((await Exports.Make(state, new(WithTexts: true), ExportFormat.Csv))["documents.csv"].Bytes);
        Assert.Equal(text, new CsvReader().Read(documents)[1].Cells[^1].Text);
    }

    [Fact]
    public void Long_citations_are_cut_at_a_code_point()
    {
        string cut = new ExportScope().Cite(string.Concat(Enumerable.Repeat("🕊", 300)));
        Assert.Equal(ExportScope.LongestCitation, cut.EnumerateRunes().Count());
        Assert.EndsWith("🕊…", cut, StringComparison.Ordinal);
        Assert.Equal(new string('a', 280), new ExportScope().Cite(new string('a', 280)));
        Assert.Equal(new string('a', 900), new ExportScope(WithTexts: true).Cite(new string('a', 900)));
    }

    [Fact]
    public void Column_names_suit_Stata_R_and_SQL()
    {
        string[] reserved = ["_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n", "_pi", "_pred", "_rc", "_skip", "using", "with", "for", "while", "repeat", "function", "else", "next", "break", "table", "column"];
        Column[] columns = [.. Exports.Tables(LedgerState.Empty).SelectMany(t => t.Columns)];
        Assert.All(columns, c => Assert.Matches("^[a-z][a-z0-9_]{0,31}$", c.Name));
        Assert.Empty(columns.Select(c => c.Name).Intersect(reserved));
        Assert.All(columns, c => Assert.NotEmpty(c.Meaning));
        Assert.All(Exports.Tables(LedgerState.Empty), t => Assert.Distinct(t.Columns.Select(c => c.Name)));
    }

    [Fact]
    public async Task A_folder_with_something_else_in_it_is_left_alone()
    {
        string folder = Path.Combine(_folder, "out");
        await Write(Exports.Truce().State, folder, ExportFormat.Csv);
        await Write(Exports.Truce().State, folder, ExportFormat.Ical); // an earlier export is replaced
        Assert.Equal(["calendar.ics", "codebook.csv", "codebook.md", "manifest.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder, "mine.txt"), "notes", Cancellation);
        LedgerException refused = await Assert.ThrowsAsync<LedgerException>(() => Write(Exports.Truce().State, folder, ExportFormat.Csv));
        Assert.Equal("DG3041", refused.Code);
        Assert.True(File.Exists(Path.Combine(folder, "mine.txt")));
    }

    private static ImmutableArray<ImmutableArray<object?>> Rows(ImmutableArray<Table> tables, string name) => tables.Single(t => t.Name == name).Rows;

    private static string TextOf(object? cell) => cell switch
    {
        DateTime day => day.ToString("yyyy-MM-dd", null),
        double number => ((long)number).ToString(null, null),
        _ => cell?.ToString() ?? "",
    };

    private Task Write(LedgerState state, params ExportFormat[] formats) => Write(state, _folder, formats);

    private static Task Write(LedgerState state, string folder, params ExportFormat[] formats) =>
        new Exporter(Exports.Countries, Exports.Coder()).ExportAsync(Exports.Source(state), new(), formats, folder, Cancellation);
}
