using System.CommandLine;
using System.Globalization;
using Dragoman.Desk;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Storage.Sqlite;
using NodaTime;

namespace Dragoman.Commands;

/// <summary><c>dragoman serve [FILE…]</c>: files the given articles and opens the desk on this machine.</summary>
internal static class ServeCommand
{
    private const string DefaultAddress = "http://127.0.0.1:5077";

    public static Command Create(Terminal terminal)
    {
        DocumentArguments documents = new(optional: true);
        LedgerOption ledger = new();
        Option<string> urls = new("--urls") { Description = "The address to serve at, on this machine only", DefaultValueFactory = _ => DefaultAddress };
        Option<string?> reviewer = new("--reviewer") { Description = "The name that decisions are signed with [default: your user name]", HelpName = "NAME" };
        Command command = new("serve", "Opens the desk in a browser: the process at a glance, and each article with its records to review. Files the given articles first.") { urls, reviewer };
        documents.AddTo(command);
        ledger.AddTo(command);
        command.SetAction((parsed, cancellation) => ServeAsync(
            CommandLine.DataOf(parsed),
            documents.Open(parsed, terminal),
            ledger.PathOf(parsed, documents.OnlyFolder(parsed)),
            AddressOf(parsed.GetRequiredValue(urls)),
            parsed.GetValue(reviewer) ?? Environment.UserName,
            terminal,
            cancellation));
        return command;
    }

    private static async Task<int> ServeAsync(DataFolder data, IEnumerable<Arrival> arrivals, string path, Uri address, string reviewer, Terminal terminal, CancellationToken cancellation)
    {
        using SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(path);
        Ledger ledger = new(store, SystemClock.Instance);
        await terminal.Error.WriteLineAsync($"Ledger: {Path.GetFullPath(path)}");
        await FileAsync(data, arrivals, ledger, terminal, cancellation);
        await using WebApplication desk = DeskHost.Build(new(ledger, path, reviewer), builder => builder.WebHost.UseKestrelCore().UseUrls(address.ToString()));
        try
        {
            await desk.StartAsync(cancellation);
        }
        catch (IOException error)
        {
            throw new CommandException("DG4012", $"the desk cannot be served at {address} ({error.Message}); another program may use it: give another address, such as --urls http://127.0.0.1:5078");
        }

        await terminal.Error.WriteLineAsync($"The desk is open at {desk.Urls.First()}  (Ctrl+C closes it)");
        await desk.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }

    /// <summary>What was given is read again if it is known, so that the desk shows what the reader finds today; decisions stand.</summary>
    private static async Task FileAsync(DataFolder data, IEnumerable<Arrival> arrivals, Ledger ledger, Terminal terminal, CancellationToken cancellation)
    {
        using IEnumerator<Arrival> arrival = arrivals.GetEnumerator();
        if (!arrival.MoveNext()) return;
        Registrar registrar = new(Polyglot.Load(data), ledger);
        int count = 0;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            Registration registration = registrar.File(arrival.Current, again: true);
            if (registration.Failure is { } failure) terminal.Report(failure.Code, failure.Source, failure.Message);
            else count++;
        }
        while (arrival.MoveNext());

        await terminal.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Read {count} {(count == 1 ? "document" : "documents")}."));
    }

    /// <exception cref="CommandException">It is no http address of this machine.</exception>
    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback
            ? address
            : throw new CommandException("DG4011", $"'{text}' is no http address of this machine; the desk is for the one who sits at it. Example: {DefaultAddress}");
}
