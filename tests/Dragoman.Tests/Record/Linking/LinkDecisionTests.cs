using System.Collections.Immutable;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using Dragoman.Record.Views;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class LinkDecisionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly Ledger _ledger;
    private readonly ILedgerStore _store;

    public LinkDecisionTests()
    {
        _store = Storage.Sqlite.SqliteLedgerStore.OpenOrCreate(Path.Combine(_folder, "links.db"));
        _ledger = new(_store, new TickingClock(Instant.FromUtc(2031, 9, 10, 12, 0), Duration.FromMinutes(1)));
        _ledger.File(HandMade.Truce("first"), "rules/1");
        _ledger.File(HandMade.Truce("second"), "rules/1");
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_link_that_is_confirmed_can_be_taken_back()
    {
        LinkDecided confirmed = Decide(LinkStatus.Confirmed);
        string id = LinkId.Of(confirmed);
        _ledger.Link(confirmed, Run.Person("Ada"));
        Assert.Equal(LinkStatus.Confirmed, _ledger.State.LinkDecisions.StatusOf(id));
        _ledger.Link(Decide(LinkStatus.Open) with { After = _ledger.State.LinkDecisions.Last(id) }, Run.Person("Ada"));
        Assert.Equal(LinkStatus.Open, _ledger.State.LinkDecisions.StatusOf(id));
        Assert.Empty(_ledger.State.LinkDecisions.Confirmed);
        Assert.Empty(Verifier.Verify(_store.Read()).Faults);
    }

    [Fact]
    public void A_mutual_link_is_the_same_from_either_end()
    {
        LinkEnd one = new("first", "a"), other = new("second", "b");
        Assert.Equal(LinkId.Of(LinkRelation.Same, one, other), LinkId.Of(LinkRelation.Same, other, one));
        Assert.NotEqual(LinkId.Of(LinkRelation.Answers, one, other), LinkId.Of(LinkRelation.Answers, other, one));
        Assert.NotEqual(LinkId.Of(LinkRelation.Same, one, other), LinkId.Of(LinkRelation.Contradicts, one, other));
    }

    [Fact]
    public void Two_people_who_decide_on_one_link_conflict_openly()
    {
        _ledger.Link(Decide(LinkStatus.Confirmed), Run.Person("Ada"));
        LedgerException conflict = Assert.Throws<LedgerException>(() => _ledger.Link(Decide(LinkStatus.Rejected), Run.Person("Ben")));
        Assert.Equal("DG3008", conflict.Code);
        Assert.Contains("Ada", conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_what_is_not_in_the_ledger_is_refused() =>
        Assert.Equal("DG3007", Assert.Throws<LedgerException>(() => _ledger.Link(Decide(LinkStatus.Confirmed) with { To = new("third") }, Run.Person("Ada"))).Code);

    [Fact]
    public void A_document_can_be_placed_outside_a_process_and_back()
    {
        PlacementDecided outside = new() { Document = "first", Process = "karsk", Placement = Placement.Outside };
        _ledger.Link(outside, Run.Person("Ada"));
        Assert.Equal(Placement.Outside, _ledger.State.LinkDecisions.PlacementOf("first", null, "karsk"));
        Assert.Equal(Placement.Open, _ledger.State.LinkDecisions.PlacementOf("second", null, "karsk"));
        _ledger.Link(outside with { Placement = Placement.Open, After = EntryJson.Id(outside) }, Run.Person("Ada"));
        Assert.Equal(Placement.Open, _ledger.State.LinkDecisions.PlacementOf("first", null, "karsk"));
    }

    private LinkDecided Decide(LinkStatus status)
    {
        ImmutableArray<DocumentState> documents = [.. _ledger.State.InOrder];
        LinkEnd from = new("first", documents[0].Records[0].Id), to = new("second", documents[1].Records[0].Id);
        return new() { Document = "first", Relation = LinkRelation.Same, From = from, To = to, Status = status };
    }
}
