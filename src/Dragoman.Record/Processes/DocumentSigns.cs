using System.Collections.Immutable;
using Dragoman.Record.Views;

namespace Dragoman.Record.Processes;

/// <summary>What in a document speaks for its belonging to one process.</summary>
internal sealed class DocumentSigns
{
    private const int WeightOfATitle = 3; // signs that a term in the title is worth
    private const int LeastWeight = 4; // signs, each as often as it occurs: a passing mention is none

    public DocumentSigns(PeaceProcess process, DocumentState document, IEnumerable<Term> terms, IEnumerable<Term> titled)
    {
        ImmutableArray<PlacingSign> actors = Actors(process, document);
        ImmutableArray<PlacingSign> named = Named(terms);
        Membership = Belongs(actors, named, titled.Any()) ? new(process.Key, actors.Concat(named).Sum(s => s.Count) + (WeightOfATitle * titled.Count()), [.. actors, .. named]) : null;
    }

    /// <summary>Null where too little speaks for it.</summary>
    public Membership? Membership { get; }

    /// <summary>
    /// Two sides of the conflict, both more than in passing or with a place or word of the process's own; one that acts or speaks, with two such
    /// places or words; three of these without any side; or, where the title has one of its terms, two terms.
    /// </summary>
    private static bool Belongs(ImmutableArray<PlacingSign> actors, ImmutableArray<PlacingSign> named, bool isTitled)
    {
        if (actors.Concat(named).Sum(s => s.Count) < LeastWeight) return false;
        int own = named.Count(s => s.Reason != PlacingReason.Party);
        ILookup<string, int> sides = actors.Concat(named.Where(s => s.Reason == PlacingReason.Party)).ToLookup(s => s.What, s => s.Count, StringComparer.Ordinal);
        bool several = sides.Count >= 2 && (own > 0 || (actors.Length > 0 && sides.Count(side => side.Max() > 1) >= 2));
        return several || (actors.Length > 0 && own >= 2) || own >= 3 || (isTitled && own + sides.Count >= 2);
    }

    private static ImmutableArray<PlacingSign> Actors(PeaceProcess process, DocumentState document) =>
        [.. (document.Reading?.Actors ?? [])
            .Select(actor => (Party: process.PartyOf(actor), actor.Mentions.Length)).Where(pair => pair.Party is { IsPrincipal: true })
            .GroupBy(pair => pair.Party!.Id, StringComparer.Ordinal)
            .Select(side => new PlacingSign(PlacingReason.Actor, side.Key, side.Sum(pair => Math.Max(1, pair.Length))))];

    private static ImmutableArray<PlacingSign> Named(IEnumerable<Term> terms) =>
        [.. terms.GroupBy(term => (term.Kind, term.Label)).Select(same => new PlacingSign(ReasonOf(same.Key.Kind), same.Key.Label, same.Count()))
            .OrderBy(sign => sign.Reason).ThenBy(sign => sign.What, StringComparer.Ordinal)];

    internal static PlacingReason ReasonOf(TermKind kind) => kind switch
    {
        TermKind.Party => PlacingReason.Party,
        TermKind.Place => PlacingReason.Place,
        _ => PlacingReason.Word,
    };
}
