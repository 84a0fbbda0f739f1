using System.Globalization;
using Dragoman.Boards;
using Dragoman.Language.Packs;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Record.Views.Boards;
using Dragoman.Tests.Repository;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class BoardTests
{
    private static readonly BoardWorld World = BoardData.Load(new DataFolder(RepositoryRoot.Path));

    [Fact]
    public void A_move_cites_the_record_before_and_the_one_after()
    {
        Board board = BoardOf(Answer("one", "2031-09-01", "Norland rejected the truce.", "rejected", "reject"), Answer("two", "2031-09-08", "Norland accepted the truce.", "accepted", "accept"));
        (Position position, PositionMove move) = Assert.Single(PositionMap.Of(board).Moves);
        Assert.Equal(("Norland", "ceasefire"), (position.Party.Name, position.Issue.Id));
        Assert.Equal((Stance.Against, Stance.For), (move.Before.Stance!.Value, move.After.Stance!.Value));
        Assert.Equal(("one", "two"), (move.Before.Item.Cited.Document.Id, move.After.Item.Cited.Document.Id));
        Assert.Equal(new LocalDate(2031, 9, 8), position.Since!.Item.When!.Value.FirstDay);
    }

    [Fact]
    public void Two_stances_of_one_day_are_no_move() =>
        Assert.Empty(PositionMap.Of(BoardOf(Answer("one", "2031-09-08", "Norland rejected the truce.", "rejected", "reject"), Answer("two", "2031-09-08", "Norland accepted the truce.", "accepted", "accept"))).Moves);

    [Fact]
    public void A_first_time_is_held_against_earlier_records_of_the_same_parties()
    {
        const string Met = "Norland and Sudria met in Port Alder.";
        const string First = "Norland and Sudria met in Port Alder for the first time.";
        NoveltyCheck none = Assert.Single(NoveltyCheck.All(BoardOf(Meeting("other", "2031-08-01", "Norland and Vestmark met in Elm.", "Vestmark"), Novelty("two", "2031-09-08", First))));
        Assert.Empty(none.Earlier);
        Assert.Equal((1, new LocalDate(2031, 8, 1)), (none.Searched, none.From));
        NoveltyCheck one = Assert.Single(NoveltyCheck.All(BoardOf(Meeting("one", "2031-08-01", Met, "Sudria"), Novelty("two", "2031-09-08", First))));
        Assert.Equal("one", Assert.Single(one.Earlier).Cited.Document.Id);
    }

    [Fact]
    public void A_planned_meeting_is_met_once_a_later_record_shows_it()
    {
        DocumentReading plan = new HandMade("plan", "Norland and Sudria will meet on Friday.").Actor("A1", ActorKind.State, "Norland", "Norland").Actor("A2", ActorKind.State, "Sudria", "Sudria")
            .Time("T1", "Friday", "2031-09-12").Found("R1", FindingKind.Meeting, "meet", "Norland and Sudria will meet on Friday.", null, HandMade.Who("participants", "A1", "A2"), HandMade.When("time", "T1"), Word("status", "planned")).Build(published: "2031-09-08");
        DocumentReading held = new HandMade("held", "Norland and Sudria met on Friday.").Actor("A1", ActorKind.State, "Norland", "Norland").Actor("A2", ActorKind.State, "Sudria", "Sudria")
            .Time("T1", "Friday", "2031-09-12").Found("R1", FindingKind.Meeting, "met", "Norland and Sudria met on Friday.", null, HandMade.Who("participants", "A1", "A2"), HandMade.When("time", "T1"), Word("status", "held")).Build(published: "2031-09-13");
        Assert.Equal(PlanStanding.Open, Assert.Single(PlanBoard.Of(BoardOf(plan)).Lines).Standing);
        PlanLine line = Assert.Single(PlanBoard.Of(BoardOf(plan, held)).Lines);
        Assert.Equal((PlanStanding.Met, "held"), (line.Standing, line.Evidence!.Cited.Document.Id));
    }

    [Fact]
    public void A_timeline_counts_where_there_is_too_much_to_draw_and_loses_nothing()
    {
        DocumentReading[] many = [.. Enumerable.Range(0, 700).Select(i => Answer("d" + i.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"2031-{(i % 12) + 1:00}-08"), "Norland rejected the truce.", "rejected", "reject"))];
        Timeline timeline = Timeline.Of(BoardOf(many), new() { From = new(2031, 1, 1, 0, 0), Until = new(2032, 1, 1, 0, 0) });
        Assert.True(timeline.IsCounted);
        Assert.Equal(700, Assert.Single(timeline.Lanes).Buckets.Sum(b => b.Count));
        Timeline near = Timeline.Of(BoardOf(many), new() { From = new(2031, 3, 1, 0, 0), Until = new(2031, 4, 1, 0, 0), Kinds = ["response"] });
        Assert.False(near.IsCounted);
        Assert.All(Assert.Single(near.Lanes).Items, item => Assert.Equal(3, item.When!.Value.FirstDay.Month));
    }

    [Fact]
    public void Each_claimant_keeps_its_own_figures()
    {
        ClaimChart chart = ClaimChart.Of(BoardOf(HandMade.Truce()));
        ClaimSeries series = Assert.Single(chart.Series);
        Assert.Equal(("Oda Brenn", 120L, "Sudria"), (series.Name, series.Points[0].Count!.Value, series.Points[0].Accused));
        CeasefireSpan truce = Assert.Single(chart.Ceasefires);
        Assert.Equal(new LocalDateTime(2031, 9, 9, 6, 0), truce.Until); // thirty hours from the start of its first day
    }

    [Fact]
    public void Documents_that_did_not_change_are_not_read_again()
    {
        BoardMaker maker = new(World);
        LedgerState state = StateOf([HandMade.Truce("one"), HandMade.Truce("two")]);
        Board before = maker.Of(state);
        Assert.Same(before, maker.Of(state));
        RecordState record = state.Documents["two"].Records[0];
        RecordConfirmed confirmed = new() { Document = "two", Record = record.Id, After = record.Latest };
        Board after = maker.Of(state.Evolve(new LedgerLine(state.Head + 1, EntryJson.Id(confirmed), Instant.MinValue, Run.Person("Ada"), confirmed)));
        Assert.Same(before.Documents[0], after.Documents[0]);
        Assert.NotSame(before.Documents[1], after.Documents[1]);
    }

    private static Board BoardOf(params DocumentReading[] readings) => new BoardMaker(World).Of(StateOf(readings));

    private static LedgerState StateOf(DocumentReading[] readings) => LedgerState.Of(readings.SelectMany(r => Filing.Of(r, "rules/1").Entries)
        .Select((entry, i) => new LedgerLine(i + 1, EntryJson.Id(entry), Instant.MinValue, Run.Reader("rules/1"), entry)));

    private static DocumentReading Answer(string id, string day, string text, string anchor, string stance) => new HandMade(id, text)
        .Actor("A1", ActorKind.State, "Norland", "Norland").Found("R1", FindingKind.Response, anchor, text, null, HandMade.Who("by", "A1"), Word("stance", stance)).Build(published: day);

    private static DocumentReading Meeting(string id, string day, string text, string other) => Met(id, text, other).Build(published: day);

    private static DocumentReading Novelty(string id, string day, string text) => Met(id, text, "Sudria").Found("R2", FindingKind.Novelty, "first", text, null).Build(published: day);

    private static HandMade Met(string id, string text, string other) => new HandMade(id, text).Actor("A1", ActorKind.State, "Norland", "Norland").Actor("A2", ActorKind.State, other, other)
        .Found("R1", FindingKind.Meeting, "met", text, null, HandMade.Who("participants", "A1", "A2"), Word("status", "held"));

    private static Slot Word(string name, string word) => new(name, new SlotValue.Word(word));
}
