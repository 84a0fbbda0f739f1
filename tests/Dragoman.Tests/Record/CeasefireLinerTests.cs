using System.Collections.Immutable;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class CeasefireLinerTests
{
    private readonly List<DocumentReading> _readings = [];

    [Fact]
    public void A_truce_is_one_line_from_its_declaration_through_two_extensions_to_its_end()
    {
        File("2031-09-07", "declared", "announced", "A1", "P3D", start: "2031-09-08");
        File("2031-09-10", "extended", "extended", null, "P2W");
        File("2031-09-11", "extended", "extended", "A1", "P2W");
        File("2031-09-24", "extended", "extended", null, "P30D");
        File("2031-10-20", "collapsed", "ended", null, null);
        CeasefireLife life = Assert.Single(Lines());
        Assert.Equal([CeasefireStepKind.Declared, CeasefireStepKind.Extended, CeasefireStepKind.Extended, CeasefireStepKind.Ended], life.Steps.Select(s => s.Kind));
        Assert.Equal(new LocalDate(2031, 9, 7), life.Declared);
        Assert.Equal(new LocalDate(2031, 9, 8), life.Effective);
        Assert.Equal([new(2031, 9, 10), new LocalDate(2031, 9, 24)], life.Extensions.Select(e => e.Day!.Value));
        Assert.Equal(2, life.Extensions.First().Reports.Length);
        Assert.Equal(new LocalDate(2031, 10, 23), life.RunsUntil);
        Assert.Equal(new LocalDate(2031, 10, 20), life.End?.Day);
    }

    [Fact]
    public void A_pause_of_another_party_is_another_ceasefire()
    {
        File("2031-09-07", "declared", "announced", "A1", "P30D");
        File("2031-09-12", "declared", "announced", "A2", "P10D");
        Assert.Equal(["Front", "Norland"], Lines().Select(l => Assert.Single(l.Steps).By[0]));
    }

    [Fact]
    public void A_second_truce_of_the_same_party_after_the_first_has_ended_is_another()
    {
        File("2031-09-07", "declared", "announced", "A1", "P3D");
        File("2031-09-09", "collapsed", "ended", "A1", null);
        File("2031-12-01", "declared", "announced", "A1", "P3D");
        File("2031-12-02", "extended", "extended", null, "P3D");
        ImmutableArray<CeasefireLife> lives = Lines();
        Assert.Equal(2, lives.Length);
        Assert.Equal(new LocalDate(2031, 12, 1), lives[0].Declared);
        Assert.Single(lives[0].Extensions);
        Assert.Empty(lives[1].Extensions);
    }

    [Fact]
    public void What_is_only_possible_extends_nothing()
    {
        File("2031-09-07", "declared", "announced", "A1", "P3D");
        File("2031-09-08", "extended", "extended", null, "P30D", factuality: Factuality.Possible);
        CeasefireLife life = Assert.Single(Lines());
        Assert.Empty(life.Extensions);
        Assert.Equal(new LocalDate(2031, 9, 9), life.RunsUntil);
    }

    [Fact]
    public void A_look_back_in_a_later_article_is_no_second_declaration()
    {
        File("2031-09-07", "declared", "announced", "A1", "P60D");
        File("2031-10-20", "brokered", "agreed", null, null);
        Assert.Equal(CeasefireStepKind.Mentioned, Assert.Single(Lines()).Steps[1].Kind);
    }

    private ImmutableArray<CeasefireLife> Lines()
    {
        long sequence = 0;
        LedgerState state = LedgerState.Of(_readings.SelectMany(reading => Filing.Of(reading, "rules/1").Entries)
            .Select(entry => new LedgerLine(++sequence, EntryJson.Id(entry), Instant.FromUtc(2031, 9, 10, 12, 0), Run.Reader("rules/1"), entry)));
        return new CeasefireLiner(null).Line(state.InOrder.SelectMany(d => d.Records.Select(r => new CitedRecord(d, r))));
    }

    private void File(string published, string verb, string act, string? by, string? duration, string? start = null, Factuality factuality = Factuality.Actual)
    {
        string sentence = $"Norland or the Front {verb} the truce from then.";
        HandMade made = new HandMade("d" + new string('i', _readings.Count), sentence).Actor("A1", ActorKind.State, "Norland", "Norland").Actor("A2", ActorKind.Organisation, "Front", "Front");
        List<Slot> slots = [new("act", new SlotValue.Word(act))];
        if (by is not null) slots.Add(HandMade.Who("by", by));
        if (start is not null)
        {
            made.Time("T1", "then", start);
            slots.Add(HandMade.When("start", "T1"));
        }

        if (duration is not null) slots.Add(new("duration", new SlotValue.Word(duration)));
        DocumentReading reading = made.Found("R1", FindingKind.Ceasefire, verb, sentence, null, [.. slots]).Build(published: published);
        _readings.Add(reading with { Findings = [reading.Findings[0] with { Factuality = factuality }] });
    }
}
