using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;

namespace Dragoman.Record.Views;

/// <summary>A proposal with the answers to it.</summary>
public sealed record AnsweredProposal(CitedRecord Proposal, Listing<Answer> Answers);

/// <summary>A response, and whether its own words point to the proposal (or it is only the nearest one before it in the text).</summary>
public sealed record Answer(CitedRecord Response, bool IsCited)
{
    /// <summary>Why it is taken for an answer to a proposal of another document; null within one.</summary>
    public string? Why { get; init; }
}

/// <summary>
/// Links responses to proposals: to the proposal whose words a response cites; else to the nearest proposal of another actor before it in the document,
/// which is marked as such; else to one of another document that it is linked with.
/// </summary>
internal static class ProposalLinker
{
    /// <returns>The proposals, the latest first, and the responses that belong to none.</returns>
    public static (ImmutableArray<AnsweredProposal> Proposals, ImmutableArray<CitedRecord> Others) Link(
        ImmutableArray<CitedRecord> proposals, IEnumerable<CitedRecord> responses, IEnumerable<Link> links)
    {
        ILookup<string, Link> answers = links.Where(l => l.Relation == LinkRelation.Answers && l.From.Record is not null).ToLookup(l => l.From.Record!, StringComparer.Ordinal);
        List<Answer>[] found = [.. proposals.Select(_ => new List<Answer>())];
        ImmutableArray<CitedRecord>.Builder others = ImmutableArray.CreateBuilder<CitedRecord>();
        foreach (CitedRecord response in responses)
        {
            int cited = Find(proposals, proposal => Cites(response, proposal));
            int index = cited >= 0 ? cited : Nearest(proposals, response);
            Link? link = index < 0 ? answers[response.Record.Id].FirstOrDefault() : null;
            if (link is not null) index = Find(proposals, proposal => proposal.Record.Id == link.To.Record);
            if (index >= 0) found[index].Add(new(response, cited >= 0) { Why = link?.Why });
            else others.Add(response);
        }

        IEnumerable<AnsweredProposal> linked = proposals.Select((proposal, i) => new AnsweredProposal(proposal, Listing.Of([.. found[i]])));
        return ([.. linked.OrderByDescending(p => p.Proposal.Reported ?? NodaTime.LocalDate.MinIsoValue)], others.ToImmutable());
    }

    private static int Find(ImmutableArray<CitedRecord> proposals, Func<CitedRecord, bool> holds)
    {
        for (int i = 0; i < proposals.Length; i++)
            if (holds(proposals[i]) || proposals[i].Repeats.Any(holds)) return i;
        return -1;
    }

    /// <param name="proposals">Those of the response's document, in text order.</param>
    /// <param name="response">The response.</param>
    /// <returns>The place of the proposal that it answers, or -1 for none; and whether its own words point there.</returns>
    public static (int Index, bool IsCited) Find(ImmutableArray<CitedRecord> proposals, CitedRecord response)
    {
        int cited = Find(proposals, proposal => Cites(response, proposal));
        return cited >= 0 ? (cited, true) : (Nearest(proposals, response), false);
    }

    private static bool Cites(CitedRecord response, CitedRecord proposal)
    {
        if (response.Document.Id != proposal.Document.Id || response.Text("to") is not { } to) return false;
        Passage words = proposal.Text("content") ?? proposal.Finding!.Anchor;
        return Overlap(to, words) || Overlap(to, proposal.Finding!.Anchor);
    }

    private static int Nearest(ImmutableArray<CitedRecord> proposals, CitedRecord response)
    {
        int best = -1;
        int bestStart = -1;
        int before = response.Finding!.Anchor.Start;
        HashSet<string> responder = [.. response.Actors("by").Select(ActorKey.Of)];
        for (int i = 0; i < proposals.Length; i++)
        {
            foreach (CitedRecord proposal in proposals[i].Repeats.Prepend(proposals[i]))
            {
                int start = proposal.Finding!.Anchor.Start;
                if (proposal.Document.Id != response.Document.Id || start >= before || start <= bestStart) continue;
                if (proposal.Actors("by").Select(ActorKey.Of).Any(responder.Contains)) continue;
                (best, bestStart) = (i, start);
            }
        }

        return best;
    }

    private static bool Overlap(Passage left, Passage right) => left.Start < right.End && right.Start < left.End;
}
