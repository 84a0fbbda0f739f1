using System.Collections.Immutable;
using Dragoman.Commands;
using Dragoman.Desk.Access;
using Dragoman.Desk.Api;
using Dragoman.Desk.App;
using Dragoman.Desk.Boards;
using Dragoman.Desk.PutIn;
using Dragoman.Desk.Room;
using Dragoman.Desk.Search;
using Dragoman.Pages;
using Dragoman.Reading.Processes;
using Dragoman.Record;
using Dragoman.Record.Processes;
using Dragoman.Record.Views.Boards;
using Dragoman.Storage.People;
using Dragoman.Storage.Search;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Net.Http.Headers;

namespace Dragoman.Desk;

/// <summary>What the desk shows and who sits at it.</summary>
/// <param name="Ledger">The record.</param>
/// <param name="Place">Where it is kept, as the page names it.</param>
/// <param name="Reviewer">The name that decisions are signed with.</param>
public sealed record DeskSettings(Ledger Ledger, string Place, string Reviewer)
{
    private volatile bool _isReading;

    /// <summary>The one who sits at this machine; null where people sign in.</summary>
    public Person? LocalPerson => People is null ? new(Reviewer, Role.Administrator) : null;

    /// <summary>Who may sign in, where a team shares the desk; null where one person sits at this machine.</summary>
    public PeopleFile? People { get; init; }

    /// <summary>Makes the boards of the ledger's states.</summary>
    public BoardMaker Boards { get; init; } = new(BoardWorld.Empty);

    /// <summary>The record as the boards see it now.</summary>
    public Board Board => Boards.Of(Ledger.State);

    /// <summary>Names under which a team's desk is reached, beside those of this machine.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The processes that documents are filed under, and what is known of outlets.</summary>
    public ProcessCatalogue Catalogue { get; init; } = ProcessCatalogue.Empty;

    /// <summary>Tells which process a document belongs to.</summary>
    public DocumentPlacer Placer => field ??= new(Catalogue.Processes);

    /// <summary>The full-text index; null where nothing is searched.</summary>
    public SearchIndex? Search { get; init; }

    /// <summary>Reads what is put in at the desk; null where the desk only shows.</summary>
    public Inbox? Inbox { get; init; }

    /// <summary>Reads a corrected document again; null where the desk only shows.</summary>
    public Registrar? Registrar { get; init; }

    /// <summary>Whether documents are still coming in.</summary>
    public bool IsReading
    {
        get => _isReading;
        set => _isReading = value;
    }
}

/// <summary>The desk as a web application: pages rendered whole on the server, readable and usable without scripts.</summary>
public static class DeskHost
{
    private static readonly ImmutableArray<string> ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <param name="settings">What to show.</param>
    /// <param name="arrange">Chooses the server and its address.</param>
    public static WebApplication Build(DeskSettings settings, Action<WebApplicationBuilder> arrange)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(DeskHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        arrange(builder);
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None); // a cookie of an earlier desk is no fault, and DeskFaults answers a bad form
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRouting().AddRazorComponents();
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "desk");
        if (settings.People is { } people) TeamAccess.Add(builder, people);
        else builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // forms are good until the desk is closed; no key is left on the disk
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. ThisMachine, .. settings.Hosts]);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true); // so that DeskFaults answers with a page
        builder.Services.AddSingleton(settings);
        ApiDescription.Add(builder.Services);

        WebApplication desk = builder.Build();
        UseMiddleware(desk, settings);
        Map(desk, settings);
        return desk;
    }

    private static void UseMiddleware(WebApplication desk, DeskSettings settings)
    {
        if (settings.People is not null) desk.UseForwardedHeaders();
        desk.UseHostFiltering(); // a page elsewhere cannot reach the desk under a name of its own
        desk.UseMiddleware<DeskHeaders>();
        desk.UseMiddleware<DeskFaults>();
        desk.UseMiddleware<SameOrigin>();
        desk.UseRouting();
        if (settings.People is not null) desk.UseAuthentication().UseRateLimiter();
        desk.UseMiddleware<Gate>();
        desk.UseAntiforgery();
    }

    private static void Map(WebApplication desk, DeskSettings settings)
    {
        MapPages(desk, settings);
        ProcessPages.Map(desk, settings);
        DocumentPages.Map(desk, settings);
        ShelfPages.Map(desk, settings);
        DecisionEndpoint.Map(desk);
        ApiEndpoints.Map(desk);
        RoomPages.Map(desk);
        AppEndpoints.Map(desk, settings);
        BoardPages.Map(desk, settings);
        QueuePages.Map(desk);
        SearchPages.Map(desk);
        AboutPages.Map(desk);
        PutInPages.Map(desk);
        if (settings.People is not null) TeamAccess.Map(desk);
    }

    private static void MapPages(WebApplication desk, DeskSettings settings)
    {
        Page("/documents", (int? page) => new RazorComponentResult<DocumentsPage>(new { settings.Ledger.State, Ledger = settings.Place, settings.IsReading, PageNumber = Math.Clamp(page ?? 1, 1, int.MaxValue / 1000) }));
        foreach (Asset asset in PageAssets.All)
        {
            Page(asset.Path, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
                if (!context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase)) return Results.Text(asset.Text, asset.ContentType);
                context.Response.Headers.ContentEncoding = "br";
                return Results.Bytes(asset.Compressed, asset.ContentType);
            }).WithMetadata(new OpenToAnybody());
        }

        Page("/favicon.ico", () => Results.Text(PageAssets.Icon.Text, PageAssets.Icon.ContentType)).WithMetadata(new OpenToAnybody());
        desk.MapFallback(() => Missing(settings));

        RouteHandlerBuilder Page(string address, Delegate answer) => desk.MapMethods(address, [HttpMethods.Get, HttpMethods.Head], answer);
    }

    internal static IResult Missing(DeskSettings settings) => new RazorComponentResult<MessagePage>(new
    {
        Heading = "There is no such page",
        Text = "The address may be old, or the document is not in this ledger.",
        Ledger = settings.Place,
    })
    {
        StatusCode = StatusCodes.Status404NotFound,
    };
}
