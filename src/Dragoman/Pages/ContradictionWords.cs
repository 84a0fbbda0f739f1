using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Pages;

/// <summary>Puts contradictions into words.</summary>
internal static class ContradictionWords
{
    public static string Of(Contradiction contradiction)
    {
        string who = string.Join(", ", contradiction.Records.SelectMany(r => r.Kind == "violation" ? r.Actors("accused") : r.AllActors).GroupBy(a => a.Name, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count()).Take(2).Select(same => same.Key));
        string what = contradiction.Relation == LinkRelation.Differs ? "figures that differ" : "yes and no";
        return string.Create(CultureInfo.InvariantCulture, $"{who}: {what}, {contradiction.Documents} {(contradiction.IsWithinOne ? "document, against itself" : "documents")}{(contradiction.Relation == LinkRelation.Differs ? "; " + contradiction.Links[0].Why : "")}");
    }

    /// <summary>Who tells it, where and when.</summary>
    public static string Origin(CitedRecord record)
    {
        string told = record.ToldBy is { } speaker ? Phrasing.NameOf(speaker) + ", in " : "";
        string outlet = record.Document.Reading?.Outlet ?? record.Document.Filed.Source;
        return $"{told}{outlet}, {(record.Reported is { } day ? DateWords.Of(day) : "undated")}{(record.Finding?.Factuality is { } factuality and not Factuality.Actual ? ", " + factuality.Word() : "")}";
    }
}
