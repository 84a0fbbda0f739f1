using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Record.Linking;

/// <summary>
/// Proposes which people of different documents are one: those whom <c>world/actors</c> does not list and who have the same full name; a surname
/// alone may be somebody who is named in full elsewhere. Links lead to the document filed first, so that there are no more of them than mentions.
/// </summary>
public static class ActorLinker
{
    private const int MostNamesakes = 5;

    /// <param name="documents">In order of filing.</param>
    public static ImmutableArray<Link> Link(IEnumerable<DocumentState> documents)
    {
        Dictionary<string, LinkEnd> firsts = new(StringComparer.Ordinal); // by full name, in order
        ImmutableArray<Link>.Builder links = ImmutableArray.CreateBuilder<Link>();
        List<(LinkEnd End, string Surname, string Name)> alone = [];
        foreach (DocumentState document in documents)
        {
            foreach (Actor actor in (document.Reading?.Actors ?? []).Where(a => a.Kind == ActorKind.Person).DistinctBy(IdentityKey.Of))
            {
                LinkEnd end = new(document.Id, Actor: IdentityKey.Of(actor));
                IReadOnlyList<string> words = WordPattern.Fold(actor.Name);
                if (words.Count == 1 && actor.World is null) alone.Add((end, words[0], actor.Name));
                else if (words.Count > 1 && !firsts.TryAdd(end.Actor!, end) && actor.World is null)
                    links.Add(new(LinkRelation.Same, end, firsts[end.Actor!], $"{actor.Name}: same full name"));
            }
        }

        ILookup<string, LinkEnd> bySurname = firsts.ToLookup(pair => pair.Key[(pair.Key.LastIndexOfAny([' ', '-']) + 1)..], pair => pair.Value, StringComparer.Ordinal);
        links.AddRange(alone.SelectMany(one => bySurname[one.Surname].Where(o => o.Document != one.End.Document).Take(MostNamesakes)
            .Select(other => new Link(LinkRelation.Same, one.End, other, $"{one.Name}: the surname alone", IsPossible: true))));
        return links.ToImmutable();
    }
}
