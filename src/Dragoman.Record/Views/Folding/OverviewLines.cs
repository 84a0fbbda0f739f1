using System.Collections.Immutable;

namespace Dragoman.Record.Views.Folding;

/// <summary>Makes the overview's lines from its index and the state that the index is of.</summary>
internal sealed class OverviewLines(LedgerState state, OverviewIndex.Frozen index)
{
    public Listing<CitedRecord> Shelf(string name) => Listing(index.Shelf(name));

    public Listing<AnsweredProposal> Proposals()
    {
        ImmutableSortedSet<Rank> shelf = index.Shelf(OverviewShelf.Proposals);
        return new(shelf.Count, i => new(Record(shelf[i]), Answers(shelf[i].Key)));
    }

    /// <summary>The claimants with most claims first, then by their keys; claims whose claimant is not named at the end.</summary>
    public ImmutableArray<ClaimantColumn> Claims() =>
        [.. index.Shelves.Where(shelf => shelf.Key.StartsWith(OverviewShelf.Claims, StringComparison.Ordinal))
            .OrderBy(shelf => shelf.Key.Length == OverviewShelf.Claims.Length).ThenByDescending(shelf => shelf.Value.Count).ThenBy(shelf => shelf.Key, StringComparer.Ordinal)
            .Select(shelf => new ClaimantColumn(Record(shelf.Value[0].First).Actors("claimant").FirstOrDefault(), Listing(shelf.Value)))];

    public Listing<Voice> Voices() => new(index.Voices.Count, i =>
    {
        CitedRecord latest = Record(index.Speakers[index.Voices[i].Speaker].Max);
        return new(latest.ActorOf(latest.Statement!.Speaker)!, latest, index.Voices[i].Count);
    });

    /// <summary>The first finding of a group, with the others as its repeats.</summary>
    public CitedRecord Record(Rank rank) => Record(rank.First) with { Repeats = [.. index.Groups[rank.Key].Skip(1).Select(Record)] };

    private Listing<Answer> Answers(UInt128 proposal)
    {
        ImmutableSortedSet<AnswerRank> answers = index.Answers.GetValueOrDefault(proposal, AnswerRank.None);
        return new(answers.Count, i => new(Record(answers[i].Response), answers[i].IsCited));
    }

    private CitedRecord Record(Member member)
    {
        DocumentState document = state.Documents[member.Document];
        return new(document, document.All[member.Record]);
    }

    private Listing<CitedRecord> Listing(ImmutableSortedSet<Rank> shelf) => new(shelf.Count, i => Record(shelf[i]));
}
