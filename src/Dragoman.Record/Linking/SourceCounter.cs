using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Processes;
using Dragoman.Record.Views;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Record.Linking;

/// <summary>In how many documents something stands, and how many sources that are independent of each other these come from.</summary>
/// <param name="Reports">Documents.</param>
/// <param name="Independent">Groups of documents without a common owner, agency or text.</param>
/// <param name="Why">What makes documents one source: <c>Citadel Press</c>, <c>copies</c>; for people.</param>
public sealed record SourceCount(int Reports, int Independent, ImmutableArray<string> Why);

/// <summary>
/// Counts independent sources: documents of one outlet or owner, of an agency that they credit or whom they quote as having been told, and copies of one text
/// are one. What is not known of an outlet counts as independent.
/// </summary>
public sealed class SourceCounter(OutletBook outlets, Linkage links)
{
    private const int DatelineLength = 120; // characters of the body in which an agency may be credited

    public SourceCount Count(IEnumerable<CitedRecord> records)
    {
        ImmutableArray<CitedRecord> all = [.. records];
        ImmutableArray<DocumentState> documents = [.. all.Select(r => r.Document).DistinctBy(d => d.Id, StringComparer.Ordinal)];
        Grouping groups = new();
        SortedSet<string> why = new(StringComparer.Ordinal);
        Dictionary<string, string> firstOf = new(StringComparer.Ordinal);
        foreach (DocumentState document in documents)
        {
            groups.Add(document.Id);
            foreach ((string key, string name) in Marks(document, all.Where(r => ReferenceEquals(r.Document, document))))
            {
                if (firstOf.TryAdd(key, document.Id)) continue;
                groups.Join(firstOf[key], document.Id);
                if (firstOf[key] != document.Id) why.Add(name);
            }
        }

        foreach (Link copy in links.Among([.. documents.Select(d => d.Id)]).Where(link => link.Relation == LinkRelation.Copy))
        {
            groups.Join(copy.From.Document, copy.To.Document);
            why.Add("copies");
        }

        return new(documents.Length, groups.Count, [.. why]);
    }

    /// <summary>What a document has in common with others of its source: its outlet or owner, and the agencies that it credits.</summary>
    private IEnumerable<(string Key, string Name)> Marks(DocumentState document, IEnumerable<CitedRecord> records)
    {
        if (document.Reading?.Outlet is { } outlet) yield return (outlets.OwnerKey(outlet), outlets.Find(outlet) is { } facts ? facts.Owner ?? facts.Name : outlet);
        foreach (OutletFacts agency in Credited(document, records).Distinct()) yield return (outlets.OwnerKey(agency.Name), agency.Name);
    }

    private IEnumerable<OutletFacts> Credited(DocumentState document, IEnumerable<CitedRecord> records)
    {
        foreach (string name in document.Reading?.Byline ?? [])
            if (Agency(name) is { } agency) yield return agency;
        foreach (TextRegion region in document.Reading?.Regions ?? [])
        {
            if (region.Kind is RegionKind.Byline or RegionKind.Credit && Agency(region.Place.Words) is { } credited) yield return credited;
        }

        foreach (OutletFacts agency in Bracketed(document)) yield return agency;
        foreach (Actor actor in records.SelectMany(ToldTo))
            if (Agency(actor.Name) is { } told) yield return told;
    }

    /// <summary>Agencies in brackets at the head of the text: <c>(Straits Wire)</c>.</summary>
    private IEnumerable<OutletFacts> Bracketed(DocumentState document)
    {
        string body = document.Reading?.Regions.FirstOrDefault(r => r.Kind == RegionKind.Body)?.Place.Words ?? "";
        string head = body[..Math.Min(body.Length, DatelineLength)];
        int open = head.IndexOf('(', StringComparison.Ordinal);
        int close = open < 0 ? -1 : head.IndexOf(')', open);
        if (close > 0 && Agency(head[(open + 1)..close]) is { } agency) yield return agency;
    }

    /// <summary>To whom a statement was made, or by whom it is told.</summary>
    private static IEnumerable<Actor> ToldTo(CitedRecord record)
    {
        Statement? statement = record.Statement ?? record.ToldIn;
        return statement is null ? [] : statement.Addressee.Prepend(statement.Speaker).Select(record.ActorOf).OfType<Actor>();
    }

    private OutletFacts? Agency(string name) => outlets.Find(name) is { Kind: OutletKind.Agency } agency ? agency
        : WordPattern.Fold(name) is { Count: <= 6 } words ? words.Select(outlets.Find).FirstOrDefault(o => o?.Kind == OutletKind.Agency) : null;
}
