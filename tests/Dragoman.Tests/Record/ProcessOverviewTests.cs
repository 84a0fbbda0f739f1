using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class ProcessOverviewTests
{
    [Fact]
    public void Each_claimant_has_a_column_and_no_figure_is_added_to_another()
    {
        ProcessOverview overview = Of(Claims("one", "Norland", 340), Claims("two", "Sudria", 12), Claims("three", "Norland", 350));
        Assert.Equal(["Norland", "Sudria"], overview.Claims.Select(c => c.Claimant!.Name));
        Assert.Equal([340, 350], overview.Claims[0].Claims.Select(c => c.Number("count")).Order());
        Assert.Equal(12, overview.Claims[1].Claims.Single().Number("count"));
    }

    [Fact]
    public void The_same_claim_in_two_documents_is_one_line_with_two_reports()
    {
        ProcessOverview overview = Of(Claims("one", "Norland", 340), Claims("two", "Norland", 340));
        CitedRecord claim = overview.Claims.Single().Claims.Single();
        Assert.Equal("two", Assert.Single(claim.Repeats).Document.Id);
    }

    [Fact]
    public void An_answer_that_follows_a_proposal_of_another_party_is_shown_with_it_and_marked_as_inferred()
    {
        AnsweredProposal proposal = Of(HandMade.Truce()).Proposals.Single();
        Answer answer = Assert.Single(proposal.Answers);
        Assert.Equal("reject", answer.Response.Word("stance"));
        Assert.False(answer.IsCited);
    }

    [Fact]
    public void What_is_to_come_is_ahead_until_its_day_has_passed()
    {
        Assert.Equal(["meeting", "ultimatum"], Of(HandMade.Truce()).Ahead.Select(r => r.Kind));
        LedgerState state = State(HandMade.Truce());
        ProcessOverview later = ProcessOverview.Of(state, new LocalDate(2031, 9, 13));
        Assert.Empty(later.Ahead);
        Assert.Equal(2, later.Passed.Length);
    }

    [Fact]
    public void A_wider_rejection_covers_the_same_words_elsewhere_also_in_documents_that_come_later()
    {
        LedgerState state = State(HandMade.Truce("a"), HandMade.Truce("b"));
        RecordState record = state.Documents["a"].All.Values.Single(r => r.Kind == "novelty");
        LedgerLine rejection = Line(state.Head + 1, new RecordRejected { Document = "a", Record = record.Id, After = record.Latest, Scope = RejectionScope.Ledger });
        state = state.Evolve(rejection);
        Assert.Empty(ProcessOverview.Of(state).Novelties);

        foreach (Entry entry in Filing.Of(HandMade.Truce("c"), "rules/1").Entries) state = state.Evolve(Line(state.Head + 1, entry));
        Assert.Empty(ProcessOverview.Of(state).Novelties);

        state = state.Evolve(Line(state.Head + 1, new DecisionWithdrawn { Document = "a", Record = record.Id, After = rejection.Id }));
        Assert.Equal(3, ProcessOverview.Of(state).Novelties.Length);
    }

    [Fact]
    public void A_new_reading_replaces_the_drafts_of_the_old_one_but_not_what_was_confirmed()
    {
        LedgerState state = State(HandMade.Truce());
        RecordState kept = state.Documents["truce"].All.Values.Single(r => r.Kind == "ceasefire");
        state = state.Evolve(Line(state.Head + 1, new RecordConfirmed { Document = "truce", Record = kept.Id, After = kept.Latest }));
        DocumentReading poorer = HandMade.Truce() with { Findings = [], Statements = [] };
        foreach (Entry entry in Filing.Of(poorer, "rules/2", state.Documents["truce"].ReadingId).Entries.Skip(1)) state = state.Evolve(Line(state.Head + 1, entry));
        Assert.Equal(kept.Id, Assert.Single(state.Documents["truce"].Records).Id);
    }

    private static DocumentReading Claims(string id, string claimant, long count) => new HandMade(id, $"{claimant} says the truce was broken.")
        .Actor("A1", ActorKind.State, claimant, claimant)
        .Found("R1", FindingKind.Violation, "broken", $"{claimant} says the truce was broken.", null, HandMade.Who("claimant", "A1"), new Slot("count", new SlotValue.Number(count)))
        .Build();

    private static ProcessOverview Of(params DocumentReading[] readings) => ProcessOverview.Of(State(readings));

    private static LedgerState State(params DocumentReading[] readings) =>
        LedgerState.Of(readings.SelectMany(r => Filing.Of(r, "rules/1").Entries).Select((entry, i) => Line(i + 1, entry)));

    private static LedgerLine Line(long sequence, Entry entry) => new(sequence, EntryJson.Id(entry), Instant.FromUnixTimeSeconds(sequence), Run.Reader("rules/1"), entry);
}
