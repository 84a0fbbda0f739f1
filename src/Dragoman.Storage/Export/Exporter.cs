using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Views;
using Dragoman.Storage.Export.Csv;
using Dragoman.Storage.Export.Events;
using Dragoman.Storage.Export.Tables;

namespace Dragoman.Storage.Export;

/// <summary>
/// Writes a ledger's state into a folder, in one or several formats with codebook and manifest. The folder appears whole or not at all, and
/// only if every table and file holds as many rows as the record has. The same ledger gives the same bytes.
/// </summary>
public sealed class Exporter(CountryCodes countries, Func<Finding, EventCoding?> coder)
{
    /// <returns>The files written, the manifest last.</returns>
    /// <exception cref="LedgerException">DG3040: counts differ. DG3041: the folder holds something else. DG3042: it cannot be written.</exception>
    public async Task<ImmutableArray<ExportFile>> ExportAsync(ExportSource source, ExportScope scope, IEnumerable<ExportFormat> formats, string folder, CancellationToken cancellation = default)
    {
        ImmutableArray<ExportFile> files = await MakeAsync(source, scope, formats, cancellation);
        ExportFolder.Replace(folder, files);
        return files;
    }

    /// <summary>The files as they would be written.</summary>
    /// <exception cref="LedgerException">DG3040: counts differ.</exception>
    public async Task<ImmutableArray<ExportFile>> MakeAsync(ExportSource source, ExportScope scope, IEnumerable<ExportFormat> formats, CancellationToken cancellation = default) =>
        await MakeAsync(source, scope, formats, [], cancellation);

    /// <param name="source">What is exported.</param>
    /// <param name="scope">Which records, and how much of their words.</param>
    /// <param name="formats">Each once, in the order of the enumeration.</param>
    /// <param name="more">Files that are not told from the tables; the manifest lists them too.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <exception cref="LedgerException">DG3040: counts differ.</exception>
    public async Task<ImmutableArray<ExportFile>> MakeAsync(ExportSource source, ExportScope scope, IEnumerable<ExportFormat> formats, IEnumerable<ExportFile> more, CancellationToken cancellation)
    {
        ImmutableArray<ExportRow> rows = ExportRow.Of(source.State, scope);
        ImmutableArray<Table> tables = new LedgerTables(countries, scope).Make(source.State);
        Check(source.State, scope, tables);
        ExportFiles maker = new(countries, scope, coder);
        List<ExportFile> files = [];
        foreach (ExportFormat format in formats.Distinct().Order()) files.AddRange(await maker.MakeAsync(format, source, tables, rows, cancellation));
        ImmutableDictionary<string, long> expected = maker.Expected(tables, rows);
        foreach (ExportFile file in files) Compare(file.Name, expected[file.Table!], file.Rows!.Value);
        files.Add(new("codebook.md", new Codebook().Describe(tables)));
        files.Add(new("codebook.csv", new CsvWriter().Write(new Codebook().Tabulate(tables))));
        files.AddRange(more);
        files.Add(new(Manifest.Name, Manifest.Write(source, scope, tables, files)));
        return [.. files];
    }

    /// <summary>Counts the record without the tables' help and compares.</summary>
    internal static void Check(LedgerState state, ExportScope scope, ImmutableArray<Table> tables)
    {
        Dictionary<string, Table> byName = tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        Compare("documents", scope.Process.Documents(state).Count(), byName["documents"].Rows.Length);
        string[] kinds = ["statement", .. FindingSchema.Kinds.Select(kind => kind.Word())];
        foreach (string kind in kinds)
        {
            string table = RecordTables.TableOf(kind);
            Compare(table, scope.Process.Documents(state).Sum(document => scope.Records(state, document).Count(record => record.Kind == kind)), byName[table].Rows.Length);
        }

        foreach (Table table in tables)
            Compare($"distinct keys of {table.Name}", table.Rows.Select(row => (string)row[0]!).Distinct(StringComparer.Ordinal).Count(), table.Rows.Length);
    }

    internal static void Compare(string what, long expected, long found)
    {
        if (expected == found) return;
        throw new LedgerException("DG3040", string.Create(CultureInfo.InvariantCulture, $"The export was not written: {what} should hold {expected} rows and holds {found}. This is a fault of the program; please report it. `dragoman verify` says whether the ledger is sound."));
    }
}
