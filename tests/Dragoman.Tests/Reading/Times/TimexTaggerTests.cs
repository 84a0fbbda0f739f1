using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Times;
using Dragoman.Record;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class TimexTaggerTests
{
    private static readonly string[] Pieces =
    [
        "Monday", "last", "the", "12", "of", "May", "-", ",", "2025", "two", "hundred", "days", "ago", "a", "few", "at", "14", ":", "30", "GMT", "next", "year", "'s", "é", "🕊",
        "00", "99999999999", "30", "February", "twenty", "half", "an", "hour", "\n", "Easter", "9999", "every", "other", "(", "]", ".", "/", "İ", "",
    ];

    private static readonly string?[] Dates = [null, "2025-04-22", "2025-02", "2024", "9999-12-31", "0001-01-01"];

    private static readonly Gen<List<string>> Words = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).List[0, 40];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Words.Select(words => string.Join(' ', words)), Words.Select(words => string.Concat(words)));

    [Fact]
    public void Last_week_is_resolved_against_the_publication_date()
    {
        Timex timex = Assert.Single(TimexRuleTests.Tag("They agreed last week.", "2025-04-22"));
        Assert.Equal("2025-W16", timex.Value);
        Assert.Equal(TimexBasis.DocumentDate, timex.Basis);
        Assert.Equal(new DateInterval(new(2025, 4, 14), new(2025, 4, 20)), timex.Days);
    }

    [Fact]
    public void A_weekday_without_a_publication_date_stays_unresolved_with_the_reason()
    {
        Timex timex = Assert.Single(TimexRuleTests.Tag("They met on Monday.", null));
        Assert.Null(timex.Value);
        Assert.NotNull(timex.Unresolved);
    }

    [Fact]
    public void A_publication_month_resolves_months_and_years_but_no_weekday()
    {
        ImmutableArray<Timex> times = TimexRuleTests.Tag("They met last month, in 2024 and on Monday.", "2025-04");
        Assert.Equal(["2025-03", "2024", null], times.Select(timex => timex.Value));
    }

    [Fact]
    public void The_verb_of_the_tree_decides_the_direction_of_a_weekday()
    {
        // "Norland meets, officials said, Friday": by words the nearest verb is past; the tree hangs Friday on "will meet".
        const string Text = "Norland will meet , said Sudria , Friday";
        string[] forms = Text.Split(' ');
        int[] heads = [2, 2, -1, 4, 2, 4, 4, 2];
        Upos[] tags = [Upos.PROPN, Upos.AUX, Upos.VERB, Upos.PUNCT, Upos.VERB, Upos.PROPN, Upos.PUNCT, Upos.PROPN];
        string[] relations = ["nsubj", "aux", "root", "punct", "parataxis", "nsubj", "punct", "obl:tmod"];
        int start = 0;
        List<Token> tokens = [];
        for (int i = 0; i < forms.Length; i++)
        {
            tokens.Add(new() { Span = new(start, start + forms[i].Length), Form = forms[i], Upos = tags[i], Lemma = forms[i], Head = heads[i], Deprel = relations[i] });
            start += forms[i].Length + 1;
        }

        Document document = new(Text);
        AnnotatedDocument text = new(document, [document.Whole], [.. tokens], [new(0, tokens.Count, 0)], []);
        Timex timex = Assert.Single(TimexRuleTests.English().Tag(text, TimexReference.OfDay(new(2025, 4, 22))));
        Assert.Equal("2025-04-25", timex.Value);
    }

    [Fact]
    public void An_aside_that_looks_back_does_not_move_what_follows()
    {
        ImmutableArray<Timex> times = TimexRuleTests.Tag("On April 22, 2025 they met, as on the previous day; two days later they signed.", null);
        Assert.Equal(["2025-04-22", "2025-04-21", "2025-04-24"], times.Select(timex => timex.Value));
        Assert.Equal(TimexBasis.OtherTime, times[2].Basis);
    }

    [Theory]
    [InlineData("Easter 2024", "2024-03-31")]
    [InlineData("Easter 2025", "2025-04-20")]
    [InlineData("Orthodox Easter 2024", "2024-05-05")]
    [InlineData("Orthodox Easter 2025", "2025-04-20")]
    [InlineData("Good Friday 2026", "2026-04-03")]
    [InlineData("Eid al-Fitr 2025", "2025-03-30")]
    [InlineData("Eid al-Adha 2024", "2024-06-16")]
    [InlineData("Thanksgiving 2025", "2025-11-27")]
    public void Feasts_that_move_are_computed(string text, string value) => Assert.Equal(value, Assert.Single(TimexRuleTests.Tag(text, null)).Value);

    [Fact]
    public void Any_text_gives_sorted_disjoint_spans_within_it() => Gen.Select(Texts, Gen.Int[0, Dates.Length - 1], (text, date) => (text, Dates[date])).Sample((text, published) =>
        {
            ImmutableArray<Timex> times = TimexRuleTests.Tag(text, published);
            int end = 0;
            foreach (Timex timex in times)
            {
                Assert.True(timex.Span.Start >= end && timex.Span.End > timex.Span.Start && timex.Span.End <= text.Length, text);
                Assert.True(timex.Value is not null ^ timex.Unresolved is not null, text);
                end = timex.Span.End;
            }
        });

    [Fact]
    public void The_reading_depends_on_neither_culture_nor_repetition()
    {
        const string Text = "On FRIDAY, 16 OCTOBER 1989 at 1400 GMT İkbal met them; in SIX MONTHS they met 2.5 hours.";
        string before = Describe(Text);
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("ar-SA");
        Assert.Equal(before, Describe(Text));
        CultureInfo.CurrentCulture = culture;
        Assert.Contains("1989-10-16", before, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_in_rules_are_all_reported_with_their_place()
    {
        string root = Directory.CreateTempSubdirectory("dragoman-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "lang/xx/timex"));
            File.WriteAllText(Path.Combine(root, "lang/xx/timex/numbers.tsv"), "word\tvalue\tkind\nuno\tone\tcardinal\n");
            File.WriteAllText(Path.Combine(root, "lang/xx/timex/words.tsv"), "class\ttext\tvalue\tcase\nunit\tdia\tD\n");
            File.WriteAllText(Path.Combine(root, "lang/xx/timex/digits.tsv"), "class\tleast\tmost\tleast digits\tmost digits\n");
            File.WriteAllText(Path.Combine(root, "lang/xx/timex/feasts.tsv"), "text\trule\nPascua\teaster\n");
            File.WriteAllText(
                Path.Combine(root, "lang/xx/timex/rules.yml"),
                "rules:\n  - id: a\n    type: DATE\n    patern: x\n    pattern: hace <unidad>\n    value: ago(1, D)\n    examples: [x]\n  - id: b\n    type: DATE\n    pattern: hoy\n    value: weekdai(D)\n    examples: [hoy]\n");
            Problems problems = new();
            TimexTagger.Load(new(root), "xx", problems);
            string[] found = [.. problems.Items.Select(problem => problem.ToString())];
            Assert.Contains(found, fault => fault.StartsWith("lang/xx/timex/numbers.tsv:2:5 DG1051", StringComparison.Ordinal));
            Assert.Contains(found, fault => fault.StartsWith("lang/xx/timex/feasts.tsv:2:8 DG1051", StringComparison.Ordinal));
            Assert.Contains(found, fault => fault.StartsWith("lang/xx/timex/rules.yml:4:5 DG1007", StringComparison.Ordinal));
            Assert.Contains(found, fault => fault.StartsWith("lang/xx/timex/rules.yml:5:14 DG1052", StringComparison.Ordinal));
            Assert.Contains(found, fault => fault.StartsWith("lang/xx/timex/rules.yml:11:12 DG1053", StringComparison.Ordinal) && fault.EndsWith("did you mean 'weekday'?", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Describe(string text) => string.Join('\n', TimexRuleTests.Tag(text, "1989-10-20").Select(timex => string.Create(CultureInfo.InvariantCulture, $"{timex.Span.Start} {timex.Type.Word()} {timex.Value}")));
}
