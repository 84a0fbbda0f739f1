using Dragoman.Record.Entries;

namespace Dragoman.Record.Linking;

/// <summary>Ids of links and placements, made from what they join: the same link found again is the same link and keeps its decision.</summary>
public static class LinkId
{
    /// <summary>The relation's word, a hyphen and 20 hexadecimal digits.</summary>
    public static string Of(LinkRelation relation, LinkEnd from, LinkEnd to)
    {
        (string first, string second) = (Text(from), Text(to));
        if (IsMutual(relation) && string.CompareOrdinal(first, second) > 0) (first, second) = (second, first);
        return ContentId.Link(ContractWords.WordOf(relation), first, second);
    }

    public static string Of(string documentId, string? recordId, string process) =>
        ContentId.Link("placement", Text(new(documentId, recordId)), process);

    /// <exception cref="ArgumentException">The entry decides about neither.</exception>
    public static string Of(Entry entry) => entry switch
    {
        LinkDecided link => Of(link.Relation, link.From, link.To),
        PlacementDecided placed => Of(placed.Document, placed.Record, placed.Process),
        _ => throw new ArgumentException($"An entry of kind {entry.GetType().Name} decides about no link.", nameof(entry)),
    };

    /// <summary>What the entry is about: a link's two ends, or what is placed.</summary>
    public static IEnumerable<LinkEnd> EndsOf(Entry entry) => entry switch
    {
        LinkDecided link => [link.From, link.To],
        PlacementDecided placed => [new(placed.Document, placed.Record)],
        _ => [],
    };

    /// <summary>Whether the relation is the same seen from either end.</summary>
    public static bool IsMutual(LinkRelation relation) =>
        relation is LinkRelation.Copy or LinkRelation.Same or LinkRelation.Contradicts or LinkRelation.Differs;

    private static string Text(LinkEnd end) => $"{end.Document}\n{end.Record}\n{end.Actor}";
}
