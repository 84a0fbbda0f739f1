using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using NodaTime;

namespace Dragoman.Record.Views;

/// <summary>Reports that cannot both be so, or figures that differ for one thing; with every record that bears each side.</summary>
/// <param name="Relation"><see cref="LinkRelation.Contradicts"/>, or <see cref="LinkRelation.Differs"/> for figures.</param>
/// <param name="Sides">At least two; records of one side agree with each other.</param>
/// <param name="Links">What it rests on, for review.</param>
public sealed record Contradiction(LinkRelation Relation, ImmutableArray<ContradictingSide> Sides, ImmutableArray<Link> Links)
{
    public IEnumerable<CitedRecord> Records => Sides.SelectMany(side => side.Records);

    /// <summary>How many documents take part.</summary>
    public int Documents => Records.Select(r => r.Document.Id).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Whether one document contradicts itself.</summary>
    public bool IsWithinOne => Documents == 1;

    public LocalDate? Latest => Records.Select(r => r.Reported).Max();

    /// <summary>One for each set of records that contradict or differ from each other, the one with the most documents first.</summary>
    internal static ImmutableArray<Contradiction> Of(IEnumerable<CitedRecord> records, IEnumerable<Link> links)
    {
        Dictionary<string, CitedRecord> byId = records.DistinctBy(r => r.Record.Id).ToDictionary(r => r.Record.Id, StringComparer.Ordinal);
        return [.. new[] { LinkRelation.Contradicts, LinkRelation.Differs }.SelectMany(relation =>
                Of(relation, byId, [.. links.Where(l => l.Relation == relation && l.From.Record is { } from && l.To.Record is { } to && byId.ContainsKey(from) && byId.ContainsKey(to))]))
            .OrderByDescending(c => c.Documents).ThenByDescending(c => c.Latest)];
    }

    private static IEnumerable<Contradiction> Of(LinkRelation relation, Dictionary<string, CitedRecord> records, ImmutableArray<Link> links)
    {
        Grouping groups = new();
        foreach (Link link in links) groups.Join(link.From.Record!, link.To.Record!);
        foreach (IGrouping<string, Link> dispute in links.GroupBy(link => groups.LeaderOf(link.From.Record!), StringComparer.Ordinal))
        {
            IEnumerable<CitedRecord> involved = dispute.SelectMany(link => new[] { link.From.Record!, link.To.Record! }).Distinct(StringComparer.Ordinal).Select(id => records[id]);
            ImmutableArray<ContradictingSide> sides = [.. involved.GroupBy(SideOf, StringComparer.Ordinal).OrderByDescending(side => side.Key, StringComparer.Ordinal).Select(side => new ContradictingSide(side.Key, [.. side]))];
            yield return new(relation, sides, [.. dispute]);
        }
    }

    private static string SideOf(CitedRecord record) => record.Statement is not null ? string.Join(' ', new StatementTraits(record).Words.Where(word => char.IsDigit(word[0])))
        : record.Number("count") is { } count ? count.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : FindingMatcher.Polarity(new FindingTraits(record)) > 0 ? "yes" : "no";
}

/// <summary>What one side of a contradiction says.</summary>
/// <param name="Word"><c>yes</c>, <c>no</c> or a figure.</param>
public sealed record ContradictingSide(string Word, ImmutableArray<CitedRecord> Records);
