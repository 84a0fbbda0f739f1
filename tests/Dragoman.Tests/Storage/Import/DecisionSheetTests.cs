using System.Text;
using CsCheck;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Export;
using Dragoman.Storage.Export.Csv;
using Dragoman.Storage.Export.Tables;
using Dragoman.Storage.Import;
using Xunit;

namespace Dragoman.Tests;

public sealed class DecisionSheetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-import-").FullName;
    private readonly Ledger _ledger = Exports.Truce();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("ceasefires")]
    [InlineData("violations")]
    [InlineData("statements")]
    [InlineData("meetings")]
    [InlineData("forecasts")]
    public async Task A_table_that_nobody_edited_asks_for_nothing(string table)
    {
        SheetPlan plan = Plan(await Sheet(table));
        Assert.Empty(plan.Decisions);
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.LeftAside);
    }

    [Fact]
    public async Task Written_decisions_become_entries_by_their_reviewers()
    {
        string[][] sheet = await Sheet("meetings");
        Set(sheet, 1, "decision", "confirm");
        Set(sheet, 1, "reviewer", "Ben");
        Set(sheet, 1, "remark", "seen in the wire");
        SheetDecision decision = Assert.Single(Plan(sheet).Decisions);
        Assert.Equal("Ben", decision.Reviewer);
        _ledger.Decide(decision.Decision, Run.Person(decision.Reviewer));
        RecordState meeting = Exports.RecordOf(_ledger.State, "meeting");
        Assert.Equal((ReviewState.Confirmed, "Ben"), (meeting.State, meeting.Decided!.Run.Name));
    }

    [Fact]
    public async Task An_edited_slot_becomes_an_amendment()
    {
        string[][] sheet = await Sheet("meetings");
        Set(sheet, 1, "participants_names", "Norland; Vestmark");
        Set(sheet, 1, "place_words", "Port Alder");
        Set(sheet, 1, "status", "cancelled");
        Set(sheet, 1, "time_timex", "2031-09-08");
        RecordAmended amended = Assert.IsType<RecordAmended>(Assert.Single(Plan(sheet).Decisions).Decision);
        _ledger.Decide(amended, Run.Person("Ben"));
        CitedRecord meeting = new(_ledger.State.InOrder.Single(), Exports.RecordOf(_ledger.State, "meeting"));
        Assert.Equal(["Norland", "Vestmark"], meeting.Actors("participants").Select(a => a.Name));
        Assert.Equal("Port Alder", meeting.Text("place")!.Words);
        Assert.True(meeting.Text("place")!.StandsIn(meeting.Document.Text));
        Assert.Equal(("cancelled", "2031-09-08"), (meeting.Word("status"), meeting.Time("time")!.Value));
        Assert.Empty(Plan(await Sheet("meetings")).Decisions); // what is amended is exported amended
    }

    [Fact]
    public async Task A_name_that_the_article_prints_may_become_an_actor_and_an_emptied_cell_empties_the_slot()
    {
        string[][] sheet = await Sheet("ultimatums");
        Set(sheet, 1, "by_names", "the talks");
        Set(sheet, 1, "due_timex", "");
        RecordAmended amended = Assert.IsType<RecordAmended>(Assert.Single(Plan(sheet).Decisions).Decision);
        Assert.Equal("the talks", Assert.Single(amended.Actors!.Value).Name);
        Assert.Null(((Found)amended.Content).Finding["due"]);
    }

    [Theory]
    [InlineData("status", "postponed", "'postponed' is none of: held, under-way")]
    [InlineData("participants_names", "Atlantis", "'Atlantis' is no actor of this document; it has: Norland")]
    [InlineData("time_timex", "2030-01-01", "no time of this document has the value '2030-01-01'")]
    [InlineData("place_words", "Port Nowhere", "these words do not stand in the document")]
    [InlineData("decision", "yes", "'yes' is none of: confirm, amend, reject")]
    [InlineData("decision", "amend", "nothing to amend")]
    public async Task A_cell_that_cannot_be_read_is_named_and_its_row_is_not_taken(string column, string text, string message)
    {
        string[][] sheet = await Sheet("meetings");
        Set(sheet, 1, column, text);
        SheetPlan plan = Plan(sheet);
        SheetProblem problem = Assert.Single(plan.Problems);
        Assert.Equal((2, column), (problem.Row, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Empty(plan.Decisions);
    }

    [Fact]
    public async Task A_record_that_somebody_decided_meanwhile_is_a_conflict_that_names_both_versions()
    {
        string[][] sheet = await Sheet("meetings");
        Set(sheet, 1, "decision", "confirm");
        string seen = Exports.RecordOf(_ledger.State, "meeting").Latest[..12];
        Exports.Decide(_ledger, "meeting", r => new RecordConfirmed { Document = r.Document, Record = r.Id, After = r.Latest }, Run.Person("Cem"));
        SheetProblem problem = Assert.Single(Plan(sheet).Problems);
        Assert.Contains(seen, problem.Message, StringComparison.Ordinal);
        Assert.Contains(Exports.RecordOf(_ledger.State, "meeting").Latest[..12], problem.Message, StringComparison.Ordinal);
        Assert.Contains("Cem decided", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decision", "confirm")]
    [InlineData("decision", "reject")]
    [InlineData("status", "cancelled")]
    public async Task A_sheet_that_is_imported_again_asks_for_nothing(string column, string text)
    {
        string[][] sheet = await Sheet("meetings");
        Set(sheet, 1, column, text);
        _ledger.Decide(Assert.Single(Plan(sheet).Decisions).Decision, Run.Person("Ben"));
        SheetPlan again = Plan(sheet);
        Assert.Empty(again.Decisions);
        Assert.Empty(again.Problems);
        Assert.Empty(again.LeftAside);
    }

    [Fact]
    public async Task What_a_spreadsheet_rewrites_by_itself_is_no_edit()
    {
        string[][] sheet = await Sheet("meetings");
        Set(sheet, 1, "time_timex", "12.09.2031");
        Set(sheet, 1, "time_from", "9/12/2031");
        Assert.Empty(Plan(sheet, ';').Problems);
        Assert.Empty(Plan(sheet, ';').Decisions);
    }

    [Fact]
    public async Task An_edit_of_a_column_that_is_not_read_is_said()
    {
        string[][] sheet = await Sheet("meetings");
        Set(sheet, 1, "outlet", "Sudria Times");
        SheetPlan plan = Plan(sheet);
        Assert.Empty(plan.Decisions);
        Assert.Equal("outlet", Assert.Single(plan.LeftAside).Column);
    }

    [Fact]
    public void Every_text_comes_back_from_a_cell_as_it_was() => Gen.String[Gen.Char["='+-@\t\r\na;,\" ＝"], 0, 8].Sample(text =>
    {
        Table table = new("t", "", [new("a", ColumnType.Text, ""), new("b", ColumnType.Text, "")], [["x", text]]);
        string csv = Encoding.UTF8.GetString(new CsvWriter().Write(table));
        SheetCell cell = new CsvReader().Read(csv)[1].Cells[1];
        Assert.Equal(text, CsvCell.Unprotect(cell.Text));
        Assert.DoesNotContain(cell.Text.Length == 0 ? ' ' : cell.Text[0], "=+-@");
    });

    private async Task<string[][]> Sheet(string table)
    {
        ExportFile file = (await Exports.Make(_ledger.State, new(), ExportFormat.Csv))[table + ".csv"];
        return [.. new CsvReader().Read(Encoding.UTF8.GetString(file.Bytes)).Select(row => row.Cells.Select(cell => cell.Text).ToArray())];
    }

    private static void Set(string[][] sheet, int row, string column, string text) => sheet[row][Array.IndexOf(sheet[0], column)] = text;

    private SheetPlan Plan(string[][] sheet, char separator = ',')
    {
        string path = Path.Combine(_folder, "edited.csv");
        File.WriteAllLines(path, sheet.Select(row => string.Join(separator, row.Select(cell => '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'))), new UTF8Encoding(true));
        return new DecisionSheet(_ledger.State, "Ben").Read(SheetFile.Read(path));
    }
}
