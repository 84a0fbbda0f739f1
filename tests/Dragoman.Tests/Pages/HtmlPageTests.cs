using System.Net;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class HtmlPageTests
{
    [Fact]
    public async Task A_document_is_one_file_that_loads_nothing_and_sends_nothing()
    {
        string page = await new HtmlPage().WriteAsync(HandMade.Truce(), "rules/1");
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_files_own_style_and_script_may_run()
    {
        string page = await new HtmlPage().WriteAsync(HandMade.Truce(), "rules/1");
        Assert.Contains($"script-src {PageAssets.Script.PolicySource};", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("</script", PageAssets.Script.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("</style", PageAssets.Style.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_reading_gives_the_same_bytes() =>
        Assert.Equal(await new HtmlPage().WriteAsync(HandMade.Truce(), "rules/1"), await new HtmlPage().WriteAsync(HandMade.Truce(), "rules/1"));

    [Fact]
    public void Put_together_the_segments_of_a_page_are_its_text()
    {
        DocumentState document = StateOf(HandMade.Truce());
        string text = string.Concat(LitText.Of(document, document.Records).SelectMany(r => r.Segments).Select(s => s.Words));
        Assert.Equal(document.Text.Replace("\n", "", StringComparison.Ordinal), text.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_that_no_region_holds_is_still_shown()
    {
        DocumentState document = StateOf(new HandMade("bare", "First line.\n\nSecond line.\n").Build());
        Assert.Equal(["First line.", "Second line."], LitText.Of(document, document.Records).Select(r => string.Concat(r.Segments.Select(s => s.Words))));
    }

    [Fact]
    public void A_passage_that_does_not_stand_in_the_text_lights_nothing()
    {
        DocumentReading reading = HandMade.Truce();
        Statement orphan = reading.Statements[0] with { Content = [new(0, 7, "Sudria!")], Cue = null };
        DocumentState document = StateOf(reading with { Statements = [orphan], Findings = [] });
        Assert.All(LitText.Of(document, document.Records).SelectMany(r => r.Segments), segment => Assert.Empty(segment.Shown));
    }

    [Theory]
    [InlineData("PT30H", "30 hours")]
    [InlineData("P1D", "1 day")]
    [InlineData("P1Y2M", "1 year 2 months")]
    [InlineData("PXD", "PXD")]
    public void Durations_are_said_in_words(string iso, string words) => Assert.Equal(words, DateWords.Duration(iso));

    [Theory]
    [InlineData("2031-09-08", "8 Sep 2031")]
    [InlineData("2031-09-08T14:30", "8 Sep 2031 14:30")]
    [InlineData("2031-09", "Sep 2031")]
    [InlineData("2031", "2031")]
    [InlineData("2031-W37", "week 37 of 2031")]
    [InlineData("2031-SU", "2031-SU")]
    public void Dates_are_as_exact_as_they_are_known(string iso, string words) => Assert.Equal(words, DateWords.Value(iso));

    private static DocumentState StateOf(DocumentReading reading) => LedgerState.Of(Filing.Of(reading, "rules/1").Entries
        .Select((entry, i) => new LedgerLine(i + 1, EntryJson.Id(entry), Instant.MinValue, Run.Reader("rules/1"), entry))).Documents[reading.Document.Id];
}
