using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using Dragoman.Record.Processes;
using Dragoman.Record.Views;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class LinkerTests
{
    private const string Quiet = "The guns have been quiet for eight days and nobody has missed them";
    private const string Body = "The valley was calm on Tuesday as farmers on both banks cut the last of the wheat. Engineers looked at the bridge and found it sound. "
        + "The river is low this year, and the ferry has stopped between the two towns. Old men said that they had not seen so many geese since the first autumn of the war.";

    private readonly List<DocumentReading> _readings = [];

    [Fact]
    public void A_statement_in_three_outlets_of_which_one_copies_another_is_one_with_three_reports_and_two_sources()
    {
        File(Said("wire", $"{Body} {Quiet}, Lund said."), "Straits Wire");
        File(Said("copy", $"{Body} {Quiet}, Lund said. More soon."), "Halvard Morning");
        File(Said("own", $"{Quiet}, Lund said."), "La Lantera");
        LedgerState state = State();
        Linkage links = new Linker().Link(state);
        CitedRecord said = Assert.Single(ProcessOverview.Of(state, links: links).Repeated);
        SourceCount count = new SourceCounter(OutletBook.Empty, links).Count(said.Repeats.Prepend(said));
        Assert.Equal((3, 2), (count.Reports, count.Independent));
        Assert.Equal(["copies"], count.Why);
    }

    [Fact]
    public void Two_papers_of_one_owner_are_one_source()
    {
        File(Said("one", $"{Quiet}, Lund said."), "Halvard Morning");
        File(Said("two", $"{Quiet}, Lund said."), "Halvard Tribune");
        OutletBook outlets = new([new(["Halvard Morning"], "Citadel Press", OutletKind.Newspaper, null), new(["Halvard Tribune"], "Citadel Press", OutletKind.Newspaper, null)]);
        SourceCount count = new SourceCounter(outlets, Linkage.None).Count(ProcessScope.Everything.Records(State()));
        Assert.Equal((2, 1, "Citadel Press"), (count.Reports, count.Independent, Assert.Single(count.Why)));
    }

    [Fact]
    public void Other_words_of_one_speaker_and_the_same_words_of_another_person_stay_apart()
    {
        File(Said("one", $"{Quiet}, Lund said."), "Straits Wire");
        File(Said("two", "The guns will be quiet until the snow, Lund said.", "The guns will be quiet until the snow"), "La Lantera");
        File(Said("three", $"{Quiet}, Rinn said.", Quiet, "Pavo Rinn", "Rinn"), "La Lantera");
        Assert.Empty(ProcessOverview.Of(State(), links: new Linker().Link(State())).Repeated);
    }

    [Fact]
    public void Yes_and_no_of_one_party_to_one_proposal_contradict_each_other()
    {
        File(Answer("yes", "Sudria accepted the plan for joint patrols.", Factuality.Actual), "Straits Wire");
        File(Answer("no", "Sudria did not accept the plan for joint patrols.", Factuality.Denied), "La Lantera");
        File(Answer("else", "Sudria did not accept the tariff on grain exports.", Factuality.Denied, "the tariff on grain exports"), "La Lantera");
        LedgerState state = State();
        Contradiction found = Assert.Single(ProcessOverview.Of(state, links: new Linker().Link(state)).Contradictions);
        Assert.Equal(["yes", "no"], found.Sides.Select(s => s.Word));
        Assert.Equal(["yes", "no"], found.Records.Select(r => r.Document.Id));
        Assert.Contains("patrols", Assert.Single(found.Links).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_can_contradict_itself()
    {
        const string Lede = "Sudria accepted the plan for joint patrols.";
        const string Later = "Sudria rejected the plan for joint patrols.";
        File(new HandMade("both", Lede + "\n\n" + Later).Actor("A1", ActorKind.State, "Sudria", "Sudria")
            .Found("R1", FindingKind.Response, "accepted", Lede, null, HandMade.Who("by", "A1"), Stance("accept"), To(Lede, 0))
            .Found("R2", FindingKind.Response, "rejected", Later, null, HandMade.Who("by", "A1"), Stance("reject"), To(Lede + "\n\n" + Later, Lede.Length + 2)).Build(), "La Lantera");
        LedgerState state = State();
        Assert.True(Assert.Single(ProcessOverview.Of(state, links: new Linker().Link(state)).Contradictions).IsWithinOne);
    }

    [Fact]
    public void Figures_for_the_same_breaches_differ_and_are_never_added_up()
    {
        File(Claim("one", 112), "La Lantera");
        File(Claim("two", 58), "Straits Wire");
        LedgerState state = State();
        ProcessOverview overview = ProcessOverview.Of(state, links: new Linker().Link(state));
        Contradiction found = Assert.Single(overview.Contradictions);
        Assert.Equal(LinkRelation.Differs, found.Relation);
        Assert.Equal([112, 58], overview.Claims.SelectMany(c => c.Claims).Select(c => c.Number("count")));
    }

    [Fact]
    public void A_link_that_a_person_rejects_is_gone_and_returns_when_the_decision_is_taken_back()
    {
        File(Answer("yes", "Sudria accepted the plan for joint patrols.", Factuality.Actual), "Straits Wire");
        File(Answer("no", "Sudria did not accept the plan for joint patrols.", Factuality.Denied), "La Lantera");
        Linker linker = new();
        LedgerState state = State();
        Link link = Assert.Single(linker.Link(state).Of("no"), l => l.Relation == LinkRelation.Contradicts);
        LinkDecided rejected = new() { Document = link.From.Document, Relation = link.Relation, From = link.From, To = link.To, Status = LinkStatus.Rejected };
        state = With(state, rejected);
        Assert.DoesNotContain(linker.Link(state).Of("no"), l => l.Id == link.Id);
        state = With(state, rejected with { Status = LinkStatus.Open, After = EntryJson.Id(rejected) });
        Assert.Contains(linker.Link(state).Of("no"), l => l.Id == link.Id);
    }

    [Fact]
    public void What_is_proposed_does_not_depend_on_when_the_documents_were_seen()
    {
        Linker patient = new();
        foreach (string id in new[] { "a", "b", "c", "d" })
        {
            File(Said(id, $"{Body} {Quiet}, Lund said. {id}"), id);
            patient.Link(State());
        }

        string[] step = [.. patient.Link(State()).Among(["a", "b", "c", "d"]).Select(l => l.Id).Order(StringComparer.Ordinal)];
        string[] once = [.. new Linker().Link(State()).Among(["a", "b", "c", "d"]).Select(l => l.Id).Order(StringComparer.Ordinal)];
        Assert.Equal(12, once.Length); // each pair: the text and the statement
        Assert.Equal(once, step);
    }

    [Fact]
    public void Texts_with_a_run_of_eight_words_in_common_share_a_fingerprint()
    {
        const string Shared = "one two three four five six seven eight";
        ImmutableArray<ulong> left = Fingerprints.Of([.. ("a b c d e " + Shared + " f g h").Split(' ')]);
        ImmutableArray<ulong> right = Fingerprints.Of([.. (Shared + " p q r s t u v").Split(' ')]);
        Assert.NotEqual(0, Fingerprints.Shared(left, right));
        Assert.Equal(0, Fingerprints.Shared(left, Fingerprints.Of([.. "k l m n o p q r s t".Split(' ')])));
    }

    [Fact]
    public void The_same_words_with_other_figures_differ()
    {
        const string Words = "the attack on the two river towns had killed 145 people in one night";
        File(Said("one", Words + ", Lund said.", Words), "Straits Wire");
        File(Said("two", Words.Replace("145", "148", StringComparison.Ordinal) + ", Lund said.", Words.Replace("145", "148", StringComparison.Ordinal)), "La Lantera");
        LedgerState state = State();
        ProcessOverview overview = ProcessOverview.Of(state, links: new Linker().Link(state));
        Assert.Empty(overview.Repeated);
        Assert.Equal(["148", "145"], Assert.Single(overview.Contradictions).Sides.Select(s => s.Word));
    }

    [Fact]
    public void A_full_name_is_one_person_and_a_surname_alone_only_perhaps()
    {
        File(Said("full", $"{Quiet}, Samira Lund said.", Quiet, "Samira Lund", "Samira Lund"), "a");
        File(Said("again", $"{Quiet}, Samira Lund said.", Quiet, "Samira Lund", "Samira Lund"), "b");
        File(Said("alone", $"{Quiet}, Lund said.", Quiet, "Lund", "Lund"), "c");
        ImmutableArray<Link> links = ActorLinker.Link(State().InOrder);
        Assert.Equal([("again", "full", false), ("alone", "full", true)], links.Select(l => (l.From.Document, l.To.Document, l.IsPossible)));
        Assert.All(links, link => Assert.Equal(LinkRelation.Same, link.Relation));
    }

    [Fact]
    public void A_response_is_shown_with_the_proposal_of_another_document_that_it_names()
    {
        const string Offer = "Lund proposed joint patrols on the bridge.";
        const string Reply = "Sudria accepted Lund's idea of joint patrols.";
        File(new HandMade("offer", Offer).Actor("A1", ActorKind.Person, "Samira Lund", "Lund")
            .Found("R1", FindingKind.Proposal, "proposed", Offer, null, HandMade.Who("by", "A1"), new Slot("content", new SlotValue.Text(new(14, 41, "joint patrols on the bridge")))).Build(), "a");
        File(Answer("reply", Reply, Factuality.Actual, "Lund's idea of joint patrols"), "b");
        LedgerState state = State();
        ProcessOverview overview = ProcessOverview.Of(state, links: new Linker().Link(state));
        Assert.Contains("lund", Assert.Single(Assert.Single(overview.Proposals).Answers).Why, StringComparison.Ordinal);
        Assert.Empty(overview.OtherResponses);
        Assert.Single(ProcessOverview.Of(state).OtherResponses);
    }

    private static DocumentReading Said(string id, string text, string content = Quiet, string speaker = "Samira Lund", string named = "Lund") =>
        new HandMade(id, text).Region(RegionKind.Body, text).Actor("A1", ActorKind.Person, speaker, named).Said("S1", "A1", "said", content).Build();

    private static DocumentReading Answer(string id, string sentence, Factuality factuality, string to = "the plan for joint patrols")
    {
        DocumentReading reading = new HandMade(id, sentence).Actor("A1", ActorKind.State, "Sudria", "Sudria")
            .Found("R1", FindingKind.Response, "accept", sentence, null, HandMade.Who("by", "A1"), Stance("accept"), To(sentence, 0, to)).Build();
        return reading with { Findings = [reading.Findings[0] with { Factuality = factuality }] };
    }

    private static DocumentReading Claim(string id, long count) => new HandMade(id, string.Create(CultureInfo.InvariantCulture, $"Sudria broke the truce {count} times, Norland said."))
        .Actor("A1", ActorKind.State, "Norland", "Norland").Actor("A2", ActorKind.State, "Sudria", "Sudria")
        .Found("R1", FindingKind.Violation, "broke", string.Create(CultureInfo.InvariantCulture, $"Sudria broke the truce {count} times"), null, HandMade.Who("claimant", "A1"), HandMade.Who("accused", "A2"), new Slot("count", new SlotValue.Number(count))).Build();

    private static Slot Stance(string word) => new("stance", new SlotValue.Word(word));

    private static Slot To(string text, int from, string words = "the plan for joint patrols")
    {
        int start = text.IndexOf(words, from, StringComparison.Ordinal);
        return new("to", new SlotValue.Text(new(start, start + words.Length, words)));
    }

    private void File(DocumentReading reading, string outlet) => _readings.Add(reading with { Document = reading.Document with { Outlet = outlet } });

    private LedgerState State()
    {
        long sequence = 0;
        return LedgerState.Of(_readings.SelectMany(reading => Filing.Of(reading, "rules/1").Entries).Select(entry => Line(++sequence, entry)));
    }

    private static LedgerState With(LedgerState state, Entry entry) => state.Evolve(Line(state.Head + 1, entry));

    private static LedgerLine Line(long sequence, Entry entry) => new(sequence, EntryJson.Id(entry), Instant.FromUtc(2031, 9, 10, 12, 0), Run.Reader("rules/1"), entry);
}
