using System.Globalization;
using PuppeteerSharp;
using Xunit;

namespace Dragoman.Browser;

/// <summary>What holds for every page on every screen.</summary>
public sealed class EveryPageTests(Chromium chromium, EveryPageTests.OneDesk one) : IClassFixture<EveryPageTests.OneDesk>
{
    private const int HeaviestFirstLoad = 300_000; // bytes

    public static TheoryData<string, string> PagesOnScreens => [.. Pages.All.Keys.SelectMany(page => Screen.All.Select(screen => (page, screen.Name)))];

    [Theory]
    [MemberData(nameof(PagesOnScreens))]
    public async Task A_page_is_open_to_everybody_and_stays_on_the_desk(string page, string screen)
    {
        Assert.SkipWhen(one.Desk is null, "no Chromium is installed; set DRAGOMAN_CHROMIUM to one");
        await using Tab tab = await chromium.OpenAsync(one.Desk.Address, Screen.Of(screen));
        long bytes = 0;
        tab.Page.Response += (_, e) => bytes += e.Response.Headers.TryGetValue("content-length", out string? length) && long.TryParse(length, CultureInfo.InvariantCulture, out long n) ? n : 0;
        IResponse answer = await tab.GoAsync(Pages.All[page](one.Desk.State));
        if (!answer.Headers.ContainsKey("content-length")) bytes += (await answer.TextAsync()).Length;

        string violations = string.Join('\n', await AxeAudit.ViolationsAsync(tab));
        Assert.True(violations.Length == 0, violations);
        if (answer.Ok) Assert.Empty(tab.Troubles);
        Assert.True(await tab.AskAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen");
        Assert.True(bytes < HeaviestFirstLoad, string.Create(CultureInfo.InvariantCulture, $"the first load sends {bytes} bytes"));
    }

    /// <summary>One desk for all of them: looking changes nothing.</summary>
    public sealed class OneDesk(Samples samples) : IAsyncLifetime
    {
        public SampleDesk? Desk { get; private set; }

        public async ValueTask InitializeAsync()
        {
            if (Chromium.Installed is not null) Desk = await SampleDesk.OpenAsync(samples);
        }

        public async ValueTask DisposeAsync()
        {
            if (Desk is not null) await Desk.DisposeAsync();
        }
    }
}
