using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Views.Boards;

/// <summary>A record that may show how something turned out, with what they have in common.</summary>
/// <param name="Item">The record.</param>
/// <param name="Shared">The parties and words in common, for people.</param>
/// <param name="Weight">The more, the nearer: words count by how rare they are among the records compared.</param>
public sealed record Bearing(BoardItem Item, ImmutableArray<string> Shared, double Weight);

/// <summary>
/// Finds the records that bear on a forecast or a plan: reported after it, about the same parties or in the same words. They are proposed, never
/// taken for an answer.
/// </summary>
public sealed class BearingFinder(Board board)
{
    private const int Most = 6;
    private const int ShortestWord = 4; // letters; shorter ones are mostly grammar

    private static readonly string[] Outcomes = ["ceasefire", "agreement", "meeting", "response", "violation", "proposal"];

    /// <param name="item">The forecast or plan.</param>
    /// <param name="words">What was to come about.</param>
    /// <param name="until">Last day that counts; null for no end.</param>
    /// <returns>The nearest first.</returns>
    public ImmutableArray<Bearing> Find(BoardItem item, string words, LocalDate? until)
    {
        if (item.Cited.Reported is not { } made) return [];
        BoardItem[] later = [.. board.Items.Where(i => Outcomes.Contains(i.Kind) && i.Cited.Reported is { } day && day > made && (until is null || i.When?.FirstDay <= until.Value.PlusDays(ReportLag)))];
        HashSet<string> sought = [.. Words(words)];
        HashSet<string> actors = [.. item.Involved.Select(ActorKey.Of)];
        List<(BoardItem Item, string[] Words, string[] Actors)> alike = [];
        Dictionary<string, int> rarity = new(StringComparer.Ordinal);
        foreach (BoardItem other in later)
        {
            string[] shared = [.. Words(other.Cited.Evidence.Words).Where(sought.Contains).Distinct(StringComparer.Ordinal)];
            foreach (string word in shared) rarity[word] = rarity.GetValueOrDefault(word) + 1;
            string[] known = [.. other.Involved.Where(a => actors.Contains(ActorKey.Of(a))).Select(a => a.Name)];
            if (shared.Length > 0 || known.Length > 1) alike.Add((other, shared, known));
        }

        return [.. alike.Select(a => new Bearing(a.Item, [.. a.Actors, .. a.Words], a.Actors.Length + a.Words.Sum(w => Math.Log2(1 + ((double)later.Length / rarity[w])))))
            .OrderByDescending(b => b.Weight).ThenBy(b => b.Item.Cited.Reported).ThenBy(b => b.Item.Id, StringComparer.Ordinal)
            .DistinctBy(b => b.Item.Cited.Evidence.Words, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>Days after the horizon within which it is still written about.</summary>
    private const int ReportLag = 7;

    private static IEnumerable<string> Words(string text) => WordPattern.Fold(text).Where(w => w.Length >= ShortestWord);
}
