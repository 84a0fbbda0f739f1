using System.Collections.Immutable;
using Dragoman.Record.Views;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Record.Processes;

/// <summary>
/// Files a record under its document's process, unless its own words and actors are of another one alone: what a mediator demands of a
/// third state is no part of the talks that the article is about.
/// </summary>
internal sealed class RecordPlacer(ImmutableArray<PeaceProcess> processes, TermTable terms, ImmutableArray<Membership> memberships)
{
    private static readonly ImmutableArray<PlacingSign> ByDocument = [new(PlacingReason.Document, "", 1)];
    private static readonly RecordPlace Aside = new(null, false, []);

    public RecordPlace Place(CitedRecord record)
    {
        if (memberships.IsEmpty) return Aside;
        ILookup<int, Term> named = terms.In(WordPattern.Fold(record.Evidence.Words)).ToLookup(term => term.Process);
        ImmutableArray<Actor> actors = [.. record.AllActors];
        foreach (Membership membership in memberships)
        {
            if (Signs(IndexOf(membership.Process), actors, named) is { IsEmpty: false } signs) return new(membership.Process, membership != memberships[0], signs);
        }

        PeaceProcess first = processes[IndexOf(memberships[0].Process)];
        for (int i = 0; i < processes.Length; i++)
        {
            if (!processes[i].Covers(record.Reported)) continue;
            ImmutableArray<PlacingSign> signs = [.. Signs(i, [.. actors.Where(a => first.PartyOf(a) is null)], named).Where(sign => !IsIn(first, processes[i], sign))];
            if (signs.Any(sign => sign.Reason != PlacingReason.Actor)) return new(processes[i].Key, true, signs); // its words name the other; who speaks is not enough
        }

        return new(first.Key, false, ByDocument);
    }

    /// <summary>Whether the sign is somebody who has a part in the document's own process too.</summary>
    private static bool IsIn(PeaceProcess first, PeaceProcess other, PlacingSign sign) =>
        sign.Reason is PlacingReason.Actor or PlacingReason.Party && other.Parties.First(p => p.Id == sign.What) is var party
        && first.Parties.Any(p => (p.Country is not null && p.Country == party.Country) || party.Names.ByLanguage.Values.Any(names => names.Any(p.Names.Holds)));

    private int IndexOf(string process) => processes.IndexOf(processes.First(p => p.Key == process));

    /// <summary>The sides of the process that the record is about or its words name, and the process's own places and words in it.</summary>
    private ImmutableArray<PlacingSign> Signs(int process, ImmutableArray<Actor> actors, ILookup<int, Term> named) =>
        [.. actors.Select(processes[process].PartyOf).OfType<Party>().Where(p => p.IsPrincipal).Select(p => p.Id).Distinct(StringComparer.Ordinal)
            .Select(id => new PlacingSign(PlacingReason.Actor, id, 1)),
         .. named[process].Distinct().Select(term => new PlacingSign(DocumentSigns.ReasonOf(term.Kind), term.Label, 1))];
}
