using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record.Processes;

namespace Dragoman.Pages;

/// <summary>Says why something is filed under a process.</summary>
internal static class PlaceWords
{
    public static string Of(ImmutableArray<PlacingSign> signs) => signs.IsEmpty ? "nothing in it is of a known process" : string.Join("; ", signs.GroupBy(s => s.Reason).Select(Group));

    private static string Group(IGrouping<PlacingReason, PlacingSign> signs) => signs.Key switch
    {
        PlacingReason.Actor => "acting or speaking: " + List(signs),
        PlacingReason.Party => "named: " + List(signs),
        PlacingReason.Place => "places: " + List(signs),
        PlacingReason.Word => "words: " + List(signs),
        PlacingReason.Person => "decided by " + string.Join(", ", signs.Select(s => s.What)),
        _ => "as its document",
    };

    private static string List(IEnumerable<PlacingSign> signs) =>
        string.Join(", ", signs.Select(s => s.Count == 1 ? s.What : string.Create(CultureInfo.InvariantCulture, $"{s.What} ({s.Count})")));
}
