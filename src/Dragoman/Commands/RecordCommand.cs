using System.CommandLine;
using System.Text;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Processes;
using Dragoman.Record.Views;
using Dragoman.Storage;
using NodaTime;

namespace Dragoman.Commands;

/// <summary><c>dragoman record</c>: prints what the ledger says of the process, now or as of an earlier day.</summary>
internal static class RecordCommand
{
    public static Command Create(Terminal terminal)
    {
        LedgerOption ledger = new();
        AsOfOption asOf = new();
        Option<string> format = new("--format") { Description = "What to write", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        ProcessOption process = new();
        Command command = new("record", "Prints the record of the process that the ledger holds.") { format };
        asOf.AddTo(command);
        ledger.AddTo(command);
        process.AddTo(command);
        command.SetAction(parsed => Print(ledger.PathOf(parsed), process.ScopeOf(parsed, CommandLine.DataOf(parsed)), asOf.MomentOf(parsed), parsed.GetRequiredValue(format), terminal));
        return command;
    }

    private static int Print(string path, ProcessScope scope, Instant? asOf, string format, Terminal terminal)
    {
        using ILedgerStore store = LedgerPlace.OpenToRead(path);
        Ledger ledger = new(store, SystemClock.Instance);
        LedgerState state = asOf is { } moment ? ledger.AsOf(moment) : ledger.State;
        if (format == "jsonl")
        {
            foreach (CitedRecord record in scope.Records(state)) terminal.WriteLine(RecordJson.Write(record));
        }
        else
        {
            terminal.Output.Write(Encoding.UTF8.GetBytes(new RecordText().Write(state, ProcessOverview.Of(state, scope: scope), scope)));
        }

        return ExitCode.Done;
    }
}
