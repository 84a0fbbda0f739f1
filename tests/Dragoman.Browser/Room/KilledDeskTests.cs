using System.Collections.Immutable;
using Dragoman.Desk;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Sqlite;
using NodaTime;
using Xunit;

namespace Dragoman.Browser;

public sealed class KilledDeskTests(Chromium chromium, Samples samples)
{
    [Fact]
    public async Task A_desk_killed_during_a_review_loses_no_decision()
    {
        string path = samples.Copy();
        DocumentState article = Pages.Richest(StateOf(path));
        using ServedDesk desk = new(path);
        await desk.StartAsync();
        await using Tab tab = await chromium.OpenAsync(desk.Address);
        await tab.GoAsync(DeskAddress.Of(article, article.Records[0].Id));
        await tab.UntilAsync("document.documentElement.classList.contains('room')");
        for (int i = 0; i < 6; i++) await tab.PressAsync("c");
        await tab.UntilAsync("JSON.parse(localStorage.getItem('dragoman.outbox') ?? '[]').length <= 3");
        int acknowledged = 6 - await tab.AskAsync<int>("JSON.parse(localStorage.getItem('dragoman.outbox') ?? '[]').length");
        desk.Kill();
        Assert.True(Decided(path, article.Id) >= acknowledged, "an acknowledged decision is lost");
        Assert.Empty(Faults(path));

        await tab.PressAsync("c", "x"); // the reviewer goes on meanwhile
        await tab.Page.WaitForSelectorAsync(".outbox");
        await tab.Page.ReloadAsync().WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken).ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        await desk.StartAsync();
        await tab.GoAsync(DeskAddress.Of(article));
        await tab.UntilAsync("(localStorage.getItem('dragoman.outbox') ?? '[]') === '[]'");
        desk.Kill();
        Assert.Equal(8, Decided(path, article.Id));
        Assert.Empty(Faults(path));
    }

    private static int Decided(string path, string document) => StateOf(path).Documents[document].Records.Count(r => r.State != ReviewState.Draft);

    private static LedgerState StateOf(string path)
    {
        using SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(path);
        return new Ledger(store, SystemClock.Instance).State;
    }

    private static ImmutableArray<Fault> Faults(string path)
    {
        using SqliteLedgerStore store = SqliteLedgerStore.OpenOrCreate(path);
        return Verifier.Verify(store.Read()).Faults;
    }
}
