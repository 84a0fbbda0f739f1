using Dragoman.Record;
using Dragoman.Record.Agreement;
using Dragoman.Record.Entries;
using Xunit;

namespace Dragoman.Tests;

public sealed class AgreementTests
{
    private static readonly Run Ada = Run.Person("Ada");
    private static readonly Run Ben = Run.Person("Ben");

    /// <summary>Krippendorff (2011), example C: four observers, twelve units, some values missing.</summary>
    private static readonly int[][] Published = Columns(
        [
            "1 2 3 3 2 1 4 1 2 . . .", // observer A
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ]);

    [Fact]
    public void Alpha_is_the_published_one_for_nominal_values() => Assert.Equal(0.743, KrippendorffAlpha.Of(Published, KrippendorffAlpha.Nominal)!.Value, 3);

    [Fact]
    public void Alpha_is_the_published_one_for_intervals() =>
        Assert.Equal(0.849, KrippendorffAlpha.Of(Published.Select(u => u.Select(v => (double)v).ToArray()), KrippendorffAlpha.Interval)!.Value, 3);

    [Fact]
    public void Alpha_is_the_published_one_for_two_observers_and_two_values() // example A
    {
        int[][] units = Columns(["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"]);
        Assert.Equal(0.095, KrippendorffAlpha.Of(units, KrippendorffAlpha.Nominal)!.Value, 3);
    }

    [Fact]
    public void Alpha_is_the_published_one_for_two_observers_and_many_values() // example B
    {
        int[][] units = Columns(["1 1 2 2 4 3 3 3 5 4 4 1", "1 2 2 2 2 3 3 3 5 4 4 4"]);
        Assert.Equal(0.692, KrippendorffAlpha.Of(units, KrippendorffAlpha.Nominal)!.Value, 3);
    }

    [Fact]
    public void Where_all_values_are_the_same_there_is_nothing_to_tell() => Assert.Null(KrippendorffAlpha.Of([[1, 1], [1, 1]], KrippendorffAlpha.Nominal));

    [Fact]
    public void Two_reviewers_and_the_reader_are_three_coders()
    {
        Ledger ledger = new(new MemoryLedgerStore(), new TickingClock(Exports.Morning));
        ledger.File(HandMade.Truce(), "rules/1");
        foreach (string kind in new[] { "ceasefire", "meeting", "ultimatum" })
        {
            Exports.Decide(ledger, kind, r => new RecordConfirmed { Document = r.Document, Record = r.Id, After = r.Latest }, Ada);
            Exports.Decide(ledger, kind, r => kind == "meeting"
                ? new RecordRejected { Document = r.Document, Record = r.Id, After = r.Latest, Scope = RejectionScope.Record }
                : new RecordConfirmed { Document = r.Document, Record = r.Id, After = r.Latest, Note = "seen" }, Ben);
        }

        AgreementReport report = AgreementReport.Of(Coding.InLedger(ledger.State));
        Assert.Equal(["rules/1", "Ada", "Ben"], report.Coders);
        CoderPair people = report.Pairs.Single(p => p is { Left: "Ada", Right: "Ben" });
        Assert.Equal((2, 1, 0), (people.Both, people.OnlyLeft, people.OnlyRight));
        Assert.Equal(0.8, people.F1!.Value, 3);
        Assert.Equal(10, report.Pairs.Single(p => p is { Left: "rules/1", Right: "Ada" }).Both + 7); // what Ada has not looked at is not held against anybody
    }

    [Fact]
    public void Coders_who_worked_apart_are_aligned_by_overlap_and_compared_slot_by_slot()
    {
        Coding one = new("one", [Judged("a", 0, 100, "count", MarkScale.Interval, "120"), Judged("b", 200, 260, "count", MarkScale.Interval, "4")], ["d"]);
        Coding two = new("two", [Judged("c", 10, 100, "count", MarkScale.Interval, "120"), Judged("e", 210, 270, "count", MarkScale.Interval, "5"), Judged("f", 400, 410, "count", MarkScale.Interval, "9")], ["d"]);
        AgreementReport report = AgreementReport.Of([one, two]);
        Assert.Equal((2, 0, 1), (report.Pairs[0].Both, report.Pairs[0].OnlyLeft, report.Pairs[0].OnlyRight));
        AgreementLine count = Assert.Single(report.Lines, line => line.Slot == "count");
        Assert.Equal(2, count.Units);
        Assert.InRange(count.Alpha!.Value, 0.999, 1);
    }

    [Fact]
    public void A_coder_is_in_a_unit_once()
    {
        Coding one = new("one", [Judged("a", 0, 100, "x", MarkScale.Nominal, "1"), Judged("b", 50, 150, "x", MarkScale.Nominal, "1")], ["d"]);
        Coding two = new("two", [Judged("c", 0, 150, "x", MarkScale.Nominal, "1")], ["d"]);
        Assert.Equal([2, 1], new UnitAligner().Align([one, two]).Select(u => u.ByCoder.Count).OrderDescending());
    }

    [Fact]
    public void Sets_that_share_a_member_differ_less_than_sets_that_share_none()
    {
        Assert.Equal(0.25, Mark.Difference(new(MarkScale.Sets, "a\nb"), new(MarkScale.Sets, "a")), 6);
        Assert.Equal(1, Mark.Difference(new(MarkScale.Sets, "a"), Mark.Empty(MarkScale.Sets)), 6);
        Assert.Equal(0.25, Mark.Difference(new(MarkScale.Spans, "0\n10"), new(MarkScale.Spans, "0\n5")), 6);
    }

    private static Judgement Judged(string id, int start, int end, string slot, MarkScale scale, string value) =>
        new(id, "d", "violation", start, end, true, System.Collections.Immutable.ImmutableDictionary<string, Mark>.Empty.Add(slot, new(scale, value)));

    /// <summary>The values of each unit from a line of values for each observer; "." is a missing one.</summary>
    private static int[][] Columns(string[] observers)
    {
        string[][] cells = [.. observers.Select(line => line.Split(' '))];
        return [.. Enumerable.Range(0, cells[0].Length).Select(i => cells.Select(line => line[i]).Where(v => v != ".").Select(v => int.Parse(v, null)).ToArray())];
    }
}
