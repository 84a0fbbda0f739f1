using PuppeteerSharp;
using Xunit;

namespace Dragoman.Browser;

/// <summary>Pictures of every page, on request only: <c>./dev tour</c> sets <c>DRAGOMAN_TOUR</c> to the folder they go to.</summary>
public sealed class PhotographTests(Chromium chromium, Samples samples)
{
    [Fact]
    public async Task The_tour_is_photographed()
    {
        string? folder = Environment.GetEnvironmentVariable("DRAGOMAN_TOUR");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "pictures are taken by ./dev tour");
        Directory.CreateDirectory(folder);
        await using SampleDesk desk = await SampleDesk.OpenAsync(samples);
        IEnumerable<Screen> screens = Environment.GetEnvironmentVariable("DRAGOMAN_TOUR_DARK") is null ? [Screen.Desktop, Screen.Phone] : Screen.All;
        foreach (Screen screen in screens)
        {
            await using Tab tab = await chromium.OpenAsync(desk.Address, screen);
            foreach ((string name, Func<Record.Views.LedgerState, string> address) in Pages.All.Where(p => p.Key != "missing"))
            {
                await tab.GoAsync(address(desk.State));
                await Task.Delay(300, TestContext.Current.CancellationToken); // charts and scrolling come to rest
                string file = Path.Combine(folder, name + (screen.IsPhone ? "-phone" : "") + (screen.IsDark ? "-dark" : "") + ".png");
                await tab.Page.ScreenshotAsync(file, new ScreenshotOptions { Type = ScreenshotType.Png });
            }
        }
    }
}
