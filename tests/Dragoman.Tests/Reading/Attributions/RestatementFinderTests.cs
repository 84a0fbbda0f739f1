using Dragoman.Language.Packs;
using Dragoman.Record;
using Dragoman.Tests.Repository;
using Xunit;
using Reader = Dragoman.Reading.Reader;

namespace Dragoman.Tests;

public sealed class RestatementFinderTests
{
    private const string Lede = "After the truce the guns fell silent. Political scientist Runa Ekdal said: “{0}”\n\nA truce and its odds\n\nBy Tomas Verhaal\n\n"
        + "The harvest truce on the Karsk river held for a third day on Thursday, and farmers on both banks went back to their fields to bring in what was left.\n\n"
        + "Political scientist Runa Ekdal spoke to this newspaper about the mood in both capitals. “A lasting ceasefire could come before the winter,” Ekdal said.\n";

    private static readonly Lazy<Reader> English = new(() => Reader.Load(new DataFolder(RepositoryRoot.Path), "en"));

    [Fact]
    public void A_quotation_of_the_standfirst_that_the_body_words_differently_is_marked() =>
        Assert.Equal("A lasting ceasefire could come before the winter", Above("A lasting ceasefire may come before the snow.").InOtherWords?.Words.TrimEnd(',', '.'));

    [Fact]
    public void A_quotation_that_the_body_has_word_for_word_is_not_marked() =>
        Assert.Null(Above("A lasting ceasefire could come before the winter").InOtherWords);

    [Fact]
    public void A_quotation_about_something_else_is_not_marked() => Assert.Null(Above("Nobody in Sarrat wants to pay for the bridges.").InOtherWords);

    private static Statement Above(string quotation)
    {
        string text = string.Format(System.Globalization.CultureInfo.InvariantCulture, Lede, quotation);
        DocumentReading reading = English.Value.Read(new() { Id = "x", Source = "x", Document = new(text), Language = "en", Title = "A truce and its odds" });
        Assert.Equal(RegionKind.Standfirst, reading.Regions[0].Kind);
        return reading.Statements.First(s => s.Content[0].Words.StartsWith(quotation[..10], StringComparison.Ordinal));
    }
}
