using System.Collections.Immutable;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Export.Csv;
using Dragoman.Storage.Export.Tables;

namespace Dragoman.Storage.Import;

/// <summary>A decision that a row asks for, and whose it is.</summary>
public sealed record SheetDecision(int Row, Decision Decision, string Reviewer);

/// <summary>What a sheet asks for: decisions, cells that cannot be read, and edits of columns that are not read.</summary>
public sealed record SheetPlan(ImmutableArray<SheetDecision> Decisions, ImmutableArray<SheetProblem> Problems, ImmutableArray<SheetProblem> LeftAside);

/// <summary>
/// Reads a record table that <c>export csv</c> wrote and a spreadsheet changed: the columns <c>decision</c>, <c>reviewer</c> and <c>remark</c>,
/// and edits of the slots, which amend. Rows that are missing mean nothing; rows may be sorted and columns moved or left out.
/// </summary>
public sealed class DecisionSheet
{
    private readonly LedgerState _state;
    private readonly string _reviewer;
    private readonly Dictionary<string, (CitedRecord Record, Table Table, ImmutableArray<object?> Cut, ImmutableArray<object?> Whole)> _records = new(StringComparer.Ordinal);

    /// <param name="state">The ledger that the decisions are for.</param>
    /// <param name="reviewer">Who decides where the sheet does not say.</param>
    public DecisionSheet(LedgerState state, string reviewer)
    {
        _state = state;
        _reviewer = reviewer;
        Dictionary<string, CitedRecord> cited = ExportRow.Of(state, new()).ToDictionary(row => row.Id, row => row.Cited, StringComparer.Ordinal);
        ImmutableArray<Table> cut = new LedgerTables(CountryCodes.None, new()).Make(state);
        ImmutableArray<Table> whole = new LedgerTables(CountryCodes.None, new(WithTexts: true)).Make(state);
        for (int i = 0; i < cut.Length; i++)
        {
            if (RecordTables.KindOf(cut[i].Name) is null) continue;
            for (int j = 0; j < cut[i].Rows.Length; j++)
            {
                string id = (string)cut[i].Rows[j][0]!;
                _records[id] = (cited[id], cut[i], cut[i].Rows[j], whole[i].Rows[j]);
            }
        }
    }

    /// <exception cref="LedgerException">DG3061: the sheet lacks the columns that say which record a row is.</exception>
    public SheetPlan Read(SheetFile sheet)
    {
        if (!sheet.Header.Contains(RecordColumns.Key) || !sheet.Header.Contains(RecordColumns.Version))
            throw new LedgerException("DG3061", $"{sheet.Path} has no columns {RecordColumns.Key} and {RecordColumns.Version}: it is no table of records that `dragoman export csv` wrote. For a sheet of another make, use `dragoman import sheet`.");
        List<SheetDecision> decisions = [];
        List<SheetProblem> problems = [];
        List<SheetProblem> aside = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (SheetRow row in sheet.Rows)
        {
            string id = TextOf(sheet, row, RecordColumns.Key);
            if (row.Cells.Length > sheet.Header.Length) problems.Add(new(row.Number, "", "it has more cells than the header; nothing of it was read"));
            else if (IsDone(sheet, row, id)) seen.Add(id);
            else if (!_records.ContainsKey(id)) problems.Add(new(row.Number, RecordColumns.Key, $"there is no record '{id}' in this ledger, or it has been rejected"));
            else if (!seen.Add(id)) problems.Add(new(row.Number, RecordColumns.Key, $"the record {id} stands in an earlier row too"));
            else if (Read(sheet, row, id, problems, aside) is { } decision) decisions.Add(decision);
        }

        return new([.. decisions], [.. problems], [.. aside]);
    }

    /// <summary>Whether the row asks for the very decision that the record got after the version it names: the sheet is imported again.</summary>
    private bool IsDone(SheetFile sheet, SheetRow row, string id)
    {
        RecordState? record = _state.Find(TextOf(sheet, row, "document_id"), id);
        if (record?.Decided?.Entry is not Decision decided || decided.After != TextOf(sheet, row, RecordColumns.Version) || record.Decided.Run.Name != ReviewerOf(sheet, row)) return false;
        return (TextOf(sheet, row, RecordColumns.Decision), decided) switch
        {
            ("reject", RecordRejected) => true,
            ("confirm" or "", RecordConfirmed) or ("confirm" or "amend" or "", RecordAmended) => Edits(sheet, row, id).All(edit => edit.Column.Use != ColumnUse.Editable),
            _ => false,
        };
    }

    private SheetDecision? Read(SheetFile sheet, SheetRow row, string id, List<SheetProblem> problems, List<SheetProblem> aside)
    {
        (CitedRecord record, Table table, _, _) = _records[id];
        string asked = TextOf(sheet, row, RecordColumns.Decision);
        ImmutableArray<(Column Column, string Text)> edits = [.. Edits(sheet, row, id)];
        foreach ((Column column, _) in edits.Where(edit => edit.Column.Use == ColumnUse.Shown)) aside.Add(new(row.Number, column.Name, "this column is told from the record; the edit was left aside"));
        edits = [.. edits.Where(edit => edit.Column.Use == ColumnUse.Editable)];
        if (asked.Length == 0 && edits.IsEmpty) return null;
        int before = problems.Count;
        if (asked.Length > 0 && !RecordColumns.Decisions.Contains(asked)) problems.Add(new(row.Number, RecordColumns.Decision, $"'{asked}' is none of: {string.Join(", ", RecordColumns.Decisions)}"));
        if (asked == "amend" && edits.IsEmpty) problems.Add(new(row.Number, RecordColumns.Decision, "no cell of a slot was changed, so there is nothing to amend; write confirm"));
        string version = TextOf(sheet, row, RecordColumns.Version);
        if (version != record.Record.Latest) problems.Add(new(row.Number, RecordColumns.Version, Conflict(record, version)));
        ContentEditor editor = new(record);
        if (problems.Count == before && asked != "reject") Apply(editor, edits, row, problems);
        if (problems.Count > before) return null;
        string remark = TextOf(sheet, row, RecordColumns.Remark);
        return new(row.Number, DecisionOf(record.Record, asked, edits.IsEmpty, editor, remark.Length == 0 ? null : remark), ReviewerOf(sheet, row));
    }

    private static void Apply(ContentEditor editor, ImmutableArray<(Column Column, string Text)> edits, SheetRow row, List<SheetProblem> problems)
    {
        foreach ((Column column, string text) in edits)
        {
            try
            {
                editor.Set(column.Name, text);
            }
            catch (FormatException unreadable)
            {
                problems.Add(new(row.Number, column.Name, unreadable.Message));
            }
        }
    }

    private static Decision DecisionOf(RecordState record, string asked, bool isUnchanged, ContentEditor editor, string? note) => (asked, isUnchanged) switch
    {
        ("reject", _) => new RecordRejected { Document = record.Document, Record = record.Id, After = record.Latest, Scope = RejectionScope.Record, Note = note },
        (_, true) => new RecordConfirmed { Document = record.Document, Record = record.Id, After = record.Latest, Note = note },
        _ => new RecordAmended { Document = record.Document, Record = record.Id, After = record.Latest, Content = editor.Content, Actors = editor.Named, Note = note },
    };

    /// <summary>The cells that no longer say what the record says; bookkeeping is not looked at.</summary>
    private IEnumerable<(Column Column, string Text)> Edits(SheetFile sheet, SheetRow row, string id)
    {
        (_, Table table, ImmutableArray<object?> cut, ImmutableArray<object?> whole) = _records[id];
        for (int i = 1; i < table.Columns.Length; i++)
        {
            Column column = table.Columns[i];
            if (column.Use is ColumnUse.Bookkeeping or ColumnUse.Review || Follows(column.Name) || !sheet.Header.Contains(column.Name)) continue;
            string found = TextOf(sheet, row, column.Name);
            if (!SameCell.Holds(Table.TextOf(cut[i]), found) && !SameCell.Holds(Table.TextOf(whole[i]), found)) yield return (column, found);
        }
    }

    /// <summary>The state follows from decisions; codes of states from the actors and the lists of codes, which this reader does without.</summary>
    private static bool Follows(string column) => column == "state" || column.EndsWith("_iso3", StringComparison.Ordinal) || column.EndsWith("_cow", StringComparison.Ordinal) || column.EndsWith("_gw", StringComparison.Ordinal);

    private static string Conflict(CitedRecord record, string version)
    {
        string by = record.Record.Decided is { } decided ? $" {decided.Run.Name} decided about it ({ContractWords.WordOf(record.Record.State)})." : "";
        return $"the record has changed since the export: you saw version {Short(version)}, it is now {Short(record.Record.Latest)}.{by} Export again and decide anew; nothing was lost";
    }

    private static string Short(string id)
    {
        const int Digits = 12;
        return id.Length > Digits ? id[..Digits] : id;
    }

    private string ReviewerOf(SheetFile sheet, SheetRow row) => TextOf(sheet, row, RecordColumns.Reviewer) is { Length: > 0 } named ? named : _reviewer;

    private static string TextOf(SheetFile sheet, SheetRow row, string column) => CsvCell.Unprotect(sheet.Cell(row, column)?.Text.Trim() ?? "");
}
