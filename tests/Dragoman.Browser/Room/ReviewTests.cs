using Dragoman.Desk;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Xunit;

namespace Dragoman.Browser;

/// <summary>An article is reviewed in the browser: by keys, by the pointer, and by plain forms.</summary>
public sealed class ReviewTests(Chromium chromium, Samples samples) : IAsyncLifetime
{
    private const string AllSent = "(localStorage.getItem('dragoman.outbox') ?? '[]') === '[]'";
    private SampleDesk _desk = null!;
    private Tab _tab = null!;
    private string _id = "";

    private DocumentState Article => _desk.State.Documents[_id];

    public async ValueTask InitializeAsync()
    {
        _desk = await SampleDesk.OpenAsync(samples);
        _tab = await chromium.OpenAsync(_desk.Address);
        _id = Pages.Richest(_desk.State).Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_article_is_reviewed_by_keyboard_alone()
    {
        await OpenAsync();
        await _tab.PressAsync("j");
        for (int i = 0; i < Article.Records.Length; i++)
        {
            await _tab.PressAsync(i % 4 == 3 ? "x" : "c");
        }

        await _tab.UntilAsync(AllSent);
        Assert.Equal(0, Article.Open);
        Assert.Equal(Article.Records.Length / 4, Article.Records.Count(r => r.State == ReviewState.Rejected));
        Assert.Equal($"{Article.Records.Length} of {Article.Records.Length} decided", await _tab.TextAsync(".progress span"));
        Assert.Empty(_tab.Troubles);
        string first = await _tab.AskAsync<string>("document.title");
        await _tab.PressAsync("d");
        await _tab.UntilAsync($"document.title !== {Quoted(first)}");
    }

    [Fact]
    public async Task The_last_decision_is_taken_back_by_a_key()
    {
        RecordState record = Article.Records[1];
        await OpenAsync(record.Id);
        await _tab.PressAsync("x");
        await _tab.UntilAsync(AllSent);
        Assert.Equal(ReviewState.Rejected, Article.All[record.Id].State);
        await _tab.PressAsync("u");
        await _tab.UntilAsync(AllSent);
        Assert.Equal(ReviewState.Draft, Article.All[record.Id].State);
        Assert.Equal(record.Id, await _tab.AskAsync<string>("document.querySelector('.card[open]').id"));
    }

    [Fact]
    public async Task A_speaker_is_amended_by_keyboard_to_somebody_the_reader_does_not_know()
    {
        RecordState said = Article.Records.First(r => r.Kind == Said.Word);
        await OpenAsync(said.Id);
        await _tab.PressAsync("a");
        await _tab.UntilAsync("document.activeElement?.name === 'speaker'");
        await _tab.PressAsync("Tab");
        await _tab.Page.Keyboard.TypeAsync("Ödül Aksoy");
        await SaveAsync();
        RecordState amended = Article.All[said.Id];
        Assert.Equal(ReviewState.Amended, amended.State);
        Assert.Equal("Ödül Aksoy", new CitedRecord(Article, amended).ActorOf(((Said)amended.Content).Statement.Speaker)?.Name);
        Assert.Contains("Ödül Aksoy", await _tab.TextAsync($"#{said.Id} summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_is_amended_by_selecting_words_in_the_article()
    {
        RecordState proposal = Article.Records.First(r => r.Kind == "proposal");
        await OpenAsync(proposal.Id);
        await _tab.PressAsync("a");
        await _tab.Page.WaitForSelectorAsync("textarea[name='slot.content']");
        string words = await SelectAsync(4, 40);
        await _tab.Page.ClickAsync("textarea[name='slot.content'] ~ [data-take]");
        await SaveAsync();
        Record.Passage content = new CitedRecord(Article, Article.All[proposal.Id]).Text("content")!;
        Assert.Equal(words, content.Words);
        Assert.Equal(words, Article.Text[content.Start..content.End]);
    }

    [Fact]
    public async Task Words_that_do_not_stand_in_the_article_are_not_taken_and_not_lost()
    {
        RecordState proposal = Article.Records.First(r => r.Kind == "proposal");
        await OpenAsync(proposal.Id);
        await _tab.PressAsync("a");
        await _tab.Page.WaitForSelectorAsync("textarea[name='slot.content']");
        await _tab.Page.EvaluateExpressionAsync("document.querySelector(\"textarea[name='slot.content']\").value = ''");
        await _tab.TypeAsync("textarea[name='slot.content']", "words that nobody wrote");
        await _tab.Page.Keyboard.DownAsync("Control");
        await _tab.PressAsync("Enter");
        await _tab.Page.Keyboard.UpAsync("Control");
        await _tab.Page.WaitForSelectorAsync(".problem");
        Assert.Equal("words that nobody wrote", await _tab.AskAsync<string>("document.querySelector(\"textarea[name='slot.content']\").value"));
        Assert.Equal(ReviewState.Draft, Article.All[proposal.Id].State);

        await _tab.GoAsync(DeskAddress.Of(Article, proposal.Id));
        await _tab.PressAsync("a");
        await _tab.UntilAsync("document.querySelector(\"textarea[name='slot.content']\")?.value === 'words that nobody wrote'");
    }

    [Fact]
    public async Task A_record_is_split_and_merged_again_by_keys()
    {
        RecordState said = Article.Records.First(r => r.Kind == Said.Word);
        int before = Article.Records.Length;
        await OpenAsync(said.Id);
        await _tab.PressAsync("s");
        await SaveAsync();
        Assert.Equal(before + 1, Article.Records.Length);
        await _tab.Page.WaitForSelectorAsync(".room-form[data-room=amend]"); // the twin, to be amended at once
        await _tab.PressAsync("Escape");
        string twin = await _tab.AskAsync<string>("document.querySelector('.card[open]').id");
        await _tab.PressAsync("m");
        await SaveAsync();
        Assert.Equal(ReviewState.Rejected, Article.All[twin].State);
        Assert.IsType<RecordMerged>(Article.All[twin].Decided!.Entry);
    }

    [Fact]
    public async Task A_record_that_the_reader_missed_is_added_from_selected_words()
    {
        int before = Article.Records.Length;
        await OpenAsync();
        string words = await SelectAsync(10, 24);
        await _tab.PressAsync("n");
        await _tab.Page.WaitForSelectorAsync(".room-form[data-room=add]");
        await _tab.Page.SelectAsync("select[name=record-kind]", "novelty");
        await SaveAsync();
        Assert.Equal(before + 1, Article.Records.Length);
        RecordState added = Assert.Single(Article.Records, r => r.Kind == "novelty" && r.Draft.Rule is null);
        Assert.Equal(words, added.Content.Anchors[0].Words);
        Assert.Equal("Ada", added.Decided!.Run.Name);
    }

    [Fact]
    public async Task Everything_works_as_plain_forms_without_scripts()
    {
        await _tab.Page.SetJavaScriptEnabledAsync(false);
        RecordState record = Article.Records[0];
        await _tab.GoAsync(DeskAddress.Of(Article, record.Id));
        await _tab.FollowAsync($"#{record.Id} button.yes");
        Assert.Equal(ReviewState.Confirmed, Article.All[record.Id].State);

        RecordState said = Article.Records.First(r => r.Kind == Said.Word && r.State == ReviewState.Draft);
        await _tab.GoAsync($"{DeskAddress.Of(Article)}/records/{said.Id}/amend");
        await _tab.Page.TypeAsync("[name='speaker.name']", "Ödül Aksoy");
        await _tab.FollowAsync(".room-form button.yes");
        Assert.Equal(ReviewState.Amended, Article.All[said.Id].State);

        await _tab.FollowAsync(".room-tools button");
        Assert.Equal(WorkState.Done, _desk.State.Care.WorkOn(Article));
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private async Task OpenAsync(string? record = null)
    {
        await _tab.GoAsync(record is null ? DeskAddress.Of(Article) : DeskAddress.Of(Article, record));
        await _tab.UntilAsync("!!document.documentElement.classList.contains('room')");
    }

    private async Task SaveAsync()
    {
        await _tab.Page.WaitForSelectorAsync(".room-form");
        await _tab.Page.EvaluateExpressionAsync("document.querySelector('.room-form').dataset.old = 'yes'");
        await _tab.Page.FocusAsync(".room-form button.yes");
        await _tab.PressAsync("Enter");
        await _tab.UntilAsync("!document.querySelector('.room-form[data-old]')");
    }

    /// <summary>Selects characters of the first paragraph of the body, as a pointer would.</summary>
    private async Task<string> SelectAsync(int start, int end) => await _tab.Page.EvaluateFunctionAsync<string>(
        """
        (start, end) => {
          const region = [...document.querySelectorAll(".r-body")].find(each => each.textContent.length > 80);
          const place = offset => {
            const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(), at = 0; node; at += node.length, node = walker.nextNode()) if (offset <= at + node.length) return [node, offset - at];
          };
          const range = document.createRange();
          range.setStart(...place(start));
          range.setEnd(...place(end));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          return range.toString().trim();
        }
        """,
        start,
        end);
}
