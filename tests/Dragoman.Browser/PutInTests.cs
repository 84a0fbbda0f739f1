using Dragoman.Desk;
using Dragoman.Record.Views;
using PuppeteerSharp;
using Xunit;

namespace Dragoman.Browser;

/// <summary>Documents come in by the browser, kind ones and hostile ones.</summary>
public sealed class PutInTests(Chromium chromium, Samples samples) : IAsyncLifetime
{
    private const string Truce = "Norland declares a pause\n\nKARSK, 12 September 2026 - Norland declared a 48-hour ceasefire on Saturday, President Marek Tolvan said.\n\n\"We will keep it,\" Tolvan said on Monday.\n";
    private const string Hostile = "<script>window.hacked = 1</script><img src=x onerror=\"window.hacked = 1\">\"'><svg onload=\"window.hacked = 1\">";

    private SampleDesk _desk = null!;
    private Tab _tab = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await SampleDesk.OpenAsync(samples);
        _tab = await chromium.OpenAsync(_desk.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_pasted_article_is_read_and_opened_and_its_date_corrected()
    {
        int before = _desk.State.Order.Count;
        await PasteAsync(Truce, "The Harbour Post");
        await _tab.FollowAsync(".parcel.is-filed a");
        Assert.Equal(before + 1, _desk.State.Order.Count);
        DocumentState document = _desk.State.Documents[_desk.State.Order[^1]];
        Assert.Equal("The Harbour Post", document.Reading?.Outlet);
        Assert.Contains(document.Records, r => r.Kind == "ceasefire");
        Assert.Equal("", await _tab.AskAsync<string>("localStorage.getItem('dragoman.typed.put-in') ?? ''"));

        await _tab.FollowAsync(".facts a");
        await _tab.Page.EvaluateExpressionAsync("document.getElementById('published').value = ''");
        await _tab.TypeAsync("#published", "2026-10-05");
        await _tab.FollowAsync(".sheet-form button");
        DocumentState corrected = _desk.State.Documents[document.Id];
        Assert.Equal("2026-10-05", corrected.Reading?.Published);
        Assert.Contains("5 Oct 2026", await _tab.TextAsync(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_there_again_when_the_page_dies()
    {
        await _tab.GoAsync("/put-in");
        await _tab.TypeAsync("#text", "Half an article");
        await _tab.GoAsync("/documents");
        await _tab.GoAsync("/put-in");
        Assert.Equal("Half an article", await _tab.AskAsync<string>("document.getElementById('text').value"));
    }

    [Fact]
    public async Task Files_come_in_by_their_names_alone_and_errors_can_be_tried_again()
    {
        string folder = Directory.CreateTempSubdirectory("dragoman-").FullName;
        string good = Path.Combine(folder, "pause.txt");
        string bad = Path.Combine(folder, "empty.txt");
        await File.WriteAllTextAsync(good, Truce, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bad, "", TestContext.Current.CancellationToken);
        await _tab.GoAsync("/put-in");
        IElementHandle input = await _tab.Page.QuerySelectorAsync("#chosen");
        await input.UploadFileAsync(good, bad);
        await _tab.FollowAsync(".drop button");
        await _tab.UntilAsync("document.querySelector('.parcel') && !document.querySelector('.inbox[data-busy]')");
        Assert.Contains("DG2002", await _tab.TextAsync(".parcel.is-failed"), StringComparison.Ordinal);
        Assert.Equal("pause.txt", _desk.State.Documents[_desk.State.Order[^1]].Filed.Source);
        await _tab.FollowAsync(".parcel.is-failed button[name=drop]");
        Assert.Equal(0, await _tab.AskAsync<int>("document.querySelectorAll('.parcel.is-failed').length"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_name_with_a_path_puts_nothing_elsewhere()
    {
        await _tab.GoAsync("/put-in");
        int status = await _tab.AskAsync<int>("""
            (async () => {
              const form = document.querySelector(".drop");
              const body = new FormData(form);
              body.delete("files");
              body.append("files", new File(["A pause was declared by Norland on Monday, its president said."], "../../../../tmp/dragoman-escape.txt"));
              return (await fetch(form.action, { method: "POST", body })).status;
            })()
            """);
        Assert.Equal(200, status);
        Assert.False(File.Exists("/tmp/dragoman-escape.txt"));
        await _tab.GoAsync("/put-in");
        await _tab.UntilAsync("document.querySelector('.parcel') && !document.querySelector('.inbox[data-busy]')");
        Assert.Equal("dragoman-escape.txt", await _tab.TextAsync(".parcel b"));
    }

    [Fact]
    public async Task An_article_full_of_scripts_runs_none_of_them_on_any_page()
    {
        await PasteAsync($"{Hostile}\n\nNorland declared a ceasefire on Monday, President {Hostile} said.\n\n\"We will keep it,\" said Oren {Hostile} Calda.\n", Hostile, Hostile);
        DocumentState document = _desk.State.Documents[_desk.State.Order[^1]];
        string[] addresses = ["/put-in", "/", "/documents", DeskAddress.Of(document), DeskAddress.Of(document) + "/about", DeskAddress.Of(document) + "/add", "/queue?state=all&outlet=" + Uri.EscapeDataString(Hostile), "/search?q=" + Uri.EscapeDataString("ceasefire " + Hostile)];
        foreach (string address in addresses)
        {
            await _tab.GoAsync(address);
            Assert.False(await _tab.AskAsync<bool>("'hacked' in window"), $"a script of the article ran on {address}");
            Assert.Equal(0, await _tab.AskAsync<int>("document.querySelectorAll('main img, main svg, main script:not([src])').length"));
        }
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_put_in_or_decide()
    {
        long head = _desk.State.Head;
        await _tab.Page.GoToAsync("about:blank");
        await _tab.Page.SetContentAsync($"""
            <form id="f" method="post" action="{_desk.Address}put-in/text"><textarea name="text">Norland declared a ceasefire.</textarea></form>
            <form id="g" method="post" action="{_desk.Address}documents/{Pages.Richest(_desk.State).Key}/decisions"><input name="decision" value="confirm {Pages.Richest(_desk.State).Records[0].Id} {Pages.Richest(_desk.State).Records[0].Latest}"></form>
            """);
        foreach (string form in new[] { "f", "g" })
        {
            string content = await _tab.Page.GetContentAsync();
            Task<IResponse> arrival = _tab.Page.WaitForNavigationAsync();
            await _tab.Page.EvaluateExpressionAsync($"document.getElementById('{form}').submit()");
            Assert.Equal(400, (int)(await arrival).Status);
            await _tab.Page.GoToAsync("about:blank");
            await _tab.Page.SetContentAsync(content);
        }

        Assert.Equal(head, _desk.State.Head);
    }

    [Theory]
    [InlineData("/documents/..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/..%2f..%2fappsettings.json")]
    [InlineData("/documents/%00/about")]
    [InlineData("/put-in/..%5c..%5cwindows")]
    public async Task A_path_with_tricks_leads_nowhere(string path)
    {
        using HttpClient client = new() { BaseAddress = _desk.Address };
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains((int)answer.StatusCode, new[] { 400, 404, 405 });
    }

    private async Task PasteAsync(string text, string outlet, string? title = null)
    {
        await _tab.GoAsync("/put-in");
        await _tab.Page.EvaluateFunctionAsync("(text, outlet, title) => { document.getElementById('text').value = text; document.getElementById('outlet').value = outlet; document.getElementById('title').value = title ?? ''; }", text, outlet, title);
        await _tab.FollowAsync(".paste button");
        await _tab.UntilAsync("document.querySelector('.parcel') && !document.querySelector('.inbox[data-busy]')");
    }
}
