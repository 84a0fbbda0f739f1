using System.Collections.Immutable;
using Dragoman.Record.Entries;
using NodaTime;

namespace Dragoman.Record.Views.Boards;

/// <summary>A named actor of the record.</summary>
public sealed record ActorEntry
{
    /// <summary>An <see cref="ActorKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>As in addresses: the id in the world data, or else 16 digits made of the key.</summary>
    public string Slug => SlugOf(Key);

    /// <summary>As it stands in its first document.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The world's name for it, or else the first document's.</summary>
    public required string Name { get; init; }

    /// <summary>Other names by which texts call it, in ordinal order.</summary>
    public required ImmutableArray<string> Aliases { get; init; }

    /// <summary>Offices and roles that texts give.</summary>
    public required ImmutableArray<string> Roles { get; init; }

    public required ImmutableArray<BoardItem> Statements { get; init; }

    /// <summary>Findings that refer to it, by time.</summary>
    public required ImmutableArray<BoardItem> Findings { get; init; }

    public required int Documents { get; init; }

    public static string SlugOf(string key) => key.StartsWith("world:", StringComparison.Ordinal) ? key[6..] : ContentId.Document(key);
}

/// <summary>Every named actor that a statement or finding refers to.</summary>
/// <param name="Actors">Those that most records refer to first.</param>
/// <param name="BySlug">The same by <see cref="ActorEntry.Slug"/>.</param>
public sealed record ActorIndex(ImmutableArray<ActorEntry> Actors, ImmutableDictionary<string, ActorEntry> BySlug)
{
    public static ActorIndex Of(Board board) => board.View("actors", Make);

    private static ActorIndex Make(Board board)
    {
        Dictionary<string, (Actor First, HashSet<string> Names, HashSet<string> Roles, List<BoardItem> Items)> found = new(StringComparer.Ordinal);
        foreach (BoardItem item in board.Items)
        {
            foreach (Actor actor in item.Involved)
            {
                string key = ActorKey.Of(actor);
                if (!found.TryGetValue(key, out var entry)) found.Add(key, entry = (actor, new(StringComparer.Ordinal), new(StringComparer.OrdinalIgnoreCase), []));
                entry.Names.UnionWith(actor.Aliases.Append(actor.Name));
                entry.Roles.UnionWith(actor.Roles);
                entry.Items.Add(item);
            }
        }

        ImmutableArray<ActorEntry> actors = [.. found.Select(pair => Entry(board, pair.Key, pair.Value.First, pair.Value.Names, pair.Value.Roles, pair.Value.Items))
            .OrderByDescending(a => a.Statements.Length + a.Findings.Length).ThenBy(a => a.Key, StringComparer.Ordinal)];
        return new(actors, actors.ToImmutableDictionary(a => a.Slug, StringComparer.Ordinal));
    }

    private static ActorEntry Entry(Board board, string key, Actor first, HashSet<string> names, HashSet<string> roles, List<BoardItem> items)
    {
        string name = board.World.Parties.Find(first.World)?.Name ?? first.Name;
        BoardItem[] ordered = [.. items.OrderBy(i => i.When is null).ThenByDescending(i => i.When?.From ?? default(LocalDateTime))];
        return new()
        {
            Key = key,
            Actor = first,
            Name = name,
            Aliases = [.. names.Where(n => n != name).Order(StringComparer.Ordinal)],
            Roles = [.. roles.Order(StringComparer.Ordinal)],
            Statements = [.. ordered.Where(i => i.Cited.Statement is not null)],
            Findings = [.. ordered.Where(i => i.Cited.Finding is not null)],
            Documents = items.Select(i => i.Cited.Document.Id).Distinct(StringComparer.Ordinal).Count(),
        };
    }
}
