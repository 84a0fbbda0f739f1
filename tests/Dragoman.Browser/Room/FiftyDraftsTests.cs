using System.Globalization;
using Dragoman.Record.Views;
using Xunit;

namespace Dragoman.Browser;

/// <summary>How long a reviewer waits for the page. Printed, never asserted: a machine's mood is no fault of the desk.</summary>
public sealed class FiftyDraftsTests(Chromium chromium, Samples samples, ITestOutputHelper output)
{
    private const int Drafts = 50;

    // From the press until the next card is open and painted; and until the desk has acknowledged it.
    private const string Watch = """
        window.seen = [];
        new MutationObserver(() => window.seen.push([document.querySelector(".card[open]")?.id, performance.now()]))
          .observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["open"] });
        """;

    [Fact]
    public async Task Fifty_drafts_are_reviewed_by_keyboard_and_the_time_of_each_is_printed()
    {
        await using SampleDesk desk = await SampleDesk.OpenAsync(samples);
        await using Tab tab = await chromium.OpenAsync(desk.Address);
        List<double> shown = [];
        await tab.GoAsync(Dragoman.Desk.DeskAddress.NextToReview(desk.State)!);
        while (shown.Count < Drafts)
        {
            await tab.UntilAsync("document.documentElement.classList.contains('room')");
            await tab.Page.EvaluateExpressionAsync(Watch);
            int left = await tab.AskAsync<int>("document.querySelectorAll('.card.st-draft').length");
            for (; left > 0 && shown.Count < Drafts; left--) shown.Add(await PressAsync(tab, shown.Count % 5 == 4 ? "x" : "c"));
            await tab.UntilAsync("(localStorage.getItem('dragoman.outbox') ?? '[]') === '[]'");
            if (shown.Count < Drafts) await tab.GoAsync(Dragoman.Desk.DeskAddress.NextToReview(desk.State)!);
        }

        Assert.Equal(Drafts, desk.State.InOrder.Sum(d => d.Records.Count(r => r.State is ReviewState.Confirmed or ReviewState.Rejected)));
        shown.Sort();
        string line = string.Create(CultureInfo.InvariantCulture, $"50 drafts by keyboard: page time from the press to the next card, median {shown[Drafts / 2]:F0} ms, slowest {shown[^1]:F0} ms");
        output.WriteLine(line);
        TestContext.Current.SendDiagnosticMessage(line);
    }

    private static async Task<double> PressAsync(Tab tab, string key)
    {
        await tab.Page.EvaluateExpressionAsync("addEventListener('keydown', e => { window.pressed = performance.now(); window.before = document.querySelector('.card[open]')?.id; window.state = 0; }, { capture: true, once: true })");
        await tab.PressAsync(key);
        return await tab.Page.EvaluateExpressionAsync<double>("""
            new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.pressed))))
            """);
    }
}
