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

    /// <summary>The desk opens at once; what was given is read while it is open.</summary>
    private static async Task<int> ServeAsync(DataFolder data, IEnumerable<Arrival> arrivals, string path, Uri address, string reviewer, Terminal terminal, CancellationToken cancellation)
    {
        using SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(path);
        Ledger ledger = new(store, SystemClock.Instance);
        Polyglot reader = Polyglot.Load(data);
        await terminal.Error.WriteLineAsync($"Ledger: {Path.GetFullPath(path)}");
        DeskSettings settings = new(ledger, path, reviewer);
        await using WebApplication desk = DeskHost.Build(settings, builder => builder.WebHost.UseKestrelCore().UseUrls(address.ToString()));
        await StartAsync(desk, address, cancellation);
        await terminal.Error.WriteLineAsync($"The desk is open at {desk.Urls.First()}  (Ctrl+C closes it)");
        using CancellationTokenSource closing = CancellationTokenSource.CreateLinkedTokenSource(cancellation, desk.Lifetime.ApplicationStopping);
        await Task.Run(() => File(arrivals, new Registrar(reader, ledger), settings, terminal, closing.Token), CancellationToken.None);
        await desk.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }

    /// <exception cref="CommandException">DG4012: nothing can be served at this address.</exception>
    private static async Task StartAsync(WebApplication desk, Uri address, CancellationToken cancellation)
    {
        try
        {
            await desk.StartAsync(cancellation);
        }
        catch (IOException error)
        {
            throw new CommandException("DG4012", $"the desk cannot be served at {address} ({error.Message}); another program may use it: give another address, such as --urls http://127.0.0.1:5078");
        }
    }

    /// <summary>What was given is read again if it is known, so that the desk shows what the reader finds today; decisions stand.</summary>
    private static void File(IEnumerable<Arrival> arrivals, Registrar registrar, DeskSettings settings, Terminal terminal, CancellationToken closing)
    {
        int count = 0;
        settings.IsReading = true;
        foreach (Registration registration in registrar.File(arrivals, again: true))
        {
            if (registration.Failure is { } failure) terminal.Report(failure.Code, failure.Source, failure.Message);
            else count++;
            if (closing.IsCancellationRequested) return;
        }

        settings.IsReading = false;
        if (count > 0) terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Read {count} {(count == 1 ? "document" : "documents")}."));
    }

    /// <exception cref="CommandException">It is no http address of this machine.</exception>
    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback
            ? address
            : throw new CommandException("DG4011", $"'{text}' is no http address of this machine; the desk is for the one who sits at it. Example: {DefaultAddress}");
}
