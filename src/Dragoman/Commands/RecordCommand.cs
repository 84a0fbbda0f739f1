using System.CommandLine;
using System.Text;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Linking;
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
        AsOfOption asOf = new();
        Option<string> format = new("--format") { Description = "What to write", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        ProcessOption process = new();
        Option<string?> saidUntil = new("--said-until") { Description = "Only what had been said by the end of this day, whenever it was recorded: by the document's date, or the statement's own time", HelpName = "DATE" };
        Command command = new("record", "Prints the record of the process that the ledger holds.") { saidUntil, format };
        asOf.AddTo(command);
        ledger.AddTo(command);
        process.AddTo(command);
        command.SetAction(parsed => Print(ledger.PathOf(parsed), process.Load(parsed, CommandLine.DataOf(parsed)), asOf.MomentOf(parsed), DayOf(parsed.GetValue(saidUntil)), parsed.GetRequiredValue(format), terminal));
        return command;
    }

    private static int Print(string path, ProcessChoice choice, Instant? asOf, LocalDate? saidUntil, string format, Terminal terminal)
    {
        using ILedgerStore store = LedgerPlace.OpenToRead(path);
        Ledger ledger = new(store, SystemClock.Instance);
        LedgerState state = asOf is { } moment ? ledger.AsOf(moment) : ledger.State;
        if (saidUntil is { } day) state = new SaidUntil(day).Of(state);
        if (format == "jsonl")
        {
            foreach (CitedRecord record in choice.Scope.Records(state)) terminal.WriteLine(RecordJson.Write(record));
        }
        else
        {
            Linkage links = new Linker().Link(state);
            terminal.Output.Write(Encoding.UTF8.GetBytes(new RecordText(new(choice.Catalogue.Outlets, links)).Write(state, ProcessOverview.Of(state, scope: choice.Scope, links: links), choice.Scope)));
        }

        return ExitCode.Done;
    }

    /// <exception cref="CommandException">It is no day.</exception>
    private static LocalDate? DayOf(string? text) => text is null ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value
        : throw new CommandException("DG4010", $"'{text}' is no day; write it as 2025-04-22");
}
