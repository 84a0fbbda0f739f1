using Dragoman.Record.Views.Boards;
using Xunit;

namespace Dragoman.Tests;

public sealed class LikelihoodTests
{
    private static readonly LikelihoodScale Scale = new("test", "Test scale",
    [
        Row("*", "certain", 95, 99), Row("*", "likely", 55, 80), Row("en", "likely", 55, 80), Row("en", "very likely", 80, 95), Row("en", "probabl~", 55, 80), Row("en", "may", null, null),
    ]);

    [Theory]
    [InlineData("very likely", "likely", 80, 95)]
    [InlineData("Likely", "likely", 55, 80)]
    [InlineData("probably", "likely", 55, 80)]
    [InlineData("not likely", "unlikely", 20, 45)] // the class says that the text denies it
    [InlineData("is set to", "certain", 95, 99)] // only the class is known
    [InlineData("a 70 % chance", "likely", 70, 70)]
    [InlineData("12,5%", "unlikely", 12.5, 12.5)]
    public void A_wording_has_the_range_of_its_longest_row(string wording, string likelihood, double low, double high) =>
        Assert.Equal(new ProbabilityRange(low, high), Scale.Read(wording, "en", likelihood).Range);

    [Theory]
    [InlineData("may", "possible")] // left out on purpose
    [InlineData("conceivably", "possible")] // the class has no range
    [InlineData("800 %", "possible")]
    [InlineData(null, null)]
    public void What_the_scale_does_not_give_stays_without_a_range(string? wording, string? likelihood)
    {
        LikelihoodReading reading = Scale.Read(wording, "en", likelihood);
        Assert.Null(reading.Range);
        Assert.NotEmpty(reading.Basis);
    }

    [Fact]
    public void A_range_has_bounds_for_its_score()
    {
        ScoreBounds brier = ScoreBounds.Brier(new(55, 80), happened: true);
        Assert.Equal(0.04, brier.Low, 6);
        Assert.Equal(0.2025, brier.High, 6);
        ScoreBounds log = ScoreBounds.Log(new(50, 100), happened: true);
        Assert.Equal(0, log.Low, 6);
        Assert.Equal(1, log.High, 6);
        Assert.Equal(double.PositiveInfinity, ScoreBounds.Log(new(99, 100), happened: false).High);
    }

    private static LikelihoodRow Row(string language, string wording, double? low, double? high) =>
        new(language, WordPattern.Parse(wording)!, low is { } from && high is { } to ? new ProbabilityRange(from, to) : null) { Text = wording.TrimEnd('~') };
}
