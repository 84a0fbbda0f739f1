using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Dragoman.Boards;
using Dragoman.Desk;
using Dragoman.Desk.PutIn;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Processes;
using Dragoman.Record;
using Dragoman.Storage;
using Dragoman.Storage.Search;
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
        Option<string> urls = new("--urls") { Description = "The address to serve at; beyond this machine only with --people", DefaultValueFactory = _ => DefaultAddress };
        Option<string?> reviewer = new("--reviewer") { Description = "The name that decisions are signed with [default: your user name]", HelpName = "NAME" };
        Command command = new("serve", "Opens the desk in a browser: the process at a glance, and each article with its records to review. Files the given articles first.") { urls, reviewer };
        Option<bool> fetching = new("--allow-fetching") { Description = "Let people fetch articles from public web addresses; without it nothing ever leaves this machine" };
        command.Add(fetching);
        TeamOptions team = new();
        documents.AddTo(command);
        ProfileOption profile = new();
        profile.AddTo(command);
        ledger.AddTo(command);
        team.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            Uri address = AddressOf(parsed.GetRequiredValue(urls));
            using TeamSettings shared = team.Read(parsed, address);
            return await ServeAsync(
                CommandLine.DataOf(parsed),
                profile.Of(parsed),
                documents.Open(parsed, terminal),
                ledger.PathOf(parsed, documents.OnlyFolder(parsed)),
                address,
                parsed.GetValue(reviewer) ?? Environment.UserName,
                shared,
                parsed.GetValue(fetching),
                terminal,
                cancellation);
        });
        return command;
    }

    /// <summary>The desk opens at once; what was given is read while it is open.</summary>
    private static async Task<int> ServeAsync(DataFolder data, Profile profile, IEnumerable<Arrival> arrivals, string path, Uri address, string reviewer, TeamSettings team, bool mayFetch, Terminal terminal, CancellationToken cancellation)
    {
        using ILedgerStore store = LedgerPlace.OpenOrCreate(path);
        Ledger ledger = new(store, SystemClock.Instance);
        Polyglot reader = Polyglot.Load(data, profile);
        await terminal.Error.WriteLineAsync($"Ledger: {(store.Name == path ? Path.GetFullPath(path) : store.Name)}");
        Registrar registrar = new(reader, ledger);
        await using Inbox inbox = new(registrar, new(SpoolOf(path)), mayFetch ? new() : null);
        using SearchIndex index = SearchIndex.Open(SearchIndex.PathOf(path));
        DeskSettings settings = new(ledger, store.Name, reviewer) { Boards = new(BoardData.Load(data)), Catalogue = ProcessCatalogue.Load(data), People = team.People, Hosts = team.Hosts, Inbox = inbox, Registrar = registrar, Search = index };
        await using WebApplication desk = DeskHost.Build(settings, builder => Listen(builder, address, team.Certificate));
        await StartAsync(desk, address, cancellation);
        await terminal.Error.WriteLineAsync($"The desk is open at {desk.Urls.First()}  (Ctrl+C closes it)");
        using CancellationTokenSource closing = CancellationTokenSource.CreateLinkedTokenSource(cancellation, desk.Lifetime.ApplicationStopping);
        await Task.Run(() => File(arrivals, registrar, settings, terminal, closing.Token), CancellationToken.None);
        await desk.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }

    /// <summary>Beside the ledger's file; for a ledger on a server, in the user's own data folder.</summary>
    private static string SpoolOf(string place) => place.Contains("://", StringComparison.Ordinal)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "dragoman", "inbox")
        : place + ".inbox";

    private static void Listen(WebApplicationBuilder builder, Uri address, X509Certificate2? certificate)
    {
        builder.WebHost.UseKestrelCore().UseUrls(address.ToString()).ConfigureKestrel(options => options.AddServerHeader = false);
        if (certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(options => options.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
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

    /// <exception cref="CommandException">DG4011: it is no http or https address.</exception>
    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw new CommandException("DG4011", $"'{text}' is no http address. Example: {DefaultAddress}");
}
