using System.Net;
using System.Text.RegularExpressions;
using Dragoman.Desk;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed partial class DeskTests : IAsyncLifetime
{
    private const int Milliseconds = 5000;
    private const string Hostile = "<script>alert(1)</script> \"onmouseover=\"alert(2) <img src=x onerror=alert(3)> &amp; Ünal 😀";

    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;
    private SqliteLedgerStore _store = null!;
    private Ledger _ledger = null!;
    private WebApplication _desk = null!;
    private HttpClient _browser = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DocumentState Truce => _ledger.State.Documents["truce"];

    public async ValueTask InitializeAsync()
    {
        _store = SqliteLedgerStore.OpenOrCreate(Path.Combine(_folder, "record.db"));
        _ledger = new Ledger(_store, new TickingClock(Instant.FromUtc(2031, 9, 10, 12, 0), Duration.FromMinutes(1)));
        _ledger.File(HandMade.Truce(), "rules/1");
        _desk = DeskHost.Build(new(_ledger, "record.db", "Ada"), builder => builder.WebHost.UseTestServer());
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

    [Fact]
    public async Task The_first_page_shows_the_process_and_links_each_line_to_its_words()
    {
        string page = await Get("/");
        Assert.Contains("The process at a glance", page, StringComparison.Ordinal);
        RecordState ceasefire = Record("ceasefire");
        string address = $"{DeskAddress.Of(Truce)}?record={ceasefire.Id}#w-{ceasefire.Id}";
        Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"w-{ceasefire.Id}\"", await Get(address), StringComparison.Ordinal);
        foreach (string heading in new[] { "Ceasefires", "Ahead", "Proposals and the answers", "Claims of violations", "Who said what last", "Forecasts", "first time" })
            Assert.Contains(heading, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_documents_are_listed_with_their_work_state()
    {
        _ledger.Fail(new ReadingFailed { Document = "source:bad.txt", Source = "bad.txt", Code = "DG2003", Message = "the file is empty" }, "rules/1");
        string page = await Get("/documents");
        Assert.Contains("Norland declares harvest truce", page, StringComparison.Ordinal);
        Assert.Contains("0 of 10 decided", page, StringComparison.Ordinal);
        Assert.Contains("DG2003", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_page_shows_the_article_word_for_word()
    {
        string page = await Get(DeskAddress.Of(Truce));
        string article = ArticleElement().Match(page).Value;
        string words = WebUtility.HtmlDecode(Tag().Replace(article, ""));
        Assert.Equal(WithoutSpace(Truce.Text), WithoutSpace(words));
    }

    [Fact]
    public async Task A_card_says_why_it_is_shown()
    {
        string page = await Get(DeskAddress.Of(Truce));
        Assert.Contains("en/frames/ceasefire.yml#test-1", page, StringComparison.Ordinal);
        Assert.Contains("the words “declared”", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_an_article_holds_it_stays_text()
    {
        DocumentReading reading = new HandMade(Hostile, Hostile).Region(RegionKind.Body, Hostile).Actor("A1", ActorKind.Person, Hostile)
            .Said("S1", "A1", "Ünal", "<script>alert(1)</script>").Build(Hostile, Hostile);
        _ledger.File(reading, "rules/1");
        string[] addresses = ["/", "/documents", DeskAddress.Of(_ledger.State.Documents[Hostile])];
        foreach (string address in addresses)
        {
            string page = await Get(address);
            Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotContain("\"onmouseover", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/documents")]
    [InlineData("/documents/nothing")]
    [InlineData("/nowhere")]
    public async Task Every_page_forbids_what_is_not_the_desks_own(string address)
    {
        HttpResponseMessage answer = await _browser.GetAsync(address, Cancellation);
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        string page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*src=)", page);
        Assert.All(Reference().Matches(page), reference => Assert.StartsWith("/", reference.Groups["address"].Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Style_and_script_come_with_the_program_and_are_cached()
    {
        foreach (Match reference in AssetReference().Matches(await Get("/")))
        {
            HttpResponseMessage answer = await _browser.GetAsync(reference.Groups["address"].Value, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_confirmation_appends_an_entry_signed_by_the_reviewer_and_goes_on_to_the_next_record()
    {
        RecordState record = Record("ceasefire");
        HttpResponseMessage answer = await Decide(record.Id, record.Latest, "confirm");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        RecordState next = Truce.Records.SkipWhile(r => r.Id != record.Id).Skip(1).First();
        Assert.Contains("record=" + next.Id, answer.Headers.Location!.ToString(), StringComparison.Ordinal);

        LedgerLine line = _store.Read().Last().Parse();
        Assert.IsType<RecordConfirmed>(line.Entry);
        Assert.Equal("person:Ada", line.Run.ToString());
        Assert.Equal(ReviewState.Confirmed, Record("ceasefire").State);
        Assert.Contains("1 of 10 decided", await Get(DeskAddress.Of(Truce)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_record_leaves_the_process_and_comes_back_when_the_rejection_is_undone()
    {
        RecordState record = Record("novelty");
        await Decide(record.Id, record.Latest, "reject", "document");
        Assert.DoesNotContain("Said to be the first time", await Get("/"), StringComparison.Ordinal);
        Assert.Equal(RejectionScope.Document, Assert.IsType<RecordRejected>(Record("novelty").Decided!.Entry).Scope);
        await Decide(record.Id, Record("novelty").Latest, "undo");
        Assert.Contains("Said to be the first time", await Get("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_changes_nothing()
    {
        RecordState record = Record("ceasefire");
        long head = _ledger.State.Head;
        using FormUrlEncodedContent form = new(Form(record.Id, record.Latest, "confirm", "record"));
        HttpResponseMessage answer = await _browser.PostAsync(DeskAddress.Decisions(Truce), form, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Reload the page", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(head, _ledger.State.Head);
    }

    [Fact]
    public async Task A_decision_on_what_has_changed_since_is_a_conflict_that_the_page_explains()
    {
        RecordState seen = Record("meeting");
        await Decide(seen.Id, seen.Latest, "confirm");
        HttpResponseMessage answer = await Decide(seen.Id, seen.Latest, "reject");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("has changed since you opened it", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(ReviewState.Confirmed, Record("meeting").State);
    }

    [Theory]
    [InlineData("perhaps", "record")]
    [InlineData("reject", "everything")]
    public async Task A_decision_that_does_not_exist_is_refused(string decision, string scope)
    {
        RecordState record = Record("ceasefire");
        Assert.Equal(HttpStatusCode.BadRequest, (await Decide(record.Id, record.Latest, decision, scope)).StatusCode);
        Assert.Equal(ReviewState.Draft, Record("ceasefire").State);
    }

    [Fact]
    public async Task The_desk_answers_to_no_other_name()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.Host = "desk.example.org";
        Assert.Equal(HttpStatusCode.BadRequest, (await _browser.SendAsync(request, Cancellation)).StatusCode);
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(string record, string after, string decision, string scope) =>
    [
        new("record", record), new("after", after), new("decision", decision), new("scope", scope), new("kind", ""),
    ];

    private static string WithoutSpace(string text) => Space().Replace(text, "");

    private RecordState Record(string kind) => Truce.All.Values.Single(r => r.Kind == kind);

    private async Task<string> Get(string address) => await _browser.GetStringAsync(address, Cancellation);

    /// <summary>Sends a decision as the page's own form would: with its cookie and its token.</summary>
    private async Task<HttpResponseMessage> Decide(string record, string after, string decision, string scope = "record")
    {
        HttpResponseMessage page = await _browser.GetAsync(DeskAddress.Of(Truce), Cancellation);
        Match token = Token().Match(await page.Content.ReadAsStringAsync(Cancellation));
        using HttpRequestMessage request = new(HttpMethod.Post, DeskAddress.Decisions(Truce))
        {
            Content = new FormUrlEncodedContent(Form(record, after, decision, scope).Append(new(token.Groups["name"].Value, token.Groups["value"].Value))),
        };
        if (page.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies)) request.Headers.Add("Cookie", cookies.Select(c => c.Split(';')[0]));
        return await _browser.SendAsync(request, Cancellation);
    }

    [GeneratedRegex("<article.*</article>", RegexOptions.Singleline, Milliseconds)]
    private static partial Regex ArticleElement();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, Milliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.None, Milliseconds)]
    private static partial Regex Space();

    [GeneratedRegex("(?:src|href|action)=\"(?<address>[^\"#][^\"]*)\"", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Reference();

    [GeneratedRegex("\"(?<address>/assets/[^\"]+)\"", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex AssetReference();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>__[^\"]+)\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Token();
}
