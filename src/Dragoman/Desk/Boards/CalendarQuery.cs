using Dragoman.Record;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Desk.Boards;

/// <summary>Which plans the calendar lists.</summary>
public enum PlanChoice
{
    Ahead, Passed, Undated,
}

/// <summary>What the address of the calendar chooses.</summary>
/// <param name="Month">Null for the month of the newest document.</param>
/// <param name="Show">Which plans are listed.</param>
/// <param name="Page">From 1.</param>
/// <param name="Open">Id of the record whose form is open.</param>
public sealed record CalendarQuery(YearMonth? Month, PlanChoice Show, int Page, string? Open)
{
    public string Address => BoardAddress.With(
        BoardAddress.Calendar,
        ("month", Month is { } month ? YearMonthPattern.Iso.Format(month) : null),
        ("show", Show == PlanChoice.Ahead ? null : ContractWords.WordOf(Show)),
        ("page", Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        ("open", Open)) + (Open is null ? "" : "#" + Open);

    public static YearMonth? MonthOf(string? text) => text is not null && YearMonthPattern.Iso.Parse(text) is { Success: true } month && month.Value.Year is > 1 and < 9000 ? month.Value : null;
}
