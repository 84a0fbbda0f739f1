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

    [Fact]
    public void An_overview_that_is_carried_on_from_state_to_state_is_the_one_that_is_made_anew()
    {
        LedgerState carried = LedgerState.Empty;
        Assert.True(ProcessOverview.Of(carried).Ceasefires.IsEmpty);
        foreach (DocumentReading reading in new[] { HandMade.Truce("a"), Claims("one", "Norland", 340), HandMade.Truce("b"), Claims("two", "Norland", 340) })
        {
            foreach (Entry entry in Filing.Of(reading, "rules/1").Entries) carried = carried.Evolve(Line(carried.Head + 1, entry));
            Same(carried);
        }

        foreach (string kind in new[] { "proposal", "response", "violation", "meeting", "statement" })
        {
            RecordState record = carried.Documents["a"].Records.First(r => r.Kind == kind);
            LedgerLine rejection = Line(carried.Head + 1, new RecordRejected { Document = "a", Record = record.Id, After = record.Latest, Scope = RejectionScope.Ledger });
            Same(carried.Evolve(rejection));
            Same(carried.Evolve(rejection).Evolve(Line(carried.Head + 2, new DecisionWithdrawn { Document = "a", Record = record.Id, After = rejection.Id })));
            Same(carried.Evolve(rejection).Evolve(Line(carried.Head + 2, new EntriesRetracted { Document = "b", Retracts = [.. carried.Documents["b"].History.Select(l => l.Id)] })));
        }

        static void Same(LedgerState state) => Assert.Equal(Shape(new SaidUntil(LocalDate.MaxIsoValue).Of(state)), Shape(state)); // the part that is all starts without an overview
    }

    [Fact]
    public void A_listing_makes_only_what_is_asked_for()
    {
        Listing<int> listing = new(1_000_000, i => i < 30 ? i : throw new InvalidOperationException("nobody asked for it"));
        Assert.Equal([28, 29], listing.Part(28, 2));
        Assert.Equal(Enumerable.Range(0, 30), listing.Take(30));
        Assert.Empty(listing.Part(1_000_000, 5));
    }

    private static string Shape(LedgerState state)
    {
        ProcessOverview overview = ProcessOverview.Of(state);
        IEnumerable<CitedRecord>[] sections =
        [
            overview.Ceasefires, overview.OtherResponses, overview.Conditions, overview.Ahead, overview.Passed, overview.Held, overview.CalledOff, overview.Agreements, overview.Forecasts, overview.Novelties,
            overview.Proposals.Select(p => p.Proposal), overview.Proposals.SelectMany(p => p.Answers).Select(a => a.Response), overview.Claims.SelectMany(c => c.Claims), overview.Voices.Select(v => v.Latest),
        ];
        return string.Join('\n', sections.Select(section => string.Join(' ', section.Select(r => string.Join('+', r.Repeats.Prepend(r).Select(c => $"{c.Document.Id}:{c.Record.Id}:{c.Record.State}"))))))
            + string.Join(' ', overview.Voices.Select(v => $"{v.Speaker.Name} {v.Count}"));
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
