using Dragoman.Record;

namespace Dragoman.Tests;

/// <summary>Builds a reading by hand: passages are given as words and found in the text.</summary>
internal sealed class HandMade(string id, string text)
{
    private readonly List<TextRegion> _regions = [];
    private readonly List<Actor> _actors = [];
    private readonly List<CitedTime> _times = [];
    private readonly List<Statement> _statements = [];
    private readonly List<Finding> _findings = [];

    /// <summary>An article on an invented truce, with two statements and eight findings.</summary>
    public static DocumentReading Truce(string id = "truce")
    {
        const string Headline = "Norland declares harvest truce";
        const string Lead = "Norland declared a 30-hour truce over the harvest feast on Monday.";
        const string Claim = "Defence minister Oda Brenn said Sudria had broken the truce 120 times.";
        const string Offer = "\"We propose a 30-day ceasefire,\" Sudrian president Ilan Kesh told reporters. Norland rejected the offer.";
        const string Next = "The two sides will meet in Port Alder on Friday. If nothing is signed by then, Vestmark will leave the talks.";
        const string Last = "Brenn expects a deal within weeks. It is the first direct contact since the war began.";
        return new HandMade(id, string.Join("\n\n", Headline, Lead, Claim, Offer, Next, Last) + "\n")
            .Region(RegionKind.Headline, Headline).Region(RegionKind.Body, Lead).Region(RegionKind.Body, Claim)
            .Region(RegionKind.Body, Offer).Region(RegionKind.Body, Next).Region(RegionKind.Body, Last)
            .Actor("A1", ActorKind.State, "Norland", "Norland")
            .Actor("A2", ActorKind.Person, "Oda Brenn", "Defence minister Oda Brenn")
            .Actor("A3", ActorKind.State, "Sudria", "Sudria had")
            .Actor("A4", ActorKind.Person, "Ilan Kesh", "Sudrian president Ilan Kesh")
            .Actor("A5", ActorKind.State, "Vestmark", "Vestmark")
            .Time("T1", "Monday", "2031-09-08").Time("T2", "Friday", "2031-09-12").Time("T3", "within weeks", null)
            .Said("S1", "A2", "said", "Sudria had broken the truce 120 times")
            .Said("S2", "A4", "told", "\"We propose a 30-day ceasefire,\"")
            .Found("R1", FindingKind.Ceasefire, "declared", Lead, null, new Slot("act", new SlotValue.Word("announced")), Who("by", "A1"), When("start", "T1"), new Slot("duration", new SlotValue.Word("PT30H")))
            .Found("R2", FindingKind.Violation, "broken", Claim, "S1", Who("claimant", "A2"), Who("accused", "A3"), new Slot("count", new SlotValue.Number(120)))
            .Found("R3", FindingKind.Proposal, "propose", "\"We propose a 30-day ceasefire,\" Sudrian president Ilan Kesh told reporters.", "S2", Who("by", "A4"), Who("to", "A1"), new Slot("subject", new SlotValue.Word("ceasefire")), new Slot("duration", new SlotValue.Word("P30D")), new Slot("status", new SlotValue.Word("made")))
            .Found("R4", FindingKind.Response, "rejected", "Norland rejected the offer.", null, Who("by", "A1"), new Slot("stance", new SlotValue.Word("reject")))
            .Found("R5", FindingKind.Meeting, "meet", "The two sides will meet in Port Alder on Friday.", null, Who("participants", "A1", "A3"), When("time", "T2"), new Slot("status", new SlotValue.Word("planned")))
            .Found("R6", FindingKind.Ultimatum, "will leave", "If nothing is signed by then, Vestmark will leave the talks.", null, Who("by", "A5"), When("due", "T2"))
            .Found("R7", FindingKind.Forecast, "expects", "Brenn expects a deal within weeks.", null, Who("by", "A2"), new Slot("likelihood", new SlotValue.Word("likely")), When("horizon", "T3"))
            .Found("R8", FindingKind.Novelty, "first", "It is the first direct contact since the war began.", null)
            .Build("Norland declares harvest truce");
    }

    public HandMade Region(RegionKind kind, string words)
    {
        _regions.Add(new(kind, Cite(words)));
        return this;
    }

    public HandMade Actor(string actor, ActorKind kind, string name, params string[] mentions)
    {
        _actors.Add(new() { Id = actor, Kind = kind, Name = name, Mentions = [.. mentions.Select(m => new ActorMention(Cite(m), MentionForm.Name))] });
        return this;
    }

    public HandMade Time(string time, string words, string? value)
    {
        _times.Add(new() { Id = time, Place = Cite(words), Type = TimexType.Date, Value = value, From = value, Until = value, Unresolved = value is null ? "no date to count from" : null });
        return this;
    }

    public HandMade Said(string statement, string? speaker, string cue, string content)
    {
        _statements.Add(new() { Id = statement, Speaker = speaker, Cue = Cite(cue), Content = [Cite(content)], Mode = content.StartsWith('"') ? QuotationMode.Direct : QuotationMode.Indirect, Rule = "en/cues.tsv#said" });
        return this;
    }

    public HandMade Found(string finding, FindingKind kind, string anchor, string evidence, string? statement, params Slot[] slots)
    {
        Passage shown = Cite(evidence);
        int start = shown.Start + evidence.IndexOf(anchor, StringComparison.Ordinal);
        _findings.Add(new()
        {
            Id = finding,
            Kind = kind,
            Anchor = new(start, start + anchor.Length, anchor),
            Evidence = shown,
            Statement = statement,
            Factuality = FindingSchema.CarriesFactuality(kind) ? Factuality.Actual : null,
            Slots = [.. slots],
            Rule = $"en/frames/{kind.Word()}.yml#test-1",
        });
        return this;
    }

    public DocumentReading Build(string? title = null, string? published = "2031-09-09") => new()
    {
        Document = new() { Id = id, Source = id + ".txt", Language = "en", Title = title, Outlet = "Norland Courier", Published = published, Text = text },
        Regions = [.. _regions],
        Actors = [.. _actors],
        Times = [.. _times],
        Statements = [.. _statements],
        Findings = [.. _findings],
    };

    public static Slot Who(string name, params string[] actors) => new(name, new SlotValue.Actors([.. actors]));

    public static Slot When(string name, string time) => new(name, new SlotValue.Time(time));

    private Passage Cite(string words)
    {
        int start = text.IndexOf(words, StringComparison.Ordinal);
        return start < 0 ? throw new ArgumentException($"'{words}' is not in the text", nameof(words)) : new(start, start + words.Length, words);
    }
}
