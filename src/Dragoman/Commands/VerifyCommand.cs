using System.CommandLine;
using System.Globalization;
using System.Text;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Storage;

namespace Dragoman.Commands;

/// <summary><c>dragoman verify</c>: checks a ledger from its first line to its last.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        LedgerOption ledger = new();
        Command command = new("verify", "Checks that every line of the ledger is as it was written and every cited passage stands in its text.");
        ledger.AddTo(command);
        command.SetAction(parsed => Verify(ledger.PathOf(parsed), terminal));
        return command;
    }

    private static int Verify(string path, Terminal terminal)
    {
        using ILedgerStore store = LedgerPlace.OpenToRead(path);
        path = store.Name;
        Verification verification = Verifier.Verify(store.Read());
        foreach (Fault fault in verification.Faults) terminal.WriteLine(Encoding.UTF8.GetBytes($"{path}, {fault}"));
        string counts = string.Create(CultureInfo.InvariantCulture, $"{verification.Lines} lines, {verification.Documents} documents, {verification.Records} records, {verification.Passages} cited passages");
        string verdict = verification.Faults.IsEmpty ? "every line is as it was written and every passage stands in its text" : string.Create(CultureInfo.InvariantCulture, $"{verification.Faults.Length} faults");
        terminal.WriteLine(Encoding.UTF8.GetBytes($"{path}: {counts}: {verdict}"));
        return verification.Faults.IsEmpty ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
