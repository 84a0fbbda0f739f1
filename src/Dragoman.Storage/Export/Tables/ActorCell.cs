using System.Collections.Immutable;
using Dragoman.Record;

namespace Dragoman.Storage.Export.Tables;

/// <summary>A list of actors as one cell, and back: names with "; " between them, each with its id in brackets where the name alone would not tell.</summary>
public static class ActorCell
{
    private const string Between = "; ";

    public static string Write(IEnumerable<Actor> actors, ImmutableArray<Actor> known) => string.Join(Between, actors.Select(actor => Write(actor, known)));

    /// <summary>The ids of the actors that a cell names.</summary>
    /// <exception cref="FormatException">A name is none of the document's actors, or is that of several.</exception>
    public static ImmutableArray<string> Read(string cell, ImmutableArray<Actor> known) =>
        [.. cell.Split(';').Select(name => name.Trim()).Where(name => name.Length > 0).Select(name => Find(name, known)).Distinct(StringComparer.Ordinal)];

    private static string Write(Actor actor, ImmutableArray<Actor> known) =>
        actor.Name.Contains(';', StringComparison.Ordinal) ? $"[{actor.Id}]"
        : known.Count(other => other.Name == actor.Name) > 1 ? $"{actor.Name} [{actor.Id}]"
        : actor.Name;

    private static string Find(string name, ImmutableArray<Actor> known)
    {
        if (known.FirstOrDefault(actor => name.EndsWith($"[{actor.Id}]", StringComparison.Ordinal)) is { } told) return told.Id;
        Actor[] same = [.. known.Where(actor => actor.Name == name)];
        if (same.Length == 0) same = [.. known.Where(actor => actor.Aliases.Contains(name))];
        return same.Length switch
        {
            1 => same[0].Id,
            0 => throw new FormatException($"'{name}' is no actor of this document; it has: {string.Join(Between, known.Select(actor => Write(actor, known)))}"),
            _ => throw new FormatException($"'{name}' is the name of several actors; add the id: {string.Join(" or ", same.Select(actor => $"{actor.Name} [{actor.Id}]"))}"),
        };
    }
}
