using System.Globalization;
using Dragoman.Record.Linking;

namespace Dragoman.Pages;

/// <summary>Says how often something is reported, and from how many sources.</summary>
internal static class SourceWords
{
    public static string Of(SourceCount count) => string.Create(CultureInfo.InvariantCulture,
        $"{count.Reports} {(count.Reports == 1 ? "report" : "reports")}, {count.Independent} independent {(count.Independent == 1 ? "source" : "sources")}{(count.Why.IsEmpty ? "" : $" (in common: {string.Join(", ", count.Why)})")}");
}
