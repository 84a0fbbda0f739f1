using System.CommandLine;
using System.Globalization;
using System.Text;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Commands;

/// <summary><c>dragoman ledger copy|runs</c>: moves a ledger into another store; lists the runs that wrote it.</summary>
internal static class LedgerCommand
{
    public static Command Create(Terminal terminal) =>
        new("ledger", "Moves a ledger between SQLite and PostgreSQL, or lists the runs that wrote it.") { Copy(terminal), Runs(terminal) };

    private static Command Copy(Terminal terminal)
    {
        Argument<string> from = new("FROM") { Description = "The ledger to copy: a path or postgres://…" };
        Argument<string> to = new("TO") { Description = "Where to: a new ledger, or one that an earlier copy was making" };
        Command command = new("copy", "Copies a ledger line for line (the same sequence, ids, times and runs) and verifies the copy.") { from, to };
        command.SetAction(parsed => Copy(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), terminal));
        return command;
    }

    private static int Copy(string fromPlace, string toPlace, Terminal terminal)
    {
        using ILedgerStore from = LedgerPlace.OpenToRead(fromPlace);
        using ILedgerStore to = LedgerPlace.OpenOrCreate(toPlace);
        long copied = new LedgerCopier().Copy(from, to);
        Verification verification = Verifier.Verify(to.Read());
        foreach (Fault fault in verification.Faults) terminal.WriteLine(Encoding.UTF8.GetBytes($"{to.Name}, {fault}"));
        string verdict = verification.Faults.IsEmpty ? "verified" : string.Create(CultureInfo.InvariantCulture, $"{verification.Faults.Length} faults, which {from.Name} has too");
        terminal.WriteLine(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{copied} lines copied from {from.Name} to {to.Name}; {verification.Lines} lines, {verification.Documents} documents, {verification.Records} records: {verdict}")));
        return verification.Faults.IsEmpty ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static Command Runs(Terminal terminal)
    {
        LedgerOption ledger = new();
        Command command = new("runs", "Lists the runs that wrote the ledger: what `dragoman undo --run` takes back.");
        ledger.AddTo(command);
        command.SetAction(parsed => Runs(ledger.PathOf(parsed), terminal));
        return command;
    }

    private static int Runs(string place, Terminal terminal)
    {
        using ILedgerStore store = LedgerPlace.OpenToRead(place);
        LedgerState state = new Ledger(store, SystemClock.Instance).State;
        IEnumerable<IGrouping<string, LedgerLine>> runs = state.Documents.Values.Concat(state.Withdrawn.Values).SelectMany(d => d.History)
            .OrderBy(line => line.Sequence).GroupBy(line => line.Run.Id ?? "", StringComparer.Ordinal);
        foreach (IGrouping<string, LedgerLine> run in runs)
        {
            LedgerLine first = run.First();
            string name = run.Key.Length == 0 ? "(no id)     " : run.Key;
            string documents = run.Select(line => line.Entry.Document).Distinct(StringComparer.Ordinal).Count().ToString(CultureInfo.InvariantCulture);
            terminal.WriteLine(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"{name}  {InstantPattern.General.Format(first.Recorded)}  {run.Count(),8} entries in {documents,6} documents  {(run.Key.Length == 0 ? "before runs had ids" : first.Run.ToString())}")));
        }

        return ExitCode.Done;
    }
}
