using CsCheck;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Regions;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

public sealed class RegionMarkerTests
{
    private const string Prose = "President Marek Tolvan said on Monday that the truce would hold until the harvest was in.";
    private const string MoreProse = "Sudria answered that it had ordered its own guns to be silent, and asked for observers.";

    private static readonly RegionMarker Marker = Load();

    [Fact]
    public void A_page_pasted_with_its_furniture_is_told_apart()
    {
        Page page = Mark($"""
            Skip to content
            Menu
            World
            Subscribe | Sign in

            The mood has changed on both banks, and a truce may come before the snow, an analyst says.

            Tolvan: “We are ready to talk”
            Photo: Lantern Desk

            Tomas Verhaal

            {Prose}

            "NOT ONE SHELL"

            {MoreProse}

            Note: This text was translated from the Turkish original titled Konuşmaya hazırız, published in La Lantera on September 10, 2026.

            Most read
            Ferry strike ends
            A winter of cheap herring
            """);

        Assert.Equal(
            "chrome chrome chrome chrome standfirst headline credit byline body subhead body note chrome chrome chrome",
            string.Join(' ', page.Regions.Select(region => region.Kind.Word())));
        Assert.Equal("Tolvan: “We are ready to talk”", page.Title);
        Assert.Equal(["Tomas Verhaal"], page.Byline);
        Assert.Equal("La Lantera", page.Outlet);
        Assert.Equal("2026-09-10", page.Published);
        Assert.Equal(new TranslatedFrom("tr", "Konuşmaya hazırız", "La Lantera", "2026-09-10"), page.Translation);
    }

    [Fact]
    public void The_lines_under_a_headline_say_who_published_what_when()
    {
        Page page = Mark($"The guns fall silent\n\nThe Karsk Review sports desk\n12 September 2026\nBy Hanne Olcott and Bo Senn\n\n{Prose}\n\n{MoreProse}");

        Assert.Equal("headline byline byline byline body body", Kinds(page));
        Assert.Equal("The Karsk Review", page.Outlet);
        Assert.Equal("2026-09-12", page.Published);
        Assert.Equal(["Hanne Olcott", "Bo Senn"], page.Byline);
    }

    [Fact]
    public void A_wire_storys_dateline_dates_it_and_names_the_agency()
    {
        Page page = Mark($"Norland declares a truce\n\nHALVARD, Sept 7, 2026 (Straits Wire) — {Prose}");

        Assert.Equal("2026-09-07", page.Published);
        Assert.Equal("Straits Wire", page.Outlet);
        Assert.Equal("headline body body", Kinds(page));
    }

    [Theory]
    [InlineData("SARRAT, May 21. /SW/. ", true)]
    [InlineData("PORT AMITY (Straits Wire) - ", true)]
    [InlineData("GAZA CITY, Gaza Strip — ", true)]
    [InlineData("The NATO chief — ", false)]
    [InlineData("NATO ministers — ", false)]
    [InlineData("", false)]
    public void A_dateline_is_a_region_of_its_own(string opening, bool isDateline)
    {
        Page page = Mark(opening + Prose);
        Assert.Equal(isDateline ? "body body" : "body", Kinds(page));
        Assert.Equal(isDateline ? opening.Length : 0, page.Regions[^1].Span.Start);
    }

    [Theory]
    [InlineData("SARRAT — Norland has halted its guns, and the ministry said that it would stay so for a week.")]
    [InlineData("SARRAT, May 21 — Norland has halted its guns, and the ministry said that it would stay so for a week.")]
    [InlineData("On 5 May 2026 the two armies agreed to let the farmers of both banks bring in their harvest.")]
    [InlineData("The truce of 03/04/2026 was the shortest of all, and nobody in either capital mourned it for long.")]
    public void A_text_that_does_not_say_when_it_was_published_stays_undated(string text) => Assert.Null(Mark(text).Published);

    [Fact]
    public void What_is_given_with_a_document_is_trusted_over_what_its_text_says()
    {
        Article article = Article($"The guns fall silent\n\nThe Karsk Review\n12 September 2026\n\n{Prose}") with { Published = "2026-09-11", Outlet = "Straits Wire", Title = "Another title" };
        Page page = Marker.Mark(article);
        Assert.Equal(("2026-09-11", "Straits Wire", "Another title"), (page.Published, page.Outlet, page.Title));
    }

    [Fact]
    public void The_words_that_date_a_document_are_kept()
    {
        string text = $"The guns fall silent\n\nPublished: October 12, 2026\n\n{Prose}";
        TextSpan place = Mark(text).Dated!.Value;
        Assert.Equal("October 12, 2026", text[place.Start..place.End]);
    }

    [Fact]
    public void The_first_line_that_repeats_the_given_title_is_the_headline()
    {
        Page page = Marker.Mark(Article($"Workers mend a bridge in Brede. Ana Orlo/Reuters\nNorland ends its siege.\n{Prose}") with { Title = "Norland ends its siege - Straits Wire" });
        Assert.Equal("caption headline body", Kinds(page));
    }

    [Theory]
    [InlineData("Share prices in Halvard fell by a tenth after the talks broke down, brokers said.")]
    [InlineData("Follow us, the commander told his men, and forty of them walked over the bridge into Sudria.")]
    [InlineData("By Monday the guns had moved back ten kilometres, and the observers counted them twice.")]
    [InlineData("Read more carefully, the treaty lets each side keep its guns on the west bank. That is the trouble.")]
    [InlineData("Notes were passed under the table during the talks, said a diplomat who saw them.")]
    [InlineData("Source: the ministry. The figures cover the week to Sunday and leave out the river towns.")]
    public void Prose_that_begins_like_furniture_is_still_body(string paragraph)
    {
        Page page = Mark($"{Prose}\n\n{paragraph}\n\n{MoreProse}");
        Assert.Equal("body body body", Kinds(page));
    }

    [Fact]
    public void Turns_of_a_transcript_are_body_however_short()
    {
        Page page = Mark($"# Briefing in Port Amity\n\nLUND: Good evening.\n\nQUESTION: Was that signed?\n\nLUND: {Prose}");
        Assert.Equal("headline body body body", Kinds(page));
    }

    [Fact]
    public void Lines_wrapped_at_a_fixed_width_make_one_paragraph()
    {
        Page page = Mark("""
               PORT AMITY, 16 Oct (SW) -- A dark cloud loomed over the talks today
            because the two delegations were unable to reach agreement on the
            points for a possible cease-fire, which each of them had proposed.
               The second round of the dialogue will take place on 17 October in
            the same house, where the farmers of both banks have been promised
            a hearing by the hosts.
            """);
        Assert.Equal(3, page.Regions.Length); // the dateline and two paragraphs
    }

    [Fact]
    public void Links_to_other_articles_at_the_foot_are_furniture_but_a_list_of_terms_is_not()
    {
        string links = "* Norland Moves Guns Across the River\n* Envoy Threatens to Leave Port Amity\n* Herring Prices Fall Again in Brede";
        Assert.Equal("body body chrome chrome chrome", Kinds(Mark($"{Prose}\n{MoreProse}\n{links}")));
        Assert.Equal("body body body body body", Kinds(Mark($"{Prose}\nNorland named three terms:\n{links}")));
    }

    [Fact]
    public void Any_text_is_covered_by_regions_that_are_trimmed_ordered_and_disjoint()
    {
        Gen<string> lines = Gen.OneOf(Gen.String, Gen.OneOf([.. new[] { "By Ana Orlo", "Menu", "Photo: AA", "", " ", "\r", "# Heading", "12 May 2026", "Note: translated from Turkish", Prose, "[", "](", "* " }.Select(Gen.Const)]));
        lines.Array[0, 12].Select(parts => string.Join('\n', parts)).Sample(text =>
        {
            Page page = Mark(text);
            int end = 0;
            foreach (Region region in page.Regions)
            {
                Assert.True(region.Span.Start >= end && !region.Span.IsEmpty && region.Span.End <= text.Length);
                Assert.True(text.AsSpan(end, region.Span.Start - end).IsWhiteSpace());
                Assert.False(char.IsWhiteSpace(text[region.Span.Start]) || char.IsWhiteSpace(text[region.Span.End - 1]));
                end = region.Span.End;
            }

            Assert.True(text.AsSpan(end).IsWhiteSpace());
        });
    }

    private static string Kinds(Page page) => string.Join(' ', page.Regions.Select(region => region.Kind.Word()));

    private static Page Mark(string text) => Marker.Mark(Article(text));

    private static Article Article(string text) => new() { Id = "sha256:0", Source = "test.txt", Document = new(text) };

    private static RegionMarker Load()
    {
        Problems problems = new();
        RegionMarker? marker = RegionMarker.Load(new DataFolder(RepositoryRoot.Path), "en", problems);
        problems.ThrowIfAny();
        return marker!;
    }
}
