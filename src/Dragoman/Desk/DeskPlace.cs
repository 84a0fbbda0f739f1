using System.Collections.Immutable;
using Dragoman.Desk.Boards;

namespace Dragoman.Desk;

/// <summary>A place in the desk's navigation.</summary>
/// <param name="Page">The name that its pages give themselves.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Label">As the navigation shows it.</param>
public sealed record DeskPlace(string Page, string Address, string Label)
{
    /// <summary>In the order of the navigation.</summary>
    public static ImmutableArray<DeskPlace> All { get; } =
    [
        new("process", "/", "Process"),
        new("timeline", BoardAddress.Timeline, "Timeline"),
        new("positions", BoardAddress.Positions, "Positions"),
        new("claims", BoardAddress.Claims, "Claims"),
        new("forecasts", BoardAddress.Forecasts, "Forecasts"),
        new("calendar", BoardAddress.Calendar, "Calendar"),
        new("actors", BoardAddress.Actors, "Actors"),
        new("documents", "/documents", "Documents"),
        new("queue", "/queue", "Queue"),
        new("search", "/search", "Search"),
        new("put-in", "/put-in", "Put in"),
    ];
}
