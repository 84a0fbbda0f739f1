using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Tests.Repository;
using Xunit;

namespace Dragoman.Tests;

/// <summary>Names as the shipped model finds them in texts of our own.</summary>
public sealed class NameTests
{
    private static readonly Annotator English = Annotator.Load(new(RepositoryRoot.Path), "en", new Problems())!;

    [Theory]
    [InlineData("Mr Orlan Vell met Dr. Marta Hollin.", "Orlan Vell/Person, Marta Hollin/Person")]
    [InlineData("The prime minister, Anna Karsk, spoke in Geneva.", "Anna Karsk/Person, Geneva/Place")]
    [InlineData("President Orlan Vell travelled from Costa Rica to Hong Kong.", "Orlan Vell/Person, Costa Rica/Place, Hong Kong/Place")]
    [InlineData("Officials of Guinea-Bissau met Abena Akufo-Addo in Nairobi.", "Guinea-Bissau/Place, Abena Akufo-Addo/Person, Nairobi/Place")]
    [InlineData("The Ministry of Justice sent them to the World Bank.", "Ministry of Justice/Organisation, World Bank/Organisation")]
    public void Titles_are_no_part_of_a_name_and_hyphens_do_not_end_it(string text, string names) => Assert.Equal(names, Names(text));

    [Fact]
    public void A_surname_is_of_the_type_of_the_full_name()
    {
        const string Text = "Danilo Sarrow opened the talks on Monday. Sarrow said that they would be long. Nobody had asked Sarrow.";
        Assert.Equal("Danilo Sarrow/Person, Sarrow/Person, Sarrow/Person", Names(Text));
    }

    private static string Names(string text)
    {
        AnnotatedDocument read = English.Annotate(new(text), [new(0, text.Length)]);
        return string.Join(", ", read.Names.Select(name => $"{read.Document[read.SpanOf(name.First, name.End)]}/{name.Type}"));
    }
}
