using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;

namespace Dragoman.Record.Views;

/// <summary>Puts records together that tell of one thing: equal in every slot, or linked as the same. Each keeps its own values.</summary>
public sealed class RecordGroups
{
    private readonly Grouping _groups = new();

    /// <param name="records">In order of filing; the first of a group leads it.</param>
    /// <param name="links">Those that hold.</param>
    public RecordGroups(IEnumerable<CitedRecord> records, IEnumerable<Link> links)
    {
        Dictionary<string, string> firstOf = new(StringComparer.Ordinal);
        foreach (CitedRecord record in records)
        {
            _groups.Add(record.Record.Id);
            if (record.Finding is null) continue;
            string key = RepeatFolder.KeyOf(record);
            if (!firstOf.TryAdd(key, record.Record.Id)) _groups.Join(firstOf[key], record.Record.Id);
        }

        foreach (Link link in links.Where(link => link is { Relation: LinkRelation.Same, IsPossible: false, From.Record: not null, To.Record: not null }))
            if (_groups.Holds(link.From.Record!) && _groups.Holds(link.To.Record!)) _groups.Join(link.From.Record!, link.To.Record!);
    }

    /// <summary>Each group by its first record, the others as its <see cref="CitedRecord.Repeats"/>; in order of the firsts.</summary>
    public ImmutableArray<CitedRecord> Fold(IEnumerable<CitedRecord> records) =>
        [.. records.GroupBy(r => _groups.LeaderOf(r.Record.Id), StringComparer.Ordinal).Select(same => same.First() with { Repeats = [.. same.Skip(1)] })];
}
