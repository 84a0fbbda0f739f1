using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Dragoman.Storage.Export.Csv;
using Dragoman.Storage.Export.Tables;
using Dragoman.Storage.Releases;
using NodaTime;

namespace Dragoman.Commands;

/// <summary><c>dragoman diff A B</c>, <c>dragoman diff --since DATE</c>: what came, changed and went between two releases, ledgers or moments.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        LedgerOption ledger = new();
        Argument<string[]> sides = new("side") { Description = "Two of: the folder of a release or CSV export, a ledger, a day (2025-04-22) or moment of the ledger", Arity = new(0, 2), HelpName = "A B" };
        Option<string?> since = new("--since") { Description = "What changed in the ledger since the end of this day (2025-04-22) or this moment (2025-04-22T12:00:00Z), UTC", HelpName = "DATE" };
        Option<bool> confirmed = new("--confirmed-only") { Description = "Leave out what nobody has confirmed" };
        Option<string> format = new("--format") { Description = "What to write", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "csv");
        Command command = new("diff", "Tells what changed in the record, row by row and slot by slot.") { sides, since, confirmed, format };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            string[] given = [.. parsed.GetValue(sides) ?? []];
            ExportScope scope = new(ConfirmedOnly: parsed.GetValue(confirmed));
            if (parsed.GetValue(since) is { } date)
            {
                if (given.Length > 0) throw new CommandException("DG4061", "give either --since or two things to compare");
                return Print(Moment(AsOfOption.Parse(date), date), Moment(null, "now"), parsed.GetRequiredValue(format), terminal);
            }

            if (given.Length != 2) throw new CommandException("DG4061", "give two things to compare (releases, ledgers or days), or --since");
            return Print(Side(given[0]), Side(given[1]), parsed.GetRequiredValue(format), terminal);

            RecordSnapshot Moment(Instant? at, string name) => RecordSnapshot.Of(LedgerSource.Open(ledger.PathOf(parsed), at, []).State, scope, name);

            RecordSnapshot Side(string side) =>
                Directory.Exists(side) ? RecordSnapshot.Read(side)
                : !File.Exists(side) && AsOfOption.TryParse(side) is { } at ? Moment(at, side)
                : RecordSnapshot.Of(LedgerSource.Open(side, null, []).State, scope, side);
        });
        return command;
    }

    private static int Print(RecordSnapshot before, RecordSnapshot after, string format, Terminal terminal)
    {
        ImmutableArray<Change> changes = new SnapshotDiffer().Compare(before, after);
        if (format == "csv")
        {
            terminal.Output.Write(new CsvWriter().Write(SnapshotDiffer.Tabulate(changes)));
            return ExitCode.Done;
        }

        string? table = null;
        foreach (Change change in changes)
        {
            if (change.Row.Table != table) terminal.WriteLine(Encoding.UTF8.GetBytes(table = change.Row.Table));
            terminal.WriteLine(Encoding.UTF8.GetBytes("  " + ReleaseMaker.LineOf(change)));
        }

        terminal.WriteLine(Encoding.UTF8.GetBytes($"{before.Name} → {after.Name}: {ReleaseMaker.Summary(changes)}"));
        return ExitCode.Done;
    }
}
