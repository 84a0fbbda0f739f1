using System.CommandLine;
using System.Text;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Views;
using Dragoman.Storage;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Commands;

/// <summary><c>dragoman record</c>: prints what the ledger says of the process, now or as of an earlier day.</summary>
internal static class RecordCommand
{
    public static Command Create(Terminal terminal)
    {
        LedgerOption ledger = new();
        Option<string?> asOf = new("--as-of") { Description = "Only what had been recorded by the end of this day (2025-04-22) or by this moment (2025-04-22T12:00:00Z), UTC", HelpName = "DATE" };
        Option<string> format = new("--format") { Description = "What to write", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        Command command = new("record", "Prints the record of the process that the ledger holds.") { asOf, format };
        ledger.AddTo(command);
        command.SetAction(parsed => Print(ledger.PathOf(parsed), MomentOf(parsed.GetValue(asOf)), parsed.GetRequiredValue(format), terminal));
        return command;
    }

    private static int Print(string path, Instant? asOf, string format, Terminal terminal)
    {
        using ILedgerStore store = LedgerPlace.OpenToRead(path);
        Ledger ledger = new(store, SystemClock.Instance);
        LedgerState state = asOf is { } moment ? ledger.AsOf(moment) : ledger.State;
        if (format == "jsonl")
        {
            foreach (CitedRecord record in state.InOrder.SelectMany(d => d.Records.Select(r => new CitedRecord(d, r)))) terminal.WriteLine(RecordJson.Write(record));
        }
        else
        {
            terminal.Output.Write(Encoding.UTF8.GetBytes(new RecordText().Write(state, ProcessOverview.Of(state))));
        }

        return ExitCode.Done;
    }

    /// <exception cref="CommandException">It is neither a day nor a moment.</exception>
    private static Instant? MomentOf(string? text)
    {
        if (text is null) return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day) return day.Value.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() - Duration.Epsilon;
        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true } moment) return moment.Value;
        throw new CommandException("DG4010", $"'{text}' is no date; write a day as 2025-04-22 or a moment as 2025-04-22T12:00:00Z");
    }
}
