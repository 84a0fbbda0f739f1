using Dragoman.Record;
using Dragoman.Record.Views.Boards;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class TimeSpotTests
{
    [Theory]
    [InlineData("2031", "2031-01-01", "2031-12-31")]
    [InlineData("2031-02", "2031-02-01", "2031-02-28")]
    [InlineData("2031-W01", "2030-12-30", "2031-01-05")]
    [InlineData("2031-09-08", "2031-09-08", "2031-09-08")]
    public void A_vague_date_is_the_whole_stretch_and_never_its_first_day(string iso, string first, string last)
    {
        TimeSpot spot = Assert.NotNull(TimeSpot.Of(iso, TimeBasis.Own));
        Assert.Equal(first, spot.FirstDay.ToString("uuuu-MM-dd", null));
        Assert.Equal(last, spot.LastDay.ToString("uuuu-MM-dd", null));
        Assert.Equal(first != last, spot.IsVague);
    }

    [Fact]
    public void An_hour_is_kept()
    {
        TimeSpot spot = Assert.NotNull(TimeSpot.Of("2031-09-08T14:30:00+03:00", TimeBasis.Own));
        Assert.Equal(new LocalDateTime(2031, 9, 8, 14, 30), spot.From);
        Assert.True(spot.HasHour);
        Assert.Equal(spot.FirstDay, spot.LastDay);
    }

    [Theory]
    [InlineData("")]
    [InlineData("XXXX-05")]
    [InlineData("2031-W60")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("2031-13")]
    [InlineData("PAST_REF")]
    public void What_is_no_date_is_none(string iso) => Assert.Null(TimeSpot.Of(iso, TimeBasis.Own));

    [Fact]
    public void A_duration_is_no_place_in_time() =>
        Assert.Null(TimeSpot.Of(new CitedTime { Id = "T1", Place = new(0, 1, "x"), Type = TimexType.Duration, Value = "PT30H" }));
}
