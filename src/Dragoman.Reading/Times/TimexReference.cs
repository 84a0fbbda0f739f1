using NodaTime;
using NodaTime.Text;

namespace Dragoman.Reading.Times;

/// <summary>How exactly the date of a document is known.</summary>
public enum ReferencePrecision
{
    Year, Month, Day,
}

/// <summary>What relative time expressions hang on: the day, month or year of publication.</summary>
/// <param name="Start">The day itself, or the first of the month or year.</param>
public readonly record struct TimexReference(LocalDate Start, ReferencePrecision Precision)
{
    private const int Earliest = 1000; // what lies outside is a slip of the pen, not a date of publication
    private const int Latest = 3000;
    private static readonly LocalDatePattern Year = LocalDatePattern.CreateWithInvariantCulture("uuuu");
    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    /// <summary>Reads a published date (ISO 8601 or EDTF: a year, a month, a day, or a day with a time behind it); null if it is none of these.</summary>
    public static TimexReference? Parse(string? published) => ParseAny(published) is { Start.Year: > Earliest and < Latest } known ? known : null;

    public static TimexReference OfDay(LocalDate day) => new(day, ReferencePrecision.Day);

    private static TimexReference? ParseAny(string? published) => published switch
    {
        null => null,
        { Length: 4 } when Year.Parse(published) is { Success: true } year => new(year.Value, ReferencePrecision.Year),
        { Length: 7 } when Month.Parse(published) is { Success: true } month => new(month.Value, ReferencePrecision.Month),
        { Length: >= 10 } when LocalDatePattern.Iso.Parse(published[..10]) is { Success: true } day => new(day.Value, ReferencePrecision.Day),
        _ => null,
    };
}
