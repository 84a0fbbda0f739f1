using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
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

public sealed class ApiTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;
    private SqliteLedgerStore _store = null!;
    private Ledger _ledger = null!;
    private WebApplication _desk = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DocumentState Truce => _ledger.State.Documents["truce"];

    private RecordState Ceasefire => Truce.All.Values.Single(r => r.Kind == "ceasefire");

    private string Document => $"/api/v1/documents/{Truce.Key}";

    private string Decisions => $"{Document}/records/{Ceasefire.Id}/decisions";

    public async ValueTask InitializeAsync()
    {
        _store = SqliteLedgerStore.OpenOrCreate(Path.Combine(_folder, "record.db"));
        _ledger = new Ledger(_store, new TickingClock(Instant.FromUtc(2031, 9, 10, 12, 0), Duration.FromMinutes(1)));
        _ledger.File(HandMade.Truce(), "rules/1");
        _desk = DeskHost.Build(new(_ledger, "record.db", "Ada"), builder => builder.WebHost.UseTestServer());
        await _desk.StartAsync(Cancellation);
        _client = _desk.GetTestClient();
        _client.BaseAddress = new("http://localhost");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _desk.DisposeAsync();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("summary", "/api/v1/")]
    [InlineData("documents", "/api/v1/documents")]
    [InlineData("document", "DOCUMENT")]
    [InlineData("records", "/api/v1/records?kind=ceasefire")]
    [InlineData("record", "CEASEFIRE")]
    public async Task The_description_shows_what_the_desk_gives(string example, string address)
    {
        address = address switch { "DOCUMENT" => Document, "CEASEFIRE" => $"{Document}/records/{Ceasefire.Id}", _ => address };
        Golden.Verify(Indented(await _client.GetStringAsync(address, Cancellation)), "src", "Dragoman", "Desk", "Api", "examples", example + ".json");
    }

    [Fact]
    public async Task Every_address_is_described_and_every_answer_in_JSON_has_its_example()
    {
        JsonNode description = JsonNode.Parse(await _client.GetStringAsync("/api/openapi.json", Cancellation))!;
        Assert.StartsWith("3.1", description["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        JsonObject paths = description["paths"]!.AsObject();
        Assert.Contains("/api/v1/records", paths.Select(p => p.Key));
        Assert.Contains("/api/v1/documents/{key}/records/{id}/decisions", paths.Select(p => p.Key));
        foreach ((string path, JsonNode? operations) in paths)
        {
            foreach ((string method, JsonNode? operation) in operations!.AsObject())
            {
                Assert.False(string.IsNullOrEmpty(operation!["summary"]?.GetValue<string>()), $"{method} {path} has no summary");
                if (operation["responses"]?["200"]?["content"]?["application/json"] is JsonObject content) Assert.True(content.ContainsKey("example"), $"{method} {path} has no example");
            }
        }
    }

    [Fact]
    public async Task Pages_of_records_follow_one_another_without_gap_or_repeat()
    {
        List<string> ids = [];
        string? next = "";
        while (next is not null)
        {
            JsonNode page = JsonNode.Parse(await _client.GetStringAsync($"/api/v1/records?limit=3&after={Uri.EscapeDataString(next)}", Cancellation))!;
            ids.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }

        Assert.Equal(Truce.Records.Select(r => r.Id), ids);
    }

    [Theory]
    [InlineData("kind=ceasefire", 1)]
    [InlineData("kind=statement&state=confirmed", 0)]
    [InlineData("from=2031-09-11", 0)]
    [InlineData("outlet=Nobody", 0)]
    public async Task The_query_narrows(string query, int count)
    {
        JsonNode page = JsonNode.Parse(await _client.GetStringAsync("/api/v1/records?" + query, Cancellation))!;
        Assert.Equal(count, page["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/api/v1/records?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/records?limit=many", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/records?state=perhaps", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/records?from=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/records?after=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/documents/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nowhere", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_a_problem_in_JSON(string address, HttpStatusCode status)
    {
        HttpResponseMessage answer = await _client.GetAsync(address, Cancellation);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.False(string.IsNullOrEmpty(problem["detail"]?.GetValue<string>()));
    }

    [Fact]
    public async Task A_program_that_asks_again_learns_that_nothing_has_changed()
    {
        HttpResponseMessage first = await _client.GetAsync("/api/v1/records", Cancellation);
        using HttpRequestMessage again = new(HttpMethod.Get, "/api/v1/records");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again, Cancellation)).StatusCode);
        _ledger.Decide(new RecordConfirmed { Document = "truce", Record = Ceasefire.Id, After = Ceasefire.Latest }, Run.Person("Ada"));
        using HttpRequestMessage later = new(HttpMethod.Get, "/api/v1/records");
        later.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await _client.SendAsync(later, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_program_decides_and_learns_of_a_conflict()
    {
        string seen = Ceasefire.Latest;
        HttpResponseMessage answer = await _client.PostAsJsonAsync(Decisions, new { decision = "confirm", after = seen, note = "two outlets" }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("confirmed", JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["state"]!.GetValue<string>());
        Assert.Equal("two outlets", ((Decision)Ceasefire.Decided!.Entry).Note);

        HttpResponseMessage conflict = await _client.PostAsJsonAsync(Decisions, new { decision = "reject", after = seen }, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal("DG3008", JsonNode.Parse(await conflict.Content.ReadAsStringAsync(Cancellation))!["code"]!.GetValue<string>());
        Assert.Equal(ReviewState.Confirmed, Ceasefire.State);
    }

    [Theory]
    [InlineData("""{ "decision": "perhaps", "after": "x" }""", "application/json")]
    [InlineData("""{ "decision": "confirm" }""", "application/json")]
    [InlineData("""{ "decision": "confirm", "after": "x", "colour": "red" }""", "application/json")]
    [InlineData("not JSON", "application/json")]
    [InlineData("""{ "decision": "confirm", "after": "x" }""", "text/plain")]
    [InlineData("decision=confirm&after=x", "application/x-www-form-urlencoded")]
    public async Task A_decision_that_is_not_of_its_form_changes_nothing(string body, string type)
    {
        using StringContent content = new(body, Encoding.UTF8, type);
        HttpResponseMessage answer = await _client.PostAsync(Decisions, content, Cancellation);
        Assert.InRange((int)answer.StatusCode, 400, 415);
        Assert.Equal(ReviewState.Draft, Ceasefire.State);
    }

    [Fact]
    public async Task A_listener_hears_of_the_ledger_now_and_when_it_has_moved_on()
    {
        using HttpResponseMessage answer = await _client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using StreamReader events = new(await answer.Content.ReadAsStreamAsync(Cancellation));
        long before = _ledger.State.Head;
        Assert.Equal(before, await Next(events));
        _ledger.Decide(new RecordConfirmed { Document = "truce", Record = Ceasefire.Id, After = Ceasefire.Latest }, Run.Person("Ada"));
        Assert.Equal(before + 1, await Next(events));
    }

    private static async Task<long> Next(StreamReader events)
    {
        while (await events.ReadLineAsync(Cancellation) is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal)) return JsonNode.Parse(line["data:".Length..])!["head"]!.GetValue<long>();
        return -1;
    }

    private static string Indented(string json)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
            JsonDocument.Parse(json).WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
