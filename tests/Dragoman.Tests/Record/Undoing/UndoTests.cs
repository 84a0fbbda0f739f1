using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Undoing;
using Dragoman.Record.Views;
using Dragoman.Storage.Sqlite;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class UndoTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2031, 9, 10, 12, 0);
    private static readonly Run Ada = Run.Person("Ada").Begun(Noon);
    private static readonly Run Bo = Run.Person("Bo").Begun(Noon);
    private static readonly Run First = Run.Reader("rules/1").Begun(Noon);
    private static readonly Run Second = Run.Reader("rules/2").Begun(Noon);
    private static readonly Run Undoer = Run.Person("Cy").Begun(Noon);

    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;
    private readonly SqliteLedgerStore _store;
    private readonly Ledger _ledger;

    public UndoTests()
    {
        _store = SqliteLedgerStore.OpenOrCreate(Path.Combine(_folder, "record.db"));
        _ledger = new(_store, new TickingClock(Noon, Duration.FromMinutes(1)));
        _ledger.File(HandMade.Truce("a"), First);
        _ledger.File(HandMade.Truce("b"), Second);
    }

    public void Dispose()
    {
        // the state that was kept up and the one that is made anew must be one, and whatever was done, the ledger must verify
        Assert.Equal(Shape(_ledger.State), Shape(LedgerState.Of(_store.Read().Select(line => line.Parse()))));
        Assert.Equal(Shape(_ledger.State), Shape(_store.Read().Select(line => line.Parse()).Aggregate(LedgerState.Empty, (state, line) => state.Evolve(line))));
        Assert.Empty(Verifier.Verify(_store.Read()).Faults);
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Undoing_a_run_withdraws_what_it_filed_and_nothing_else()
    {
        UndoPlan plan = Undo(new UndoScope.OfRun(First.Id!));
        Assert.Equal((1, 1, 10), (plan.Count<DocumentFiled>(), plan.Count<ReadingFiled>(), plan.Count<RecordDrafted>()));
        Assert.Equal(["b"], _ledger.State.Order);
        Assert.Equal(10, _ledger.State.Tally.Draft);
        Assert.Equal(10, _ledger.State.Withdrawn["a"].Tombstones.Count);
        Assert.Null(_ledger.State.ByKey(_ledger.State.Withdrawn["a"].Key));
    }

    [Fact]
    public void Undoing_an_undo_brings_all_back_and_it_can_be_undone_again()
    {
        Decide("a", "ceasefire", Ada);
        string before = Shape(_ledger.State);
        Undo(new UndoScope.OfRun(First.Id!), withDecisions: true);
        Undo(new UndoScope.OfRun(Undoer.Id!), by: Bo);
        Assert.Equal(["a", "b"], _ledger.State.Order);
        Assert.Equal(before, Shape(_ledger.State));
        Undo(new UndoScope.OfRun(First.Id!), withDecisions: true);
        Assert.Equal(["b"], _ledger.State.Order);
    }

    [Fact]
    public void A_preview_changes_nothing()
    {
        long head = _store.Head;
        UndoPlan plan = new UndoPlanner(new UndoScope.OfDocument("b.txt")).Plan(_ledger.State);
        Assert.Equal("b", Assert.Single(plan.Documents).Document.Id);
        Assert.Equal(head, _store.Head);
    }

    [Fact]
    public void What_a_person_decided_stays_with_its_record_unless_it_is_to_go_too()
    {
        Decide("a", "ceasefire", Ada);
        UndoPlan plan = Undo(new UndoScope.OfDocument("a"));
        Assert.Equal(1, plan.Documents[0].Kept);
        RecordState kept = Assert.Single(_ledger.State.Documents["a"].Records);
        Assert.Equal(("ceasefire", ReviewState.Confirmed), (kept.Kind, kept.State));

        Undo(new UndoScope.OfDocument("a"), withDecisions: true, by: Bo);
        Assert.Equal(["b"], _ledger.State.Order);
    }

    [Fact]
    public void Undoing_a_rule_takes_its_drafts_from_every_document()
    {
        Undo(new UndoScope.OfRule("en/frames/violation.yml#test-1"));
        Undo(new UndoScope.OfRule("en/frames/meeting.yml"));
        Undo(new UndoScope.OfRule("en/frames/prop")); // no file of this name
        Assert.Equal(16, _ledger.State.Tally.Total);
        Assert.DoesNotContain(_ledger.State.InOrder.SelectMany(d => d.Records), r => r.Kind is "violation" or "meeting");
    }

    [Fact]
    public void Undoing_a_reviewer_lets_the_decisions_of_others_hold_again()
    {
        Decide("a", "meeting", Bo);
        Decide("a", "meeting", Ada, reject: true);
        Decide("a", "novelty", Ada, reject: true, RejectionScope.Ledger);
        Assert.Equal(3, _ledger.State.Tally.Rejected);

        UndoPlan plan = Undo(new UndoScope.OfReviewer("Ada"));
        Assert.Equal(2, plan.Count<Decision>());
        Assert.Equal(ReviewState.Confirmed, Record("a", "meeting").State);
        Assert.Equal(0, _ledger.State.Tally.Rejected);
    }

    [Fact]
    public void A_withdrawal_takes_back_nothing_more_once_the_decision_that_it_took_back_is_undone()
    {
        Decide("a", "meeting", Bo);
        Decide("a", "meeting", Ada, reject: true);
        _ledger.Decide(new DecisionWithdrawn { Document = "a", Record = Record("a", "meeting").Id, After = Record("a", "meeting").Latest }, Bo);
        Undo(new UndoScope.OfReviewer("Ada"));
        Assert.Equal(ReviewState.Confirmed, Record("a", "meeting").State);
    }

    [Fact]
    public void Who_saw_a_record_before_the_undo_must_look_again()
    {
        Decide("a", "meeting", Ada);
        RecordState seen = Record("a", "meeting");
        Undo(new UndoScope.OfReviewer("Ada"));
        RecordConfirmed late = new() { Document = "a", Record = seen.Id, After = seen.Latest };
        Assert.Equal("DG3008", Assert.Throws<LedgerException>(() => _ledger.Decide(late, Bo)).Code);
        Decide("a", "meeting", Bo);
        Assert.Equal(ReviewState.Confirmed, Record("a", "meeting").State);
    }

    [Fact]
    public void A_withdrawn_document_can_be_filed_anew_and_keeps_its_place()
    {
        Undo(new UndoScope.OfRun(First.Id!));
        Assert.False(_ledger.Holds("a", HandMade.Truce("a").Document.Text));
        Assert.Equal(Outcome.Added, _ledger.File(HandMade.Truce("a"), Second));
        Assert.Equal(["a", "b"], _ledger.State.Order);
        Assert.Equal(20, _ledger.State.Tally.Draft);
        Assert.Equal(Outcome.Known, _ledger.File(HandMade.Truce("a"), Second, again: true));
    }

    [Fact]
    public void As_of_a_moment_before_the_undo_all_is_there()
    {
        Instant before = _store.Read().Last().Parse().Recorded;
        Undo(new UndoScope.OfRun(First.Id!));
        Assert.Equal(["a", "b"], _ledger.AsOf(before).Order);
    }

    [Fact]
    public void What_was_said_by_a_day_is_told_by_the_documents_date_or_the_statements_own_time()
    {
        DocumentReading late = HandMade.Truce("late");
        _ledger.File(late with { Document = late.Document with { Published = "2031-10" }, Statements = [late.Statements[0] with { Time = "T1" }, late.Statements[1]] }, First);
        LedgerState said = new SaidUntil(new LocalDate(2031, 9, 8)).Of(_ledger.State);
        DocumentState part = Assert.Single(said.InOrder);
        Assert.Equal(["statement", "violation"], part.Records.Select(r => r.Kind).Order());
        Assert.Equal(2, said.Tally.Total);
        Assert.Equal(["a", "b", "late"], new SaidUntil(new LocalDate(2031, 10, 31)).Of(_ledger.State).Order);
        Assert.Equal(10, new SaidUntil(new LocalDate(2031, 10, 30)).Of(_ledger.State).Documents["a"].Records.Length);
        Assert.Equal(2, new SaidUntil(new LocalDate(2031, 10, 30)).Of(_ledger.State).Documents["late"].Records.Length);
    }

    private UndoPlan Undo(UndoScope scope, bool withDecisions = false, Run? by = null)
    {
        UndoPlanner planner = new(scope, withDecisions);
        UndoPlan plan = planner.Plan(_ledger.State);
        _ledger.Append(state => planner.Plan(state).Entries, by ?? Undoer);
        return plan;
    }

    private void Decide(string document, string kind, Run by, bool reject = false, RejectionScope scope = RejectionScope.Record)
    {
        RecordState record = Record(document, kind);
        _ledger.Decide(
            reject ? new RecordRejected { Document = document, Record = record.Id, After = record.Latest, Scope = scope } : new RecordConfirmed { Document = document, Record = record.Id, After = record.Latest },
            by);
    }

    private RecordState Record(string document, string kind) => _ledger.State.Documents[document].All.Values.Single(r => r.Kind == kind);

    private static string Shape(LedgerState state) => string.Join('\n', state.InOrder.SelectMany(d => d.Records.Select(r => $"{d.Id} {r.Id} {r.State}"))
        .Append(state.Tally.ToString()).Append(string.Join(' ', state.ToReview.Select(d => d.Id))).Append(string.Join(' ', state.LatestFirst.Select(d => d.Id))));
}
