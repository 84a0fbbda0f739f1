using Dragoman.Briefs;
using Dragoman.Record;
using Spectre.Console;
using Xunit;

namespace Dragoman.Tests;

public sealed class BriefTests
{
    private const string Text = "Truce holds\n\nSarrat says the truce was broken 1,340 times. “If the guns are not gone by Monday, [red]we leave[/],” Lund told the Wire. A second round may follow.";

    [Fact]
    public void A_brief_groups_what_was_found_and_quotes_where_it_stands()
    {
        Assert.Equal(
            """
            Truce holds
            Straits Wire · 2026-09-20 (given with the document) · by Mira Dahl
            translated from sx, “Tregua”, La Lantera
            truce.txt · en · 1 paragraph, set apart: 1 headline

            Violations, as claimed
              1,340 violations  claimed by Sudria · against Norland  ¶ 2
                  “Sarrat says the truce was broken 1,340 times.”

            Meetings and deadlines
              ultimatum  by Samira Lund · due Monday (2026-09-21)  ¶ 2
                  “If the guns are not gone by Monday, [red]we leave[/],”
              meeting: planned  possible · according to Samira Lund  ¶ 2
                  “A second round may follow.”

            Statements
              Samira Lund  direct · in the Wire  ¶ 2
                  “If the guns are not gone by Monday, [red]we leave[/],”


            """,
            Print(Reading(), 100));
    }

    [Fact]
    public void A_narrow_screen_wraps_the_words_and_keeps_the_indent()
    {
        string[] lines = Print(Reading(), 40).Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 40 && line == line.TrimEnd(), line));
        Assert.Contains("      “Sarrat says the truce was broken", lines);
        Assert.Contains("      1,340 times.”", lines);
    }

    [Fact]
    public void A_reading_without_findings_says_so_and_an_unknown_date_too()
    {
        DocumentReading reading = Reading();
        string brief = Print(reading with { Document = reading.Document with { Published = null, Outlet = null }, Findings = [], Statements = [] }, 100);
        Assert.Contains("Nothing was found in it.", brief, StringComparison.Ordinal);
        Assert.Contains("outlet unknown · date unknown", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_a_text_commands_the_terminal()
    {
        DocumentReading reading = Reading();
        Assert.DoesNotContain('\u001b', Print(reading with { Document = reading.Document with { Title = "\u001b[31mred\u001b]0;title\u0007" } }, 100));
    }

    [Theory]
    [InlineData("PT30H", "30 hours")]
    [InlineData("P1W", "1 week")]
    [InlineData("P30D", "30 days")]
    [InlineData("P1M", "1 month")]
    [InlineData("PT5M", "5 minutes")]
    [InlineData("P1DT2H", "P1DT2H")]
    [InlineData("PXD", "PXD")]
    [InlineData("", "")]
    public void A_duration_in_one_unit_is_put_in_words(string iso, string words) => Assert.Equal(words, DurationWording.Of(iso));

    private static string Print(DocumentReading reading, int width)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        new BriefPrinter(console).Print(new BriefMaker().Make(reading));
        return writer.ToString();
    }

    private static DocumentReading Reading()
    {
        Passage threat = Cite("If the guns are not gone by Monday, [red]we leave[/],");
        return new()
        {
            Document = new()
            {
                Id = "sha256:0",
                Source = "truce.txt",
                Language = "en",
                Title = "Truce holds",
                Outlet = "Straits Wire",
                Published = "2026-09-20",
                Byline = ["Mira Dahl"],
                Text = Text,
                Translation = new("sx", "Tregua", "La Lantera", null),
            },
            Regions = [new(RegionKind.Headline, Cite("Truce holds")), new(RegionKind.Body, Cite(Text[Text.IndexOf("Sarrat", StringComparison.Ordinal)..]))],
            Actors = [Actor("A1", "Sudria"), Actor("A2", "Norland"), Actor("A3", "Samira Lund")],
            Times = [new() { Id = "T1", Place = Cite("Monday"), Type = TimexType.Date, Value = "2026-09-21" }],
            Statements = [new() { Id = "S1", Speaker = "A3", Content = [threat], Mode = QuotationMode.Direct, Venue = Cite("the Wire") }],
            Findings =
            [
                new() { Id = "R1", Kind = FindingKind.Violation, Anchor = Cite("broken"), Evidence = Cite("Sarrat says the truce was broken 1,340 times."), Factuality = Factuality.Actual, Slots = [Actors("claimant", "A1"), Actors("accused", "A2"), new("count", new SlotValue.Number(1340))] },
                new() { Id = "R2", Kind = FindingKind.Ultimatum, Anchor = Cite("leave"), Evidence = threat, Statement = "S1", Slots = [Actors("by", "A3"), new("due", new SlotValue.Time("T1"))] },
                new() { Id = "R3", Kind = FindingKind.Meeting, Anchor = Cite("round"), Evidence = Cite("A second round may follow."), Statement = "S1", Factuality = Factuality.Possible, Slots = [new("status", new SlotValue.Word("planned"))] },
            ],
        };
    }

    private static Actor Actor(string id, string name) => new() { Id = id, Kind = ActorKind.Person, Name = name };

    private static Slot Actors(string slot, string id) => new(slot, new SlotValue.Actors([id]));

    private static Passage Cite(string words)
    {
        int start = Text.IndexOf(words, StringComparison.Ordinal);
        return new(start, start + words.Length, words);
    }
}
