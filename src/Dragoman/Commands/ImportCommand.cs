using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Dragoman.Language.Packs;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage;
using Dragoman.Storage.Import;
using NodaTime;

namespace Dragoman.Commands;

/// <summary><c>dragoman import csv|sheet FILE</c>: takes decisions from an exported table that was edited, or records from a sheet of another make.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal) => new("import", "Takes over what was done in a spreadsheet.") { CreateCsv(terminal), CreateSheet(terminal) };

    private static Command CreateCsv(Terminal terminal)
    {
        LedgerOption ledger = new();
        Argument<string> file = new("file") { Description = "A record table of `dragoman export csv`, edited" };
        Option<string> reviewer = new("--reviewer") { Description = "Who decides where the column reviewer is empty [default: your user name]", DefaultValueFactory = _ => Environment.UserName, HelpName = "NAME" };
        Option<bool> dry = new("--dry-run") { Description = "Say what would be decided, and decide nothing" };
        Command command = new("csv", "Turns edits of an exported table into decisions: confirm, amend, reject.") { file, reviewer, dry };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using ILedgerStore store = parsed.GetValue(dry) ? LedgerPlace.OpenToRead(ledger.PathOf(parsed)) : LedgerPlace.OpenExisting(ledger.PathOf(parsed));
            return Decide(new Ledger(store, SystemClock.Instance), SheetFile.Read(parsed.GetRequiredValue(file)), parsed.GetRequiredValue(reviewer), parsed.GetValue(dry), terminal);
        });
        return command;
    }

    private static int Decide(Ledger ledger, SheetFile sheet, string reviewer, bool isDry, Terminal terminal)
    {
        SheetPlan plan = new DecisionSheet(ledger.State, reviewer).Read(sheet);
        List<SheetProblem> problems = [.. plan.Problems];
        Dictionary<string, int> counts = new(StringComparer.Ordinal) { ["confirmed"] = 0, ["amended"] = 0, ["rejected"] = 0 };
        foreach (SheetDecision decision in plan.Decisions)
        {
            try
            {
                if (!isDry) ledger.Decide(decision.Decision, Run.Person(decision.Reviewer));
                counts[WordOf(decision.Decision)]++;
                if (isDry) Write($"row {decision.Row.ToString(CultureInfo.InvariantCulture)}: {WordOf(decision.Decision)} by {decision.Reviewer}: {decision.Decision.Record}");
            }
            catch (LedgerException refused)
            {
                problems.Add(new(decision.Row, "", refused.Message));
            }
        }

        foreach (SheetProblem aside in plan.LeftAside) Write($"{sheet.Path}, {aside}");
        Report(problems, sheet.Path, terminal);
        Write($"{(isDry ? "would be: " : "")}{string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value} {c.Key}")))}; {problems.Count.ToString(CultureInfo.InvariantCulture)} problems");
        return problems.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;

        void Write(string line) => terminal.WriteLine(Encoding.UTF8.GetBytes(line));
    }

    private static Command CreateSheet(Terminal terminal)
    {
        LedgerOption ledger = new();
        Argument<string> file = new("file") { Description = "A CSV file with a header" };
        Option<string> mapping = new("--mapping") { Description = "The YAML file that says what its columns are", HelpName = "FILE", Required = true };
        Command command = new("sheet", "Takes the rows of a sheet of another make into the ledger, as records that cite its cells.") { file, mapping };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            string path = Path.GetFullPath(parsed.GetRequiredValue(mapping));
            Problems faults = new();
            SheetMapping? read = SheetMapping.Load(new DataFolder(Path.GetDirectoryName(path)!), Path.GetFileName(path), faults);
            faults.ThrowIfAny();
            using ILedgerStore store = LedgerPlace.OpenOrCreate(ledger.PathOf(parsed));
            return File(new Ledger(store, SystemClock.Instance), SheetFile.Read(parsed.GetRequiredValue(file)), read!, terminal);
        });
        return command;
    }

    private static int File(Ledger ledger, SheetFile sheet, SheetMapping mapping, Terminal terminal)
    {
        (DocumentReading? reading, ImmutableArray<SheetProblem> problems) = MappedSheetReader.Read(sheet, mapping);
        Report(problems, sheet.Path, terminal);
        if (reading is null) return ExitCode.SomeFailed;
        Outcome outcome = ledger.File(reading, MappedSheetReader.Reader, again: true);
        if (mapping.Coder is { } coder) ledger.Append(state => Confirm(state, reading.Document.Id), Run.Person(coder));
        string what = outcome == Outcome.Known ? "known" : "filed";
        terminal.WriteLine(Encoding.UTF8.GetBytes($"{what}: {reading.Findings.Length.ToString(CultureInfo.InvariantCulture)} records from {sheet.Path}{(mapping.Coder is { } by ? ", confirmed by " + by : ", as drafts")}"));
        return ExitCode.Done;
    }

    private static ImmutableArray<Entry> Confirm(LedgerState state, string document) =>
        [.. state.Documents[document].Records.Where(r => r.State == ReviewState.Draft).Select(r => new RecordConfirmed { Document = document, Record = r.Id, After = r.Latest })];

    private static void Report(IEnumerable<SheetProblem> problems, string path, Terminal terminal)
    {
        foreach (SheetProblem problem in problems.OrderBy(p => p.Row)) terminal.Report("DG3062", path, problem.ToString());
    }

    private static string WordOf(Decision decision) => decision switch
    {
        RecordRejected => "rejected",
        RecordAmended => "amended",
        _ => "confirmed",
    };
}
