using System.Collections.Immutable;
using Dragoman.Storage.Export.Tables;

namespace Dragoman.Storage.Releases;

/// <summary>An id that a release had and a later one has not: it is never given to anything else.</summary>
/// <param name="Last">The last version that had it.</param>
public sealed record Tombstone(string Id, string Table, string Last, string Why);

/// <summary>The ids that vanished in any release up to this one.</summary>
internal static class Tombstones
{
    private const string Name = "tombstones";
    private const string Unknown = "not known";

    /// <summary>Those of the release before, without those that came back, and what it had and this one has not.</summary>
    public static ImmutableArray<Tombstone> Of(string previousFolder, RecordSnapshot previous, RecordSnapshot now, ImmutableArray<Change> changes) =>
    [
        .. Read(previousFolder).Where(stone => !now.Rows.ContainsKey(stone.Id))
            .Concat(changes.Where(c => c.Kind == ChangeKind.Removed).Select(c => new Tombstone(c.Row.Id, c.Row.Table, previous.Name, c.Why ?? Unknown)))
            .OrderBy(stone => stone.Id, StringComparer.Ordinal),
    ];

    public static ImmutableArray<Tombstone> Read(string folder) =>
        [.. RecordSnapshot.CsvOf(folder, Name).Select(row => new Tombstone(row["row_id"], row["table_name"], row["last_version"], row["why"]))];

    public static Table Tabulate(ImmutableArray<Tombstone> stones) => new TableMaker<Tombstone>()
        .Text("row_id", "The id that is gone.", t => t.Id)
        .Text("table_name", "The table that it stood in.", t => t.Table)
        .Text("last_version", "The last release that had it.", t => t.Last)
        .Text("why", "Why it went.", t => t.Why)
        .Make(Name, "An id of an earlier release that this one no longer has.", stones);
}
