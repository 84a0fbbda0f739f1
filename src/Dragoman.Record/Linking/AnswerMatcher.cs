using Dragoman.Record.Entries;

namespace Dragoman.Record.Linking;

/// <summary>Tells whether a response answers a proposal of another document: it names the one who made it, has words of it, and comes soon after.</summary>
internal static class AnswerMatcher
{
    private const int DaysOfAnAnswer = 10;
    private const int WordsInCommon = 2; // longer ones, beside the name

    /// <summary>The link, or null.</summary>
    /// <param name="response">The response.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="daysAfter">Days from the proposal's document to the response's; null if one is undated.</param>
    public static Link? Match(FindingTraits response, FindingTraits proposal, int? daysAfter)
    {
        if (response.Kind != FindingKind.Response || proposal.Kind != FindingKind.Proposal || daysAfter is not (>= 0 and <= DaysOfAnAnswer)) return null;
        if (response.Leaders.Length == 0 || response.Leaders.Intersect(proposal.Leaders, StringComparer.Ordinal).Any()) return null;
        if (proposal.Names.FirstOrDefault(response.Object.Contains) is not { } name) return null;
        string[] words = [.. response.Object.Where(word => word != name && proposal.Object.Contains(word)).Order(StringComparer.Ordinal)];
        if (words.Length < WordsInCommon) return null;
        string why = $"names {name}, on {string.Join(", ", words)}";
        return new(LinkRelation.Answers, new(response.Record.Document.Id, response.Record.Record.Id), new(proposal.Record.Document.Id, proposal.Record.Record.Id), why);
    }
}
