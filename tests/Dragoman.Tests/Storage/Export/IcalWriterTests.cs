using System.Text;
using Dragoman.Storage.Export;
using Ical.Net;
using Ical.Net.CalendarComponents;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class IcalWriterTests
{
    private static readonly IcalEvent Talks = new()
    {
        Uid = "meeting-1",
        Stamp = Instant.FromUtc(2031, 9, 10, 12, 0),
        Days = new(new(2031, 9, 12), new(2031, 9, 13)),
        Summary = "Talks of Norland, Sudria; \"round 2\"",
        Description = "“The two sides will meet in Port Alder on Friday, İkbal Çağrı and Zoë Żuk said; nothing else was agreed that day.”\nNorland Wire",
        Location = "Port Alder",
        Url = new("https://example.org/a?b=c"),
        Status = IcalStatus.Confirmed,
        Categories = ["meeting", "planned"],
    };

    [Fact]
    public void A_calendar_program_reads_what_was_written()
    {
        CalendarEvent read = Assert.Single(Calendar.Load(new IcalWriter().Write("Norland talks", [Talks]))!.Events);
        Assert.Equal(Talks.Uid, read.Uid);
        Assert.Equal(Talks.Summary, read.Summary);
        Assert.Equal(Talks.Description, read.Description);
        Assert.Equal(Talks.Location, read.Location);
        Assert.Equal(Talks.Url, read.Url);
        Assert.Equal(EventStatus.Confirmed, read.Status);
        Assert.True(read.IsAllDay);
        Assert.Equal(new DateOnly(2031, 9, 12), read.DtStart!.Date);
        Assert.Equal(new DateOnly(2031, 9, 14), read.DtEnd!.Date);
        Assert.Equal(new DateTime(2031, 9, 10, 12, 0, 0), read.DtStamp!.Value);
        Assert.Equal(["meeting", "planned"], read.Categories);
    }

    [Fact]
    public void An_hour_is_kept_without_a_zone()
    {
        string text = new IcalWriter().Write("x", [Talks with { At = new(14, 30) }]);
        CalendarEvent read = Assert.Single(Calendar.Load(text)!.Events);
        Assert.False(read.IsAllDay);
        Assert.Equal(new DateTime(2031, 9, 12, 14, 30, 0), read.DtStart!.Value);
        Assert.DoesNotContain("TZID", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_none_breaks_a_character()
    {
        string text = new IcalWriter().Write("x", [Talks with { Summary = string.Concat(Enumerable.Repeat("Ğ🕊", 60)) }]);
        string[] lines = text.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_cannot_begin_a_line_of_its_own()
    {
        string text = new IcalWriter().Write("x", [Talks with { Summary = "a\r\nEND:VEVENT\rBEGIN:VEVENT\u0000" }]);
        Assert.Equal("a\nEND:VEVENT\nBEGIN:VEVENT", Assert.Single(Calendar.Load(text)!.Events).Summary);
    }
}
