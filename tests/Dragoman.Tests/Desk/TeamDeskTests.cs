using System.Net;
using System.Text.RegularExpressions;
using Dragoman.Desk;
using Dragoman.Desk.Access;
using Dragoman.Record;
using Dragoman.Record.Views;
using Dragoman.Storage.People;
using Dragoman.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

/// <summary>A desk that a team shares: nobody sees anything without having signed in, and each does what their role allows.</summary>
public sealed partial class TeamDeskTests : IAsyncLifetime
{
    private const string Password = "harvest moon over Sudria";

    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;
    private readonly TickingClock _clock = new(Instant.FromUtc(2031, 9, 10, 12, 0), Duration.FromSeconds(1));
    private SqliteLedgerStore _store = null!;
    private PeopleFile _file = null!;
    private Ledger _ledger = null!;
    private WebApplication _desk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RecordState Ceasefire => _ledger.State.Documents["truce"].All.Values.Single(r => r.Kind == "ceasefire");

    public async ValueTask InitializeAsync()
    {
        _store = SqliteLedgerStore.OpenOrCreate(Path.Combine(_folder, "record.db"));
        _file = PeopleFile.OpenOrCreate(Path.Combine(_folder, "people.db"), _clock);
        _ledger = new Ledger(_store, _clock);
        _ledger.File(HandMade.Truce(), "rules/1");
        await Change(people => people.AddAsync("Ada", Role.Administrator, Password, "test"));
        await Change(people => people.AddAsync("Cem", Role.Coder, Password, "test"));
        await Change(people => people.AddAsync("Rosa", Role.Reader, Password, "test"));
        _desk = DeskHost.Build(new(_ledger, "record.db", "nobody") { People = _file, Hosts = ["desk.example.org"] }, builder => builder.WebHost.UseTestServer());
        await _desk.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        _file.Dispose();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/documents")]
    [InlineData("/people")]
    [InlineData("/nowhere")]
    public async Task Whoever_has_not_signed_in_sees_only_the_sign_in_page(string address)
    {
        using Visitor visitor = new(_desk);
        HttpResponseMessage answer = await visitor.Get(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?to=" + Uri.EscapeDataString(address), answer.Headers.Location!.ToString());
        string page = await (await visitor.Get("/sign-in")).Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("record.db", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_was_asked_for_and_decisions_carry_the_name()
    {
        using Visitor cem = new(_desk);
        HttpResponseMessage answer = await cem.SignIn("Cem", Password, "/documents");
        Assert.Equal("/documents", answer.Headers.Location!.ToString());
        Assert.Contains("Cem (coder)", await cem.Page("/"), StringComparison.Ordinal);

        await cem.Decide(_ledger.State.Documents["truce"], Ceasefire);
        Assert.Equal(ReviewState.Confirmed, Ceasefire.State);
        Assert.Equal("person:Cem", Ceasefire.Decided!.Run.ToString());
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_to_no_other_site(string to)
    {
        using Visitor cem = new(_desk);
        Assert.Equal("/", (await cem.SignIn("Cem", Password, to)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer()
    {
        using Visitor visitor = new(_desk);
        HttpResponseMessage wrongName = await visitor.SignIn("Nobody", Password);
        HttpResponseMessage wrongPassword = await visitor.SignIn("Cem", "not the password");
        Assert.Equal(HttpStatusCode.Unauthorized, wrongName.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrongPassword.StatusCode);
        Assert.Equal(Notice(await wrongName.Content.ReadAsStringAsync(Cancellation)), Notice(await wrongPassword.Content.ReadAsStringAsync(Cancellation)));
        Assert.Equal(["sign-in-refused", "sign-in-refused"], _file.Audit(2).Select(line => line.What));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_not_taken_either()
    {
        using Visitor visitor = new(_desk);
        for (int i = 0; i < 5; i++) await visitor.SignIn("Cem", "not the password");
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.SignIn("Cem", Password)).StatusCode);
        await Change(people => people.SetPasswordAsync("Cem", Password + "!", "test"));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignIn("Cem", Password + "!")).StatusCode);
    }

    [Fact]
    public async Task Too_many_sign_ins_from_one_address_have_to_wait()
    {
        using Visitor visitor = new(_desk);
        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 11; i++) answers.Add((await visitor.SignIn("Nobody", "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers[..10]);
    }

    [Fact]
    public async Task A_reader_decides_nothing_and_only_an_administrator_sees_the_people()
    {
        using Visitor rosa = new(_desk);
        await rosa.SignIn("Rosa", Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await rosa.Decide(_ledger.State.Documents["truce"], Ceasefire)).StatusCode);
        Assert.Equal(ReviewState.Draft, Ceasefire.State);
        Assert.Equal(HttpStatusCode.Forbidden, (await rosa.Get("/people")).StatusCode);
        Assert.Equal("forbidden", _file.Audit(1)[0].What);

        using Visitor ada = new(_desk);
        await ada.SignIn("Ada", Password);
        Assert.Contains("Rosa", await ada.Page("/people"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_disabled_or_gets_another_role_has_it_at_once()
    {
        using Visitor cem = new(_desk);
        await cem.SignIn("Cem", Password);
        await Change(people => people.SetDisabledAsync("Cem", isDisabled: true, "test"));
        Assert.Equal(HttpStatusCode.Redirect, (await cem.Get("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await cem.SignIn("Cem", Password)).StatusCode);
    }

    [Fact]
    public async Task An_access_token_acts_for_its_person_until_it_is_revoked()
    {
        string token = "";
        await Change(async people => token = await people.MakeTokenAsync("Rosa", "test"));
        using Visitor program = new(_desk) { Token = token };
        Assert.Equal(HttpStatusCode.OK, (await program.Get("/documents")).StatusCode);
        await Change(people => people.RevokeTokensAsync("Rosa", "test"));
        Assert.Equal(HttpStatusCode.Redirect, (await program.Get("/documents")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_clears_what_the_browser_kept()
    {
        using Visitor cem = new(_desk);
        await cem.SignIn("Cem", Password);
        HttpResponseMessage answer = await cem.Post("/sign-out", "/documents");
        Assert.Contains("storage", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await cem.Get("/")).StatusCode);
    }

    [Fact]
    public async Task A_change_that_a_page_of_another_site_asks_for_is_refused()
    {
        using Visitor cem = new(_desk) { Site = "cross-site" };
        Assert.Equal(HttpStatusCode.BadRequest, (await cem.SignIn("Cem", Password)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_adds_people_and_every_change_stands_in_the_audit_log()
    {
        using Visitor ada = new(_desk);
        await ada.SignIn("Ada", Password);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.Post("/people", "/people", ("name", "Deniz"), ("role", "curator"), ("password", Password), ("change", "add"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ada.Post("/people", "/people", ("name", "Kit"), ("role", "coder"), ("password", "short"), ("change", "add"))).StatusCode);
        Assert.Equal("curator", _file.Find("deniz")!.Role);
        AuditLine line = _file.Audit(1)[0];
        Assert.Equal(("Ada", "account-added", "Deniz (curator)"), (line.Who, line.What, line.About));
    }

    [Fact]
    public async Task The_team_reaches_its_desk_by_its_name_alone()
    {
        using Visitor visitor = new(_desk) { Host = "desk.example.org" };
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/sign-in")).StatusCode);
        visitor.Host = "other.example.org";
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get("/sign-in")).StatusCode);
    }

    private static string Notice(string page) => NoticeElement().Match(page).Value;

    [GeneratedRegex("role=\"alert\">[^<]+", RegexOptions.None, 5000)]
    private static partial Regex NoticeElement();

    private async Task Change(Func<People, Task> change)
    {
        People people = People.Of(_file, out IDisposable services);
        using (services) await change(people);
    }
}
