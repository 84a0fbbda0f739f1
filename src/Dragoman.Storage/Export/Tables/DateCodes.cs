using Dragoman.Record;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Storage.Export.Tables;

/// <summary>Dates in the terms of the field: EDTF, and how precisely UCDP and ACLED would call a date known.</summary>
internal static class DateCodes
{
    private const int DaysOfWeek = 7;
    private const int DaysOfMonth = 31;
    private const int DaysOfYear = 366;

    /// <summary>First and last day of a year, month, day or moment in ISO 8601; null for anything else.</summary>
    public static DateInterval? DaysOf(string? value)
    {
        if (value is null) return null;
        if (value.Length >= 10 && LocalDatePattern.Iso.Parse(value[..10]) is { Success: true, Value: var day }) return new(day, day);
        if (LocalDatePattern.Iso.Parse(value + "-01") is { Success: true, Value: var first }) return new(first, first.With(DateAdjusters.EndOfMonth));
        return LocalDatePattern.Iso.Parse(value + "-01-01") is { Success: true, Value: var start } ? new(start, start.PlusYears(1).PlusDays(-1)) : null;
    }

    /// <summary>First and last day that a time covers; null where it covers no days or is not resolved.</summary>
    public static DateInterval? DaysOf(CitedTime? time)
    {
        if (time is null) return null;
        LocalDate? from = DaysOf(time.From ?? time.Value)?.Start;
        LocalDate? until = DaysOf(time.Until ?? time.From ?? time.Value)?.End;
        return from is { } first && until is { } last && first <= last ? new(first, last) : null;
    }

    /// <summary>EDTF (ISO 8601-2): the value where it is one, else the interval of its days; null where there are none.</summary>
    public static string? Edtf(CitedTime? time)
    {
        if (time?.Value is { Length: 4 or 7 or 10 } value && DaysOf(value) is not null) return value;
        return DaysOf(time) is { } days ? Edtf(days) : null;
    }

    public static string Edtf(DateInterval days) => days.Length == 1
        ? LocalDatePattern.Iso.Format(days.Start)
        : LocalDatePattern.Iso.Format(days.Start) + "/" + LocalDatePattern.Iso.Format(days.End);

    /// <summary>UCDP GED's date_prec: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year.</summary>
    public static long? Ucdp(DateInterval? days) => days?.Length switch
    {
        null => null,
        1 => 1,
        < DaysOfWeek => 2,
        DaysOfWeek => 3,
        <= DaysOfMonth => 4,
        <= DaysOfYear => 5,
        _ => null,
    };

    /// <summary>ACLED's time_precision: 1 a day, 2 within a week, 3 within a month; ACLED codes nothing vaguer.</summary>
    public static long? Acled(DateInterval? days) => days?.Length switch
    {
        null => null,
        1 => 1,
        <= DaysOfWeek => 2,
        <= DaysOfMonth => 3,
        _ => null,
    };
}
