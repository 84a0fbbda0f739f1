using Dragoman.Language;
using Dragoman.Language.Neural;
using Xunit;

namespace Dragoman.Tests;

public sealed class EditScriptTests
{
    [Theory]
    [InlineData("walked", "walk", "L2")]
    [InlineData("The", "the", "L0")]
    [InlineData("NORLAND", "Norland", "T0")]
    [InlineData("Norland", "Norland", "K0")]
    [InlineData("cities", "city", "L3y")]
    [InlineData("was", "be", "L3be")]
    [InlineData("1st", "1", "L2")]
    [InlineData("x", "9", "L1_9")]
    [InlineData("x", "_9", "L1__9")]
    public void A_script_leads_from_the_form_to_the_lemma_and_is_read_as_written(string form, string lemma, string written)
    {
        EditScript script = EditScript.Between(form, lemma, Casing.Plain);
        Assert.Equal(written, script.ToString());
        Assert.Equal(script, EditScript.Parse(written));
        Assert.Equal(lemma, script.Apply(form, Casing.Plain));
    }

    [Fact]
    public void A_script_that_would_cut_more_than_there_is_leaves_the_form() => Assert.Equal("ox", EditScript.Parse("L5y")!.Value.Apply("Ox", Casing.Plain));

    [Theory]
    [InlineData("")]
    [InlineData("Q1")]
    [InlineData("L")]
    public void What_is_no_script_is_not_read_as_one(string text) => Assert.Null(EditScript.Parse(text));
}
