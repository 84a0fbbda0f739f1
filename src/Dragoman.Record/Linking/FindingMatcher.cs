using System.Globalization;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Linking;

/// <summary>Tells whether two findings are of one thing, contradict each other, or give different figures for one thing.</summary>
internal static class FindingMatcher
{
    private const int DaysNear = 3; // reports of one event
    private const int WordsInCommon = 2; // longer words by which two answers are about one thing
    private const double SameContent = 0.6; // share of the shorter's longer words

    /// <summary>The link, or null.</summary>
    /// <param name="later">Of the document filed later.</param>
    /// <param name="earlier">Of another document, or before it in the same.</param>
    /// <param name="daysApart">Between the days of the two documents; null if one has none.</param>
    public static Link? Match(FindingTraits later, FindingTraits earlier, int? daysApart)
    {
        if (later.Family != earlier.Family || daysApart is not <= DaysNear) return null;
        string[] shared = [.. later.Leaders.Intersect(earlier.Leaders, StringComparer.Ordinal)];
        if (shared.Length == 0) return null;
        return Figures(later, earlier) ?? Denial(later, earlier, shared) ?? Sameness(later, earlier, shared);
    }

    /// <summary>One says that it is so, the other that it is not.</summary>
    private static Link? Denial(FindingTraits later, FindingTraits earlier, string[] shared)
    {
        if (Polarity(later) is not { } one || Polarity(earlier) is not { } other || one == other || one * other == 0) return null;
        if (!IsAboutOne(later, earlier)) return null;
        return Of(LinkRelation.Contradicts, later, earlier, $"{Name(later, shared)}, {Word(one)} here and {Word(other)} there{About(later, earlier)}");
    }

    /// <summary>+1 where it came about or consent was given, -1 where not, 0 where the text leaves it open; null for kinds that cannot be denied.</summary>
    internal static int? Polarity(FindingTraits finding)
    {
        if (finding.Factuality is not { } factuality) return null;
        if (factuality is Factuality.Planned or Factuality.Conditional) return 0;
        int sign = factuality == Factuality.Denied ? -1 : 1;
        return finding.Kind switch
        {
            FindingKind.Response => finding.Record.Word("stance") switch { "accept" => sign, "reject" => -sign, _ => 0 },
            FindingKind.Ceasefire => finding.Record.Word("act") switch { "rejected" => -sign, "ended" or "suspended" => 0, _ => sign },
            FindingKind.Agreement => finding.Record.Word("act") is "reached" or "signed" or null ? sign : 0,
            FindingKind.Meeting => finding.Record.Word("status") switch { "cancelled" or "refused" => -sign, "proposed" => 0, _ => sign },
            FindingKind.Violation => sign,
            _ => null,
        };
    }

    private static bool IsAboutOne(FindingTraits later, FindingTraits earlier) => later.Kind switch
    {
        FindingKind.Response or FindingKind.Agreement => later.Object.Count == 0 || earlier.Object.Count == 0 || later.Object.Count(earlier.Object.Contains) >= Math.Min(WordsInCommon, Math.Min(later.Object.Count, earlier.Object.Count)),
        FindingKind.Meeting => later.Leaders.Count(earlier.Leaders.Contains) > 1 && SameDays(later, earlier) != false,
        FindingKind.Ceasefire => later.Record.Word("act") == earlier.Record.Word("act") || (Polarity(later) < 0 && later.Record.Word("act") == "rejected") || earlier.Record.Word("act") == "rejected",
        _ => Actors(later, "accused").Overlaps(Actors(earlier, "accused")),
    };

    /// <summary>Different counts of breaches by the same side at the same time.</summary>
    private static Link? Figures(FindingTraits later, FindingTraits earlier)
    {
        if (later.Kind != FindingKind.Violation || later.Record.Number("count") is not { } one || earlier.Record.Number("count") is not { } other || one == other) return null;
        if (!Actors(later, "accused").Overlaps(Actors(earlier, "accused")) || SamePeriod(later, earlier) == false) return null;
        return Of(LinkRelation.Differs, later, earlier, string.Create(CultureInfo.InvariantCulture, $"{one:N0} against {other:N0} for the same side and time"));
    }

    private static Link? Sameness(FindingTraits later, FindingTraits earlier, string[] shared)
    {
        if (later.Kind != earlier.Kind || Polarity(later) != Polarity(earlier)) return null;
        string? why = SameEvent(later, earlier) ?? SameContents(later, earlier);
        return why is null ? null : Of(LinkRelation.Same, later, earlier, $"{Name(later, shared)}: {why}");
    }

    /// <summary>What makes two findings one event, by day and figure; null if nothing does.</summary>
    private static string? SameEvent(FindingTraits later, FindingTraits earlier) => later.Kind switch
    {
        FindingKind.Meeting when SameDays(later, earlier) == true => "same day",
        FindingKind.Ultimatum when SameDays(later, earlier) == true => "same deadline",
        FindingKind.Violation when SameCount(later, earlier) => "same figure",
        FindingKind.Ceasefire when IsSameAct(later, earlier) => "same act and time",
        _ => null,
    };

    /// <summary>What makes two findings one by what they say; null if nothing does.</summary>
    private static string? SameContents(FindingTraits later, FindingTraits earlier) => later.Kind switch
    {
        FindingKind.Proposal when Same(later, earlier, "subject") && (SameWords(later, earlier) || SameDuration(later, earlier)) => "same subject and content",
        FindingKind.Response when Same(later, earlier, "stance") && SameWords(later, earlier) => "same answer",
        FindingKind.Agreement when Same(later, earlier, "act") && SameWords(later, earlier) => "same content",
        FindingKind.Ultimatum when SameWords(later, earlier) => "same threat",
        FindingKind.Condition when SameWords(later, earlier) => "same demand",
        _ => null,
    };

    private static bool IsSameAct(FindingTraits later, FindingTraits earlier) =>
        Same(later, earlier, "act") && SameDays(later, earlier) is var days && days != false && (days == true || SameDuration(later, earlier));

    private static bool SameCount(FindingTraits later, FindingTraits earlier) =>
        later.Record.Number("count") is { } count && count == earlier.Record.Number("count") && Actors(later, "accused").Overlaps(Actors(earlier, "accused"));

    private static bool Same(FindingTraits later, FindingTraits earlier, string slot) => later.Record.Word(slot) == earlier.Record.Word(slot);

    private static bool SameWords(FindingTraits later, FindingTraits earlier) =>
        Math.Min(later.Object.Count, earlier.Object.Count) is var fewer and >= WordsInCommon && later.Object.Count(earlier.Object.Contains) >= SameContent * fewer;

    private static bool SameDuration(FindingTraits later, FindingTraits earlier) =>
        later.Record.Word("duration") is { } duration && duration == earlier.Record.Word("duration");

    /// <summary>Null where one gives no day.</summary>
    private static bool? SameDays(FindingTraits later, FindingTraits earlier) =>
        later.Record.OwnDays is { } one && earlier.Record.OwnDays is { } other ? one.Intersection(other) is not null : null;

    private static bool? SamePeriod(FindingTraits later, FindingTraits earlier) =>
        later.Record.Days("period") is { } one && earlier.Record.Days("period") is { } other ? one.Intersection(other) is not null : null;

    private static HashSet<string> Actors(FindingTraits finding, string slot) => [.. finding.Record.Actors(slot).Select(IdentityKey.Of)];

    private static string Name(FindingTraits finding, string[] shared) =>
        string.Join(", ", finding.Record.AllActors.Where(a => shared.Contains(IdentityKey.Of(a))).Select(a => a.Name).Distinct(StringComparer.Ordinal));

    private static string Word(int polarity) => polarity > 0 ? "yes" : "no";

    private static string About(FindingTraits later, FindingTraits earlier)
    {
        string[] words = [.. later.Object.Where(earlier.Object.Contains).Order(StringComparer.Ordinal)];
        return words.Length == 0 ? "" : ", on " + string.Join(", ", words);
    }

    private static Link Of(LinkRelation relation, FindingTraits later, FindingTraits earlier, string why) =>
        new(relation, new(later.Record.Document.Id, later.Record.Record.Id), new(earlier.Record.Document.Id, earlier.Record.Record.Id), why);
}
