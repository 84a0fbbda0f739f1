using System.Text.Json;
using Dragoman.Desk;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Xunit;

namespace Dragoman.Browser;

/// <summary>The desk as an app: it can be installed, it reads on without network, and it says when the record has moved on.</summary>
public sealed class AppTests(Chromium chromium, Samples samples)
{
    private static readonly string[] NotForATestWindow = ["in-incognito"];

    [Fact]
    public async Task A_browser_finds_nothing_that_keeps_it_from_installing_the_desk()
    {
        await using SampleDesk desk = await SampleDesk.OpenAsync(samples);
        await using Tab tab = await chromium.OpenAsync(desk.Address, Screen.Phone);
        await tab.GoAsync("/");
        await ControlledAsync(tab);
        JsonElement manifest = await tab.Page.Client.SendAsync<JsonElement>("Page.getAppManifest");
        Assert.Empty(manifest.GetProperty("errors").EnumerateArray());
        Assert.Contains("share_target", manifest.GetProperty("data").GetString(), StringComparison.Ordinal);
        JsonElement verdict = await tab.Page.Client.SendAsync<JsonElement>("Page.getInstallabilityErrors");
        Assert.Empty(verdict.GetProperty("installabilityErrors").EnumerateArray().Select(e => e.GetProperty("errorId").GetString()).Except(NotForATestWindow, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_network_the_pages_last_seen_can_be_read_and_others_say_so()
    {
        await using SampleDesk desk = await SampleDesk.OpenAsync(samples);
        await using Tab tab = await chromium.OpenAsync(desk.Address, Screen.Phone);
        DocumentState document = Pages.Richest(desk.State);
        await tab.GoAsync("/");
        await ControlledAsync(tab);
        await tab.GoAsync("/");
        await tab.GoAsync(DeskAddress.Of(document));

        await desk.DisposeAsync();
        await tab.GoAsync("/");
        Assert.Contains("The process at a glance", await tab.TextAsync("h1"), StringComparison.Ordinal);
        await tab.UntilAsync("document.getElementById('afloat')?.textContent.includes('cannot be reached')");
        await tab.GoAsync(DeskAddress.Of(document));
        Assert.Equal(document.Name, (await tab.TextAsync("article h1")).Trim());
        await tab.GoAsync("/nowhere-yet");
        Assert.Contains("cannot be reached", await tab.TextAsync("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_when_somebody_else_has_moved_the_record_on()
    {
        await using SampleDesk desk = await SampleDesk.OpenAsync(samples);
        await using Tab tab = await chromium.OpenAsync(desk.Address);
        await tab.GoAsync("/");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken); // until the page has heard where the ledger is
        RecordState record = desk.State.InOrder.First(d => d.Open > 0).Records.First(r => r.State == ReviewState.Draft);
        desk.Ledger.Decide(new RecordConfirmed { Document = record.Document, Record = record.Id, After = record.Latest }, Run.Person("Cem"));
        await tab.UntilAsync("document.getElementById('afloat')?.textContent.includes('moved on')");
        Assert.Empty(tab.Troubles);
    }

    /// <summary>Waits until the worker keeps the pages.</summary>
    private static Task ControlledAsync(Tab tab) => tab.UntilAsync("navigator.serviceWorker.ready.then(worker => !!worker.active && !!navigator.serviceWorker.controller)");
}
