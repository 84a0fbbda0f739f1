using Dragoman.Record.Views.Boards;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Desk.Boards;

/// <summary>A timeline's choices as an address, and back.</summary>
public static class TimelineAddress
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <param name="query">The choices.</param>
    /// <param name="address">The page, or its data or image.</param>
    public static string Of(TimelineQuery query, string address = BoardAddress.Timeline) => BoardAddress.With(
        address,
        ("lanes", query.Lanes == LaneChoice.Party ? "party" : null),
        ("from", Text(query.From)),
        ("until", Text(query.Until)),
        ("kind", string.Join(',', query.Kinds.Order(StringComparer.Ordinal))),
        ("party", query.Party),
        ("issue", query.Issue),
        ("outlet", query.Outlet),
        ("state", query.Drafts switch { true => "draft", false => "confirmed", _ => null }));

    /// <summary>What cannot be read is left out.</summary>
    public static TimelineQuery Parse(IQueryCollection query)
    {
        LocalDateTime? from = MomentOf(query["from"]);
        LocalDateTime? until = MomentOf(query["until"]);
        return new()
        {
            Lanes = query["lanes"] == "party" ? LaneChoice.Party : LaneChoice.Kind,
            From = from,
            Until = until is { } end && query["until"].ToString().Length == 10 && end.Year < 9000 ? end.PlusDays(1) : until, // a last day is shown to its end
            Kinds = [.. query["kind"].OfType<string>().SelectMany(k => k.Split(',', StringSplitOptions.RemoveEmptyEntries))],
            Party = Some(query["party"]),
            Issue = Some(query["issue"]),
            Outlet = Some(query["outlet"]),
            Drafts = query["state"].ToString() switch { "draft" => true, "confirmed" => false, _ => null },
        };
    }

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Text(LocalDateTime? moment) => moment is { } at ? at.TimeOfDay == LocalTime.Midnight ? LocalDatePattern.Iso.Format(at.Date) + "T00:00" : Moment.Format(at) : null;

    private static LocalDateTime? MomentOf(string? text) =>
        text is null ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day && day.Value.Year is > 1 and < 9000 ? day.Value.AtMidnight()
        : Moment.Parse(text) is { Success: true } moment && moment.Value.Year is > 1 and < 9000 ? moment.Value : null;
}
