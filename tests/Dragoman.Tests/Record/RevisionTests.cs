using System.Collections.Immutable;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Sqlite;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class RevisionTests : IDisposable
{
    private static readonly Run Ada = Run.Person("Ada");
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;
    private readonly SqliteLedgerStore _store;
    private readonly Ledger _ledger;

    public RevisionTests()
    {
        _store = SqliteLedgerStore.OpenOrCreate(Path.Combine(_folder, "record.db"));
        _ledger = new(_store, new TickingClock(Instant.FromUtc(2031, 9, 10, 12, 0), Duration.FromMinutes(1)));
        _ledger.File(HandMade.Truce(), "rules/1");
    }

    private DocumentState Truce => _ledger.State.Documents["truce"];

    private Statement Statement => ((Said)Said.Content).Statement;

    private RecordState Said => Truce.Records.First(r => r.Kind == "statement");

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_record_that_the_reader_missed_is_added_once_and_can_be_taken_back()
    {
        Passage words = new(0, 7, Truce.Text[..7]);
        Found content = new(new() { Id = "R90", Kind = FindingKind.Novelty, Anchor = words, Evidence = words, Slots = [] });
        int before = Truce.Records.Length;
        Assert.Equal(Outcome.Added, _ledger.Append(state => Revision.Add(state, "truce", content), Ada));
        Assert.Equal(Outcome.Known, _ledger.Append(state => Revision.Add(state, "truce", content), Ada));
        RecordState added = Truce.Records.Single(r => r.Draft.LocalId == "R90");
        Assert.Equal(ReviewState.Confirmed, added.State);
        _ledger.Decide(new DecisionWithdrawn { Document = "truce", Record = added.Id, After = added.Latest }, Ada);
        Assert.Equal(before, Truce.Records.Length);
        Assert.Empty(Verifier.Verify(_store.Read()).Faults);
    }

    [Fact]
    public void A_split_record_is_two_and_the_same_form_sent_twice_splits_once()
    {
        RecordState record = Said;
        SeenRecord seen = new("truce", record.Id, record.Latest);
        Said rest = new(Statement with { Mode = QuotationMode.Mixed });
        Said twin = new(Statement with { Id = "S90" });
        int before = Truce.Records.Length;
        Assert.Equal(Outcome.Added, _ledger.Append(state => Revision.Split(state, seen, rest, twin), Ada));
        Assert.Equal(Outcome.Known, _ledger.Append(state => Revision.Split(state, seen, rest, twin), Ada));
        Assert.Equal(before + 1, Truce.Records.Length);
        Assert.Equal(ReviewState.Amended, Truce.All[record.Id].State);
        Assert.Throws<LedgerException>(() => _ledger.Append(state => Revision.Split(state, seen, twin, rest), Ada));
        Assert.Empty(Verifier.Verify(_store.Read()).Faults);
    }

    [Fact]
    public void A_merged_record_counts_no_longer_until_that_is_taken_back()
    {
        RecordState record = Said;
        RecordState other = Truce.Records.First(r => r.Kind == "statement" && r.Id != record.Id);
        SeenRecord seen = new("truce", record.Id, record.Latest);
        _ledger.Append(state => Revision.Merge(state, seen, other.Id, other.Content), Ada);
        Assert.Equal(ReviewState.Rejected, Truce.All[record.Id].State);
        Assert.Equal(ReviewState.Amended, Truce.All[other.Id].State);
        _ledger.Decide(new DecisionWithdrawn { Document = "truce", Record = record.Id, After = Truce.All[record.Id].Latest }, Ada);
        Assert.Equal(ReviewState.Draft, Truce.All[record.Id].State);
        Assert.Empty(Verifier.Verify(_store.Read()).Faults);
    }

    [Fact]
    public void An_amendment_keeps_to_the_actors_that_its_author_saw_when_the_document_is_read_again()
    {
        RecordState record = Said;
        ImmutableArray<Actor> named = [new() { Id = "N1", Kind = ActorKind.Person, Name = "Samira Lund" }];
        _ledger.Decide(new RecordAmended { Document = "truce", Record = record.Id, After = record.Latest, Content = new Said(Statement with { Speaker = "N1" }), Actors = named }, Ada);
        Assert.Equal("Samira Lund", new CitedRecord(Truce, Said).ActorOf("N1")!.Name);

        ReadingFiled seen = Said.ReadIn;
        DocumentReading again = HandMade.Truce();
        _ledger.File(again with { Actors = [.. again.Actors.Select(a => a with { Name = a.Name + " II" })] }, "rules/2", again: true);
        Assert.Same(seen, Said.ReadIn);
        Assert.NotSame(seen, Truce.Reading);
    }

    [Fact]
    public void What_people_say_of_a_document_holds_the_latest_word_on_each_thing()
    {
        Assert.Equal(WorkState.Unread, _ledger.State.Care.WorkOn(Truce));
        _ledger.Append(_ => [new DocumentCorrected { Document = "truce", Published = "2031-09-09", Language = "en" }], Ada);
        _ledger.Append(_ => [new DocumentCorrected { Document = "truce", Published = "2031-09-08" }, new WorkMarked { Document = "truce", Work = WorkState.Done }], Ada);
        DocumentCorrected correction = _ledger.State.Care.CorrectionOf("truce")!;
        Assert.Equal(("2031-09-08", "en"), (correction.Published, correction.Language));
        Assert.Equal(WorkState.Done, _ledger.State.Care.WorkOn(Truce));
        Assert.Empty(Verifier.Verify(_store.Read()).Faults);
    }
}
