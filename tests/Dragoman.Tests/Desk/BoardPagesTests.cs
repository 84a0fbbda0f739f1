using System.Net;
using System.Text.RegularExpressions;
using Dragoman.Boards;
using Dragoman.Desk;
using Dragoman.Language.Packs;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Sqlite;
using Dragoman.Tests.Repository;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed partial class BoardPagesTests : IAsyncLifetime
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
        DeskSettings settings = new(_ledger, "record.db", "Ada") { Boards = new(BoardData.Load(new DataFolder(RepositoryRoot.Path))) };
        _desk = DeskHost.Build(settings, builder => builder.WebHost.UseTestServer());
        await _desk.StartAsync(Cancellation);
        _browser = new(new CookieKeeper(_desk.GetTestServer().CreateHandler())) { BaseAddress = new("http://localhost") };
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _desk.DisposeAsync();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("/positions", "Norland")]
    [InlineData("/positions?party=state:Norland&issue=ceasefire", "Norland on ceasefire")]
    [InlineData("/forecasts", "Brenn expects a deal within weeks.")]
    [InlineData("/calendar", "Subscribe")]
    [InlineData("/timeline", "reported 9 Sep 2031")]
    [InlineData("/timeline?lanes=party&kind=violation&state=draft&from=2031-09-01&until=2031-09-30", "Oda Brenn")]
    [InlineData("/claims", "120")]
    [InlineData("/actors", "Ilan Kesh")]
    [InlineData("/network", "Tie by tie")]
    [InlineData("/timeline.svg", "<svg xmlns")]
    [InlineData("/claims.svg", "<svg xmlns")]
    [InlineData("/calendar.ics", "BEGIN:VEVENT")]
    [InlineData("/timeline.json", "\"lanes\"")]
    [InlineData("/claims.json", "\"series\"")]
    public async Task Each_board_shows_the_record(string address, string words) => Assert.Contains(words, await Get(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/timeline?from=never&until=2031-99-99&kind=nothing&lanes=x")]
    [InlineData("/timeline?from=8999-01-01&until=0002-01-01")]
    [InlineData("/calendar?month=0001-01&open=nothing")]
    [InlineData("/forecasts?stage=never&scale=none&page=1&open=nothing")]
    [InlineData("/positions?party=nobody&issue=nothing")]
    public async Task An_address_that_means_nothing_still_gives_a_page(string address) => Assert.NotEmpty(await Get(address));

    [Fact]
    public async Task An_actor_has_a_page_and_an_unknown_one_has_none()
    {
        string list = await Get("/actors");
        string address = ActorLink().Match(list).Groups["address"].Value;
        Assert.Contains("<h1>", await Get(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync("/actors/nobody", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_person_resolves_a_forecast_and_cites_records()
    {
        RecordState forecast = Record("forecast");
        RecordState agreement = Record("ceasefire");
        Dictionary<string, string> form = await Form($"/forecasts?open={forecast.Id}");
        form["outcome"] = "yes";
        form["cites"] = agreement.Id;
        form["note"] = "signed on Friday";
        HttpResponseMessage answer = await _browser.PostAsync($"/forecasts/{forecast.Id}/resolution", new FormUrlEncodedContent(form), Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, answer.StatusCode.ToString());
        LedgerLine line = Assert.IsType<LedgerLine>(_ledger.State.Resolutions.Holding(forecast.Id));
        ForecastResolved resolved = Assert.IsType<ForecastResolved>(line.Entry);
        Assert.Equal((ForecastOutcome.Yes, "signed on Friday", "Ada"), (resolved.Outcome, resolved.Note, line.Run.Name));
        Assert.Equal([agreement.Id], resolved.Cites);
        Assert.Contains("1 scored", await Get("/forecasts?stage=resolved"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forecast_is_not_resolved_without_the_desks_own_token()
    {
        RecordState forecast = Record("forecast");
        HttpResponseMessage answer = await _browser.PostAsync($"/forecasts/{forecast.Id}/resolution", new FormUrlEncodedContent([KeyValuePair.Create("outcome", "yes")]), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(_ledger.State.Resolutions.Holding(forecast.Id));
    }

    [Fact]
    public async Task Who_resolves_what_somebody_else_has_resolved_meanwhile_is_told()
    {
        RecordState forecast = Record("forecast");
        Dictionary<string, string> form = await Form($"/forecasts?open={forecast.Id}");
        _ledger.Resolve(new ForecastResolved { Document = "truce", Record = forecast.Id, Outcome = ForecastOutcome.No, Cites = [] }, Run.Person("Bo"));
        form["outcome"] = "yes";
        HttpResponseMessage answer = await _browser.PostAsync($"/forecasts/{forecast.Id}/resolution", new FormUrlEncodedContent(form), Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("resolved by Bo", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_moved_to_another_day()
    {
        RecordState meeting = Record("meeting");
        Dictionary<string, string> form = await Form($"/calendar?open={meeting.Id}");
        form["state"] = "moved";
        form["movedTo"] = "2031-09-15";
        await _browser.PostAsync($"/calendar/{meeting.Id}/settlement", new FormUrlEncodedContent(form), Cancellation);
        Assert.Contains("15 Sep 2031", await Get("/calendar"), StringComparison.Ordinal);
        Assert.Contains("20310915", await Get("/calendar.ics"), StringComparison.Ordinal);
    }

    private RecordState Record(string kind) => _ledger.State.Documents["truce"].Records.First(r => r.Kind == kind);

    private async Task<string> Get(string address)
    {
        HttpResponseMessage answer = await _browser.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<Dictionary<string, string>> Form(string address)
    {
        string page = await Get(address);
        return Hidden().Matches(page[page.IndexOf("class=\"resolve\"", StringComparison.Ordinal)..]).DistinctBy(m => m.Groups["name"].Value).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);
    }

    [GeneratedRegex("href=\"(?<address>/actors/[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ActorLink();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Hidden();

    /// <summary>Keeps cookies as a browser does.</summary>
    private sealed class CookieKeeper(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly CookieContainer _cookies = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header) request.Headers.Add("Cookie", header);
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set))
                foreach (string cookie in set) _cookies.SetCookies(request.RequestUri!, cookie);
            return answer;
        }
    }
}
