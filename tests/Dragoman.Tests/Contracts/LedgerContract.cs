using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

/// <summary>What every ledger store must do, whatever keeps it.</summary>
public abstract class LedgerContract
{
    private static readonly Run Ada = Run.Person("Ada");
    private static readonly Instant Noon = Instant.FromUtc(2031, 9, 10, 12, 0);

    private readonly TickingClock _clock = new(Noon, Duration.FromMinutes(1));

    /// <summary>Opens the one store of this test; called again, it opens the same one anew.</summary>
    protected abstract ILedgerStore Open();

    [Fact]
    public void A_filed_reading_comes_back_as_it_was()
    {
        using ILedgerStore store = Open();
        DocumentReading reading = HandMade.Truce();
        Assert.Equal(Outcome.Added, new Ledger(store, _clock).File(reading, "rules/1"));

        using ILedgerStore again = Open();
        LedgerState state = new Ledger(again, _clock).State;
        DocumentState document = Assert.Single(state.InOrder);
        Assert.Equal(reading.Document.Text, document.Text);
        Assert.Equal(reading.Statements.Length + reading.Findings.Length, document.Records.Length);
        Assert.All(document.Records, record => Assert.Equal(ReviewState.Draft, record.State));
        Assert.Equal(Noon, document.Recorded);
    }

    [Fact]
    public void The_same_document_twice_adds_nothing()
    {
        using ILedgerStore store = Open();
        Ledger ledger = new(store, _clock);
        ledger.File(HandMade.Truce(), "rules/1");
        StoredLine[] before = [.. store.Read()];

        Assert.Equal(Outcome.Known, ledger.File(HandMade.Truce(), "rules/1"));
        Assert.Equal(Outcome.Known, ledger.File(HandMade.Truce(), "rules/1", again: true));
        Assert.Equal(before, store.Read());
    }

    [Fact]
    public void Lines_are_numbered_from_one_without_gaps()
    {
        using ILedgerStore store = Open();
        Ledger ledger = new(store, _clock);
        ledger.File(HandMade.Truce("first"), "rules/1");
        ledger.File(HandMade.Truce("second"), "rules/1");
        Assert.Equal(Enumerable.Range(1, store.Read().Count()).Select(i => (long)i), store.Read().Select(line => line.Sequence));
    }

    [Fact]
    public void Two_ledgers_of_the_same_readings_at_the_same_times_are_equal()
    {
        StoredLine[] lines = [.. Filing.Of(HandMade.Truce(), "rules/1").Entries.Select(entry => StoredLine.Of(entry, Run.Reader("rules/1"), Noon))];
        using ILedgerStore store = Open();
        new Ledger(store, new TickingClock(Noon)).File(HandMade.Truce(), "rules/1");
        Assert.Equal(lines, store.Read().Select(line => line with { Sequence = 0 }));
    }

    [Fact]
    public void An_append_that_knows_less_than_the_store_adds_nothing()
    {
        using ILedgerStore store = Open();
        new Ledger(store, _clock).File(HandMade.Truce("first"), "rules/1");
        long head = store.Read().Last().Sequence;
        StoredLine line = StoredLine.Of(new DocumentFiled { Document = "late", Source = "late.txt", Text = "Late." }, Run.Reader("rules/1"), Noon);
        Assert.Null(store.Append([line], head - 1));
        Assert.Equal(head, store.Read().Last().Sequence);
        Assert.Single(store.Append([line], head)!.Value);
        Assert.Empty(store.Append([line], head + 1)!.Value);
    }

    [Fact]
    public void Two_programs_that_write_in_turn_see_each_other()
    {
        using ILedgerStore left = Open();
        using ILedgerStore right = Open();
        Ledger first = new(left, _clock);
        Ledger second = new(right, _clock);
        first.File(HandMade.Truce("a"), "rules/1");
        second.File(HandMade.Truce("b"), "rules/1");
        Assert.Equal(Outcome.Known, first.File(HandMade.Truce("b"), "rules/1"));
        Assert.Equal(["a", "b"], first.State.Order);
        Assert.Equal(["a", "b"], second.State.Order);
    }

    [Fact]
    public async Task Programs_that_write_at_once_lose_nothing_and_leave_no_gap()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Open().Dispose();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            using ILedgerStore store = Open();
            Ledger ledger = new(store, new TickingClock(Noon));
            for (int i = 0; i < 8; i++) ledger.File(HandMade.Truce(string.Create(CultureInfo.InvariantCulture, $"{writer}-{i}")), "rules/1");
        }, cancellation)));
        using ILedgerStore all = Open();
        Assert.Equal(32, new Ledger(all, _clock).State.Order.Count);
        Assert.Empty(Verifier.Verify(all.Read()).Faults);
    }

    [Fact]
    public void The_lines_of_one_document_are_found()
    {
        using ILedgerStore store = Open();
        Ledger ledger = new(store, _clock);
        foreach (string id in new[] { "a", "b", "c" }) ledger.File(HandMade.Truce(id), "rules/1");
        Assert.Equal(store.Read().Where(line => line.Parse().Entry.Document == "b"), store.ReadDocument("b"));
        Assert.Empty(store.ReadDocument("d"));
        Assert.Equal(store.Read().Count(), store.Head);
    }

    [Fact]
    public void Another_text_under_a_known_id_is_refused()
    {
        using ILedgerStore store = Open();
        Ledger ledger = new(store, _clock);
        ledger.File(HandMade.Truce(), "rules/1");
        DocumentReading other = new HandMade("truce", "Something else.").Build();
        Assert.Equal("DG3006", Assert.Throws<LedgerException>(() => ledger.File(other, "rules/1")).Code);
    }

    [Fact]
    public void Decisions_hold_until_they_are_taken_back()
    {
        using ILedgerStore store = Open();
        Ledger ledger = new(store, _clock);
        ledger.File(HandMade.Truce(), "rules/1");
        RecordState draft = Record(ledger, "ceasefire");

        RecordConfirmed confirmed = new() { Document = "truce", Record = draft.Id, After = draft.Latest };
        Assert.Equal(Outcome.Added, ledger.Decide(confirmed, Ada));
        Assert.Equal(Outcome.Known, ledger.Decide(confirmed, Ada));
        Assert.Equal(ReviewState.Confirmed, Record(ledger, "ceasefire").State);

        ledger.Decide(new RecordRejected { Document = "truce", Record = draft.Id, After = Record(ledger, "ceasefire").Latest, Scope = RejectionScope.Record }, Ada);
        Assert.Equal(ReviewState.Rejected, Record(ledger, "ceasefire").State);

        ledger.Decide(new DecisionWithdrawn { Document = "truce", Record = draft.Id, After = Record(ledger, "ceasefire").Latest }, Ada);
        Assert.Equal(ReviewState.Confirmed, Record(ledger, "ceasefire").State);
    }

    [Fact]
    public void A_decision_on_a_record_that_has_changed_is_a_conflict_that_names_both_versions()
    {
        using ILedgerStore store = Open();
        Ledger ledger = new(store, _clock);
        ledger.File(HandMade.Truce(), "rules/1");
        RecordState seen = Record(ledger, "meeting");
        ledger.Decide(new RecordConfirmed { Document = "truce", Record = seen.Id, After = seen.Latest }, Ada);

        RecordRejected late = new() { Document = "truce", Record = seen.Id, After = seen.Latest, Scope = RejectionScope.Record };
        LedgerException conflict = Assert.Throws<LedgerException>(() => ledger.Decide(late, Run.Person("Bo")));
        Assert.Equal("DG3008", conflict.Code);
        Assert.Contains(seen.Latest[..12], conflict.Message, StringComparison.Ordinal);
        Assert.Contains(Record(ledger, "meeting").Latest[..12], conflict.Message, StringComparison.Ordinal);
        Assert.Contains("Ada", conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_state_of_a_past_moment_knows_nothing_of_what_came_later()
    {
        using ILedgerStore store = Open();
        Ledger ledger = new(store, _clock);
        ledger.File(HandMade.Truce("a"), "rules/1");
        ledger.File(HandMade.Truce("b"), "rules/1");
        Assert.Empty(ledger.AsOf(Noon - Duration.FromSeconds(1)).Order);
        Assert.Equal(["a"], ledger.AsOf(Noon).Order);
        Assert.Equal(["a", "b"], ledger.AsOf(Noon + Duration.FromMinutes(1)).Order);
    }

    [Fact]
    public void A_sound_ledger_verifies()
    {
        using ILedgerStore store = Open();
        Ledger ledger = new(store, _clock);
        ledger.File(HandMade.Truce(), "rules/1");
        RecordState record = Record(ledger, "ceasefire");
        ledger.Decide(new RecordConfirmed { Document = "truce", Record = record.Id, After = record.Latest }, Ada);
        Verification verification = Verifier.Verify(store.Read());
        Assert.Empty(verification.Faults);
        Assert.Equal((1, 10), (verification.Documents, verification.Records));
        Assert.True(verification.Passages > 20);
    }

    private static RecordState Record(Ledger ledger, string kind) => ledger.State.Documents["truce"].All.Values.Single(r => r.Kind == kind);
}
