using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace Dragoman.Storage.Export;

/// <summary>
/// Writes a calendar as RFC 5545 has it: CRLF, lines of at most 75 octets that break between characters, text escaped, control characters
/// left out. The same events give the same bytes.
/// </summary>
public sealed class IcalWriter
{
    private const int OctetsPerLine = 75;
    private const string Product = "-//Dragoman//Record of a peace process//EN";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <param name="name">What a calendar program shows as the calendar's name.</param>
    /// <param name="events">Written in the order given; their ids must differ.</param>
    public string Write(string name, IEnumerable<IcalEvent> events)
    {
        StringBuilder text = new();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", Product);
        Line(text, "CALSCALE", "GREGORIAN");
        Line(text, "METHOD", "PUBLISH");
        Line(text, "NAME", Escape(name));
        Line(text, "X-WR-CALNAME", Escape(name)); // what programs read that do not know NAME (RFC 7986)
        foreach (IcalEvent entry in events) Write(text, entry);
        Line(text, "END", "VCALENDAR");
        return text.ToString();
    }

    private static void Write(StringBuilder text, IcalEvent entry)
    {
        Line(text, "BEGIN", "VEVENT");
        Line(text, "UID", Escape(entry.Uid));
        Line(text, "DTSTAMP", Utc.Format(entry.Stamp));
        Line(text, "SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        if (entry.At is { } time)
        {
            Line(text, "DTSTART", Local.Format(entry.Days.Start + time));
        }
        else
        {
            Line(text, "DTSTART;VALUE=DATE", Day.Format(entry.Days.Start));
            Line(text, "DTEND;VALUE=DATE", Day.Format(entry.Days.End.PlusDays(1))); // the format's end is the day after
        }

        Line(text, "SUMMARY", Escape(entry.Summary));
        if (entry.Description is { } description) Line(text, "DESCRIPTION", Escape(description));
        if (entry.Location is { } location) Line(text, "LOCATION", Escape(location));
        if (entry.Url is { IsAbsoluteUri: true } url) Line(text, "URL", url.AbsoluteUri);
        if (!entry.Categories.IsEmpty) Line(text, "CATEGORIES", string.Join(',', entry.Categories.Select(Escape)));
        Line(text, "STATUS", WordOf(entry.Status));
        Line(text, "TRANSP", "TRANSPARENT"); // it blocks nobody's day
        Line(text, "END", "VEVENT");
    }

    private static string WordOf(IcalStatus status) => status switch
    {
        IcalStatus.Confirmed => "CONFIRMED",
        IcalStatus.Cancelled => "CANCELLED",
        _ => "TENTATIVE",
    };

    private static string Escape(string value)
    {
        StringBuilder text = new(value.Length);
        foreach (char c in value.ReplaceLineEndings("\n"))
        {
            if (c == '\n') text.Append("\\n");
            else if (c is '\\' or ';' or ',') text.Append('\\').Append(c);
            else if (!char.IsControl(c) || c == '\t') text.Append(c);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, string value)
    {
        int octets = 0;
        foreach (Rune rune in (name + ":" + value).EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetsPerLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
