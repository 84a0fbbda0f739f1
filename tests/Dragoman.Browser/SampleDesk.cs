using System.Globalization;
using Dragoman.Boards;
using Dragoman.Commands;
using Dragoman.Desk;
using Dragoman.Desk.PutIn;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Processes;
using Dragoman.Record;
using Dragoman.Record.Views;
using Dragoman.Storage.Search;
using Dragoman.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using NodaTime;
using Xunit;

[assembly: AssemblyFixture(typeof(Dragoman.Browser.Samples))]

namespace Dragoman.Browser;

/// <summary>A ledger of the samples, read once; each desk under test gets a copy.</summary>
public sealed class Samples : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-browser-").FullName;
    private int _copies;

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    public static Polyglot Reader { get; } = Polyglot.Load(new DataFolder(Root));

    private string Original => Path.Combine(_folder, "samples.db");

    public ValueTask InitializeAsync()
    {
        if (Chromium.Installed is null) return ValueTask.CompletedTask;
        using SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(Original);
        Registrar registrar = new(Reader, new Ledger(store, SystemClock.Instance));
        foreach (Registration _ in registrar.File(new ArticleIntake().Take([Path.Combine(Root, "samples")])))
        {
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Path of a fresh copy of the ledger.</summary>
    public string Copy()
    {
        Assert.SkipWhen(Chromium.Installed is null, "no Chromium is installed; set DRAGOMAN_CHROMIUM to one");
        string copy = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"record-{++_copies}.db"));
        File.Copy(Original, copy);
        return copy;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Dragoman.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests must run inside the repository.");
    }
}

/// <summary>A desk with a ledger of its own, served on a free port of this machine.</summary>
public sealed class SampleDesk : IAsyncDisposable
{
    private readonly SqliteLedgerStore _store;
    private readonly Inbox _inbox;
    private readonly SearchIndex _search;
    private readonly WebApplication _desk;

    private SampleDesk(SqliteLedgerStore store, Ledger ledger, Inbox inbox, SearchIndex search, WebApplication desk)
    {
        _store = store;
        Ledger = ledger;
        _inbox = inbox;
        _search = search;
        _desk = desk;
    }

    public Ledger Ledger { get; }

    public Uri Address => new(_desk.Urls.First());

    public LedgerState State => Ledger.State;

    public static async Task<SampleDesk> OpenAsync(Samples samples) => await OpenAsync(samples.Copy());

    public static async Task<SampleDesk> OpenAsync(string path)
    {
        SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(path);
        Ledger ledger = new(store, SystemClock.Instance);
        Registrar registrar = new(Samples.Reader, ledger);
        Inbox inbox = new(registrar, new(path + ".inbox"));
        SearchIndex search = SearchIndex.Open(SearchIndex.PathOf(path));
        WebApplication desk = DeskHost.Build(new(ledger, "record.db", "Ada") { Boards = new(BoardData.Load(new(Samples.Root))), Catalogue = ProcessCatalogue.Load(new(Samples.Root)), Inbox = inbox, Registrar = registrar, Search = search }, builder => builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0"));
        await desk.StartAsync(TestContext.Current.CancellationToken);
        return new(store, ledger, inbox, search, desk);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _inbox.DisposeAsync();
        _search.Dispose();
        _store.Dispose();
    }
}
