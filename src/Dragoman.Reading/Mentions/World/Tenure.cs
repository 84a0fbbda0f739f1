using System.Globalization;
using NodaTime;

namespace Dragoman.Reading.Mentions.World;

/// <summary>An office that a person holds or held.</summary>
/// <param name="Office">Its id, as in <c>lang/&lt;language&gt;/offices.tsv</c>.</param>
/// <param name="Of">Country code (ISO 3166-1 alpha-2) of the state, or the id of the organisation, that the office belongs to.</param>
/// <param name="From">First day; of a month or year given alone, its first.</param>
/// <param name="To">Last day; of a month or year given alone, its last; null while it is held.</param>
public sealed record Tenure(string Office, string Of, LocalDate From, LocalDate? To)
{
    public bool Covers(LocalDate day) => From <= day && (To is null || day <= To);

    /// <summary>Reads <c>2019</c>, <c>2019-05</c> or <c>2019-05-20</c>; null if it is none of these.</summary>
    public static LocalDate? Day(string text, bool last)
    {
        string[] parts = text.Split('-');
        int[] numbers = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        if (parts.Length > 3 || numbers[0] is < 1 or > 9998) return null;
        int month = parts.Length > 1 ? numbers[1] : last ? 12 : 1;
        if (month is < 1 or > 12) return null;
        int days = CalendarSystem.Iso.GetDaysInMonth(numbers[0], month);
        int day = parts.Length > 2 ? numbers[2] : last ? days : 1;
        return day < 1 || day > days ? null : new(numbers[0], month, day);
    }
}
