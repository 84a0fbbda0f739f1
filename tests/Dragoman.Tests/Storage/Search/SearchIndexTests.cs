using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Search;
using Dragoman.Storage.Sqlite;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class SearchIndexTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;
    private readonly SqliteLedgerStore _store;
    private readonly Ledger _ledger;
    private SearchIndex _index;

    public SearchIndexTests()
    {
        _store = SqliteLedgerStore.OpenOrCreate(Path.Combine(_folder, "record.db"));
        _ledger = new(_store, new TickingClock(Instant.FromUtc(2031, 9, 10, 12, 0), Duration.FromMinutes(1)));
        _ledger.File(HandMade.Truce(), "rules/1");
        _index = SearchIndex.Open(IndexPath);
    }

    private string IndexPath => Path.Combine(_folder, "record.db.search");

    public void Dispose()
    {
        _index.Dispose();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("FIRTINA", "fırtına uyarısı")]
    [InlineData("firtina", "FIRTINA UYARISI")]
    [InlineData("istanbul", "İstanbul'da görüşme")]
    [InlineData("ateşkes", "ATEŞKESİN uzatılması")]
    [InlineData("zelenski", "Zelenskí spoke")]
    [InlineData("перемирие", "Перемирие продлено")]
    [InlineData("truce", "The truces held")]
    [InlineData("\"held at dawn\"", "It was Held at dawn.")]
    public void Words_are_found_whatever_their_case_diacritics_and_endings(string words, string text)
    {
        File("a", text);
        Assert.Contains(Search(words).Hits, hit => hit.Document.Id == "a");
    }

    [Theory]
    [InlineData("\"dawn at held\"", "It was held at dawn.")]
    [InlineData("held -dawn", "It was held at dawn.")]
    [InlineData("pact", "An impact was felt.")]
    [InlineData("un", "until then")]
    public void Other_words_are_not_found(string words, string text)
    {
        File("a", text);
        Assert.DoesNotContain(Search(words).Hits, hit => hit.Document.Id == "a");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a AND (b")]
    [InlineData("NEAR(a b) OR *")]
    [InlineData("folded:x ^y -")]
    [InlineData("'; DROP TABLE item; --")]
    [InlineData("😀 \ud800")]
    [InlineData("-only")]
    public void Nothing_that_is_typed_is_an_operator_or_an_error(string words) => Assert.NotNull(Search(words));

    [Fact]
    public void Hits_are_counted_by_facet_and_narrowed_by_it()
    {
        SearchAnswer all = Search("");
        Assert.Equal(1 + _ledger.State.Documents["truce"].Records.Length, all.Total);
        Assert.Contains(all.Facets["kind"], value => value is { Value: "ceasefire", Count: 1 });
        SearchAnswer narrowed = _index.Search(_ledger.State, new() { Kind = "ceasefire" });
        Assert.Equal("ceasefire", Assert.Single(narrowed.Hits).Kind);
        string actor = all.Facets["actor"][0].Value;
        Assert.Equal(all.Facets["actor"][0].Count, _index.Search(_ledger.State, new() { Actor = actor }).Total);
    }

    [Fact]
    public void A_decision_shows_in_the_next_search()
    {
        RecordState record = _ledger.State.Documents["truce"].Records.First(r => r.Kind == "ceasefire");
        Assert.Equal(0, _index.Search(_ledger.State, new() { State = "confirmed" }).Total);
        _ledger.Decide(new RecordConfirmed { Document = "truce", Record = record.Id, After = record.Latest }, Run.Person("Ada"));
        Assert.Equal(record.Id, Assert.Single(_index.Search(_ledger.State, new() { State = "confirmed" }).Hits).Record!.Id);
    }

    [Fact]
    public void An_index_that_is_lost_damaged_or_of_another_ledger_is_made_again()
    {
        int total = Search("").Total;
        _index.Dispose();
        System.IO.File.WriteAllText(IndexPath, "this is no index");
        _index = SearchIndex.Open(IndexPath);
        Assert.Equal(total, Search("").Total);

        LedgerState empty = LedgerState.Empty;
        Assert.Equal(0, _index.Search(empty, new()).Total);
        Assert.Equal(total, Search("").Total);
    }

    [Fact]
    public void A_snippet_shows_the_words_of_the_text_itself_and_marks_what_was_found()
    {
        string text = new string('x', 300) + " The İSTANBUL talks began; in istanbul all agreed. " + new string('y', 300);
        SnippetPart[] parts = [.. Snippet.Of(text, SearchTerm.Parse("istanbul"), out int offset)];
        Assert.Equal(["İSTANBUL", "istanbul"], parts.Where(p => p.IsHit).Select(p => p.Words));
        string whole = string.Concat(parts.Select(p => p.Words));
        Assert.Equal(text.Substring(offset, whole.Length), whole);
    }

    private SearchAnswer Search(string words) => _index.Search(_ledger.State, new() { Words = words });

    private void File(string id, string text) => _ledger.File(new HandMade(id, text).Region(RegionKind.Body, text).Build("title"), "rules/1");
}
