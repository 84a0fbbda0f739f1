using System.Collections.Concurrent;
using PuppeteerSharp;
using PuppeteerSharp.Input;

namespace Dragoman.Browser;

/// <summary>A page of the desk in the browser. It keeps what went wrong in it: errors of scripts, refusals of the security policy, and requests to elsewhere.</summary>
public sealed class Tab : IAsyncDisposable
{
    private const int Patience = 15_000; // milliseconds until a test gives up
    private readonly IBrowserContext _context;
    private readonly Uri _desk;
    private readonly ConcurrentQueue<string> _troubles = new();

    private Tab(IBrowserContext context, IPage page, Uri desk)
    {
        _context = context;
        _desk = desk;
        Page = page;
        page.DefaultTimeout = Patience;
        page.Console += (_, e) => NoteIf(e.Message.Type == ConsoleType.Error, e.Message.Text);
        page.PageError += (_, e) => _troubles.Enqueue(e.Message);
        page.Request += (_, e) => NoteIf(e.Request.Url.StartsWith("http", StringComparison.Ordinal) && !desk.IsBaseOf(new(e.Request.Url)), "asked elsewhere: " + e.Request.Url);
        page.Dialog += (_, e) => _troubles.Enqueue("a dialog opened: " + e.Dialog.Message);
    }

    public IPage Page { get; }

    /// <summary>What went wrong in the page so far.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    public static async Task<Tab> OpenAsync(IBrowserContext context, Uri desk, Screen screen)
    {
        IPage page = await context.NewPageAsync();
        await page.SetViewportAsync(new ViewPortOptions { Width = screen.Width, Height = screen.Height, IsMobile = screen.IsPhone, HasTouch = screen.IsPhone });
        await page.EmulateMediaFeaturesAsync(
        [
            new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = screen.IsDark ? "dark" : "light" },
            new() { MediaFeature = MediaFeature.PrefersReducedMotion, Value = "reduce" },
        ]);
        return new(context, page, desk);
    }

    /// <summary>Goes to an address of the desk and waits until the page stands.</summary>
    public async Task<IResponse> GoAsync(string address) => await Page.GoToAsync(new Uri(_desk, address).ToString(), WaitUntilNavigation.Load);

    public async Task PressAsync(params string[] keys)
    {
        foreach (string key in keys) await Page.Keyboard.PressAsync(key);
    }

    public async Task TypeAsync(string selector, string text) => await Page.TypeAsync(selector, text, new TypeOptions());

    /// <summary>Clicks what goes to another page, and waits for that page.</summary>
    public async Task FollowAsync(string selector)
    {
        Task<IResponse> arrival = Page.WaitForNavigationAsync();
        await Page.ClickAsync(selector);
        await arrival;
    }

    /// <summary>Waits until an expression of the page holds.</summary>
    public async Task UntilAsync(string expression) => await Page.WaitForExpressionAsync(expression);

    public async Task<T> AskAsync<T>(string expression) => await Page.EvaluateExpressionAsync<T>(expression);

    public async Task<string> TextAsync(string selector) => await Page.EvaluateFunctionAsync<string>("s => document.querySelector(s)?.innerText ?? ''", selector);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void NoteIf(bool wrong, string trouble)
    {
        if (wrong) _troubles.Enqueue(trouble);
    }
}
