using System.Net;
using System.Text.RegularExpressions;
using Dragoman.Desk;
using Dragoman.Record;
using Dragoman.Record.Processes;
using Dragoman.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed partial class ProcessDeskTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;
    private SqliteLedgerStore _store = null!;
    private Ledger _ledger = null!;
    private WebApplication _desk = null!;
    private HttpClient _browser = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = SqliteLedgerStore.OpenOrCreate(Path.Combine(_folder, "record.db"));
        _ledger = new Ledger(_store, new TickingClock(Instant.FromUtc(2031, 9, 10, 12, 0), Duration.FromMinutes(1)));
        _ledger.File(HandMade.Truce(), "rules/1");
        _ledger.File(HandMade.Truce("again"), "rules/1");
        PeaceProcess valley = new()
        {
            Key = "valley",
            Names = In("The valley"),
            Parties = [new() { Id = "norland", Role = PartyRole.Party, Names = In("Norland") }, new() { Id = "sudria", Role = PartyRole.Party, Names = In("Sudria") }],
            Issues = [],
            Places = In("Port Alder"),
        };
        _desk = DeskHost.Build(new(_ledger, "record.db", "Ada") { Catalogue = new([valley], OutletBook.Empty) }, builder => builder.WebHost.UseTestServer());
        await _desk.StartAsync(Cancellation);
        _browser = _desk.GetTestClient();
        _browser.BaseAddress = new("http://localhost");
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _desk.DisposeAsync();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("/processes/valley")]
    [InlineData("/?process=valley")]
    public async Task A_process_has_a_page_of_its_own(string address)
    {
        string page = await _browser.GetStringAsync(address, Cancellation);
        Assert.Contains("<h1>The valley</h1>", page, StringComparison.Ordinal);
        Assert.Contains("2 documents", page, StringComparison.Ordinal);
        Assert.Contains("From declaration to end", page, StringComparison.Ordinal);
        Assert.Contains("2 reports, 1 independent source", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_process_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(new Uri("/processes/nowhere", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(new Uri("/processes/nowhere/links", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_link_can_be_rejected_and_the_decision_taken_back()
    {
        string page = await Send(null, "reject");
        Assert.Contains("rejected", page, StringComparison.Ordinal);
        string id = Assert.Single(_ledger.State.LinkDecisions.Ids);
        Assert.Equal(Dragoman.Record.Entries.LinkStatus.Rejected, _ledger.State.LinkDecisions.StatusOf(id));
        await Send(id, "undo");
        Assert.Equal(Dragoman.Record.Entries.LinkStatus.Open, _ledger.State.LinkDecisions.StatusOf(id));
    }

    /// <summary>Decides on a link as the page's form does, and follows to the page.</summary>
    private async Task<string> Send(string? id, string decision)
    {
        using HttpResponseMessage shown = await _browser.GetAsync(new Uri("/processes/valley/links", UriKind.Relative), Cancellation);
        string page = await shown.Content.ReadAsStringAsync(Cancellation);
        Match form = Forms().Matches(page).First(f => id is null || f.Groups["link"].Value == id);
        using HttpRequestMessage request = new(HttpMethod.Post, "/processes/valley/links")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                [form.Groups["field"].Value] = form.Groups["token"].Value,
                ["link"] = form.Groups["link"].Value,
                ["after"] = form.Groups["after"].Value,
                ["decision"] = decision,
            }),
        };
        request.Headers.Add("Cookie", string.Join("; ", shown.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        using HttpResponseMessage answer = await _browser.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await _browser.GetStringAsync("/processes/valley/links", Cancellation);
    }

    private static Wording In(params string[] words) => new([new("en", [.. words])]);

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<field>[^\"]+)\" value=\"(?<token>[^\"]+)\" ?/?>\\s*<input type=\"hidden\" name=\"link\" value=\"(?<link>[^\"]+)\" ?/?>\\s*<input type=\"hidden\" name=\"after\"(?: value=\"(?<after>[^\"]*)\")? ?/?>", RegexOptions.None, 1000)]
    private static partial Regex Forms();
}
