using System.Collections.Immutable;
using Dragoman.Storage.Export.Tables;

namespace Dragoman.Storage.Releases;

public enum ChangeKind
{
    Added, Changed, Removed,
}

/// <summary>One difference: a row that came, a row that went, or one slot of a row.</summary>
/// <param name="Column">The slot's column; null for a whole row.</param>
/// <param name="Before">What it said; null for an empty cell.</param>
/// <param name="After">What it says now.</param>
/// <param name="Why">Why a row went, where that is known.</param>
public sealed record Change(ChangeKind Kind, SnapshotRow Row, string? Column, string? Before, string? After, string? Why);

/// <summary>Tells what changed from one snapshot to another, row by row and slot by slot, in the order of tables and ids.</summary>
public sealed class SnapshotDiffer
{
    private readonly ImmutableArray<string> _tables = ["documents", .. LedgerTablesOrder()];

    public ImmutableArray<Change> Compare(RecordSnapshot before, RecordSnapshot after)
    {
        IEnumerable<Change> gone = before.Rows.Values.Where(row => !after.Rows.ContainsKey(row.Id)).Select(row => new Change(ChangeKind.Removed, row, null, null, null, after.WhyGone(row)));
        IEnumerable<Change> come = after.Rows.Values.Where(row => !before.Rows.ContainsKey(row.Id)).Select(row => new Change(ChangeKind.Added, row, null, null, null, null));
        IEnumerable<Change> changed = after.Rows.Values.Where(row => before.Rows.ContainsKey(row.Id)).SelectMany(row => Compare(before.Rows[row.Id], row));
        return
        [
            .. gone.Concat(come).Concat(changed).OrderBy(change => _tables.IndexOf(change.Row.Table)).ThenBy(change => change.Kind)
                .ThenBy(change => change.Row.Id, StringComparer.Ordinal).ThenBy(change => change.Column, StringComparer.Ordinal),
        ];
    }

    /// <summary>The changes as a table, for CSV.</summary>
    public static Table Tabulate(ImmutableArray<Change> changes) => new TableMaker<Change>()
        .Text("change_id", "Row and column.", c => c.Row.Id + (c.Column is null ? "" : "." + c.Column))
        .Coded("what", "What happened.", Enum.GetValues<ChangeKind>().Select(Dragoman.Record.ContractWords.WordOf), c => Dragoman.Record.ContractWords.WordOf(c.Kind))
        .Text("table_name", "In which table.", c => c.Row.Table)
        .Text("row_id", "The document or record.", c => c.Row.Id)
        .Text("document_id", "Its document.", c => c.Row.Document)
        .Text("column_name", "The column that changed; empty where the row came or went.", c => c.Column)
        .Text("before", "What it said.", c => c.Before)
        .Text("after", "What it says.", c => c.After)
        .Text("why", "Why it went, where that is known.", c => c.Why)
        .Text("shown_words", "A few words to know it by.", c => c.Row.Shown)
        .Make("changes", "A difference to the release before.", changes);

    private static IEnumerable<Change> Compare(SnapshotRow before, SnapshotRow after) => before.Says.Keys.Union(after.Says.Keys)
        .Where(column => before.Says.GetValueOrDefault(column) != after.Says.GetValueOrDefault(column))
        .Select(column => new Change(ChangeKind.Changed, after, column, before.Says.GetValueOrDefault(column), after.Says.GetValueOrDefault(column), null));

    private static IEnumerable<string> LedgerTablesOrder() => [RecordTables.Statements, .. Dragoman.Record.FindingSchema.Kinds.Select(kind => RecordTables.TableOf(Dragoman.Record.ContractWords.Word(kind)))];
}
