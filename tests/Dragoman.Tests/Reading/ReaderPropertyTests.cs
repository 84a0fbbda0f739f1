using System.Globalization;
using CsCheck;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Drafting;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

/// <summary>What holds of the whole reader, with every step, whatever the text.</summary>
public sealed class ReaderPropertyTests
{
    private static readonly Lazy<Reader> English = new(() => Reader.Load(new DataFolder(RepositoryRoot.Path), "en"));

    private static readonly string[] Pieces =
    [
        "President Marek Tolvan said on Monday", "“We are ready,", "” he added.", "the ceasefire", "had been violated 4,900 times", "Norland", " and ", "within two weeks", "\n\n", "\n", " ", "👩‍🌾",
        "Київ", "İ", "ı", "\ud800", "\udc00", "\u0301", "\u202e", "\0", "(", "\"", "'", "’s", "3–5 months", "if", "will", "7 September 2026", "1/2", "%", "…", "- ", "# ", "By ", "http://a.b/c?d=e", "\u00a0", "#",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.OneOf([.. Pieces.Select(piece => Gen.Const(piece))]).Array[0, 60].Select(string.Concat),
        Gen.OneOf([.. Pieces.Select(piece => Gen.Const(piece))]).Array[0, 25].Select(parts => string.Join(' ', parts)));

    [Fact]
    public void No_text_makes_the_reader_throw_and_every_passage_holds_its_words() => Texts.Sample(
        text =>
        {
            DocumentReading reading = English.Value.Read(Article(text));
            Assert.All(Passages(reading), passage => Assert.True(passage.StandsIn(text), passage.ToString()));
            ReadingJson.Write(reading);
        },
        iter: 300);

    [Fact]
    public void Reading_twice_and_under_another_culture_gives_the_same_bytes() => Texts.Sample(
        text =>
        {
            byte[] first = ReadingJson.Write(English.Value.Read(Article(text)));
            CultureInfo culture = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
                Assert.Equal(first, ReadingJson.Write(English.Value.Read(Article(text))));
            }
            finally
            {
                CultureInfo.CurrentCulture = culture;
            }
        },
        iter: 100);

    private static IEnumerable<Passage> Passages(DocumentReading reading) =>
        reading.Regions.Select(region => region.Place)
            .Concat(reading.Times.Select(time => time.Place))
            .Concat(reading.Actors.SelectMany(actor => actor.Mentions).Select(mention => mention.Place))
            .Concat(reading.Statements.SelectMany(statement => statement.Content))
            .Concat(reading.Statements.Select(statement => statement.Cue).OfType<Passage>())
            .Concat(reading.Findings.SelectMany(finding => new[] { finding.Anchor, finding.Evidence }));

    private static Article Article(string text) => new() { Id = "sha256:0", Source = "test.txt", Document = new(text), Published = "2026-09-07" };
}
