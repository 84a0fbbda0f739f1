using PuppeteerSharp;
using Xunit;

[assembly: AssemblyFixture(typeof(Dragoman.Browser.Chromium))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)] // one browser, and times that mean something

namespace Dragoman.Browser;

/// <summary>The browser of all tests: the Chromium that is installed, or none, and then every test here is skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private IBrowser? _browser;

    /// <summary>Path of the browser; null if there is none.</summary>
    public static string? Installed { get; } =
        Places.Prepend(Environment.GetEnvironmentVariable("DRAGOMAN_CHROMIUM") ?? "").FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Installed is null) return;
        _browser = await Puppeteer.LaunchAsync(new LaunchOptions
        {
            ExecutablePath = Installed,
            Headless = true,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en"],
        });
    }

    /// <summary>A fresh tab without memory of others.</summary>
    public async Task<Tab> OpenAsync(Uri desk, Screen? screen = null)
    {
        Assert.SkipWhen(_browser is null, "no Chromium is installed; set DRAGOMAN_CHROMIUM to one");
        IBrowserContext context = await _browser.CreateBrowserContextAsync();
        return await Tab.OpenAsync(context, desk, screen ?? Screen.Desktop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
    }
}
