using CsCheck;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Attributions;
using Dragoman.Reading.Regions;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class QuotationFinderTests
{
    private static readonly QuotationFinder Finder = Load();

    [Fact]
    public void Marks_are_left_out_of_the_words() =>
        Assert.Equal(["We will talk,", "if they do."], Words("“We will talk,” said Anna Dorn, “if they do.”"));

    [Fact]
    public void Straight_marks_open_and_close_by_the_space_around_them() =>
        Assert.Equal(["no", "never"], Words("She said \"no\" (and then \"never\")."));

    [Fact]
    public void An_apostrophe_is_no_quotation_mark() =>
        Assert.Empty(Words("The leaders' plan isn't Norland’s, and the '90s weren’t either: 'tis over."));

    [Fact]
    public void A_possessive_does_not_close_a_single_quotation() =>
        Assert.Equal(["the leaders’ plan"], Words("He called it ‘the leaders’ plan’ twice."));

    [Fact]
    public void Quotations_nest()
    {
        Quotations found = Find("“They told me ‘go home’ and I said “no” to them,” he said.");
        Assert.Equal(3, found.All.Length);
        Assert.Equal([-1, 0, 0], found.All.Select(q => q.Parent));
    }

    [Fact]
    public void A_paragraph_that_opens_with_a_mark_goes_on_with_the_quotation()
    {
        Quotation quotation = Assert.Single(Find("“The border is quiet.\n\n“It will stay so.”\n\nHe left.").All);
        Assert.Equal(2, quotation.Inner.Length);
        Assert.True(quotation.IsClosed);
    }

    [Fact]
    public void A_quotation_that_a_later_paragraph_closes_runs_there_without_marks_between()
    {
        Quotation quotation = Assert.Single(Find("“The border is quiet.\n\nIt will stay so.\n\nI hope.”\n\nHe left.").All);
        Assert.Equal(3, quotation.Inner.Length);
    }

    [Fact]
    public void An_announced_quotation_that_is_never_closed_runs_to_the_end_of_the_body()
    {
        const string Text = "The scholar shared her view:\n\n“Norland is tired.\n\nA HEADING\n\nSudria says: “We wait.” It will.\n\nNote: translated.";
        Quotations found = Find(Text, (2, RegionKind.Subhead), (4, RegionKind.Note));
        Assert.Equal(["Norland is tired.", "Sudria says: “We wait.” It will."], found.All[0].Inner.Select(span => Text[span.Start..span.End]));
        Assert.Equal(0, found.All[1].Parent);
        Assert.False(found.All[0].IsClosed);
    }

    [Fact]
    public void A_forgotten_closing_mark_costs_no_more_than_its_paragraph() =>
        Assert.Equal(["quiet now.", "later"], Words("It is “quiet now.\n\nThe talks go on.\n\nShe spoke “later”."));

    [Fact]
    public void A_heading_keeps_its_marks_to_itself()
    {
        Quotations found = Find("“WE WAIT\n\nShe said “no” today.", (0, RegionKind.Subhead));
        Assert.Equal(2, found.All.Length);
        Assert.All(found.All, quotation => Assert.Single(quotation.Inner));
    }

    [Fact]
    public void Any_text_gives_trimmed_spans_in_order() => Gen.String[Gen.Char["“”\"'‘’ab s\n.:«»"], 0, 60].Sample(text =>
    {
        Document document = new(text);
        Quotations found = Find(text);
        foreach (Quotation quotation in found.All)
        {
            Assert.All(quotation.Inner, span => Assert.Equal(span, document.Trim(span)));
            Assert.All(quotation.Inner, span => Assert.False(span.IsEmpty));
            for (int i = 1; i < quotation.Inner.Length; i++) Assert.True(quotation.Inner[i - 1].End <= quotation.Inner[i].Start);
            if (quotation.Parent >= 0) Assert.True(found.All[quotation.Parent].Outer.Contains(quotation.Outer));
        }

        for (int offset = 0; offset < text.Length; offset++)
        {
            int at = found.At(offset);
            if (at >= 0) Assert.True(found.All[at].Holds(offset));
        }
    });

    private static IEnumerable<string> Words(string text) =>
        Find(text).All.SelectMany(quotation => quotation.Inner).Select(span => text[span.Start..span.End]);

    private static Quotations Find(string text, params (int Paragraph, RegionKind Kind)[] kinds)
    {
        Document document = new(text);
        List<Region> regions = [];
        int start = 0;
        foreach (string line in text.Split('\n'))
        {
            TextSpan span = document.Trim(new(start, start + line.Length));
            start += line.Length + 1;
            if (span.IsEmpty) continue;
            RegionKind kind = kinds.Where(k => k.Paragraph == regions.Count).Select(k => k.Kind).DefaultIfEmpty(RegionKind.Body).First();
            regions.Add(new(kind, span));
        }

        return Finder.Find(document, [.. regions]);
    }

    private static QuotationFinder Load()
    {
        Problems problems = new();
        QuotationFinder finder = new(QuotationMarks.Load(new DataFolder(RepositoryRoot.Path), "en", problems));
        problems.ThrowIfAny();
        return finder;
    }
}
