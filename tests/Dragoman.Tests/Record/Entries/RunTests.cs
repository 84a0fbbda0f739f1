using Dragoman.Record.Entries;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class RunTests
{
    private static readonly Instant Noon = Instant.FromUtc(2031, 9, 10, 12, 0);

    [Theory]
    [InlineData("reader:rules/1")]
    [InlineData("person:Ada (Norland)")]
    [InlineData("person:ada@example.org")]
    [InlineData("person:Ada Lum (run 5f2e8c01d3aa)")]
    [InlineData("reader:rules/1 (run 5f2e8c01d3aa, model c3c4c95e87de, rules 9a8b7c6d5e4f)")]
    [InlineData("reader:rules/1 (model c3c4c95e87de, rules 9a8b7c6d5e4f)")]
    public void What_a_line_says_is_written_as_it_was_read(string text) => Assert.Equal(text, Run.Parse(text).ToString());

    [Fact]
    public void A_line_from_before_sessions_has_a_writer_and_no_session()
    {
        Run run = Run.Parse("person:Ada (Norland)");
        Assert.Equal(("Ada (Norland)", true, null), (run.Name, run.IsPerson, run.Id));
    }

    [Fact]
    public void The_id_of_a_session_follows_from_who_and_when()
    {
        Run reader = Run.Reader("rules/1", "c3c4c95e87deffff", "9a8b7c6d5e4fffff");
        Assert.Equal(reader.Begun(Noon), reader.Begun(Noon));
        Assert.Equal(reader.Begun(Noon), reader.Begun(Noon + Duration.FromHours(1)).Begun(Noon));
        string?[] ids = [reader.Begun(Noon).Id, reader.Begun(Noon + Duration.Epsilon).Id, Run.Person("rules/1").Begun(Noon).Id, Run.Reader("rules/1").Begun(Noon).Id];
        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(reader.Begun(Noon), Run.Parse(reader.Begun(Noon).ToString()));
    }

    [Theory]
    [InlineData("reader:")]
    [InlineData("Ada")]
    [InlineData("")]
    public void What_names_no_writer_is_an_error(string text) => Assert.Throws<FormatException>(() => Run.Parse(text));
}
