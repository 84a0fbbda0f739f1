using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Views.Boards;

/// <summary>What the record says to "for the first time".</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Of">The record in the same sentence that it is made of; null where the record has none: then nothing can be tested.</param>
/// <param name="Earlier">Records of the same kind and parties on an earlier day, the oldest first.</param>
/// <param name="Searched">Documents dated before the claim's, within its "since".</param>
/// <param name="From">The day of the oldest of them.</param>
public sealed record NoveltyCheck(BoardItem Claim, BoardItem? Of, ImmutableArray<BoardItem> Earlier, int Searched, LocalDate? From)
{
    private const int DaysApart = 3; // reports of the same thing stand this near to each other

    /// <summary>Every claim of a first time, the latest first.</summary>
    public static ImmutableArray<NoveltyCheck> All(Board board) => [.. board.View("novelties", Make)];

    private static IReadOnlyList<NoveltyCheck> Make(Board board)
    {
        ILookup<string, BoardItem> byKind = board.Items.Where(i => i.Kind is not ("statement" or "novelty" or "forecast")).ToLookup(i => i.Kind, StringComparer.Ordinal);
        LocalDate[] days = [.. board.Documents.Select(d => CitedRecord.DayOf(d.Document.Reading?.Published)).OfType<LocalDate>().Order()];
        return [.. board.Documents.SelectMany(d => d.Items.Where(i => i.Kind == "novelty").Select(claim => Check(claim, d, byKind, days)))
            .OrderByDescending(c => c.Claim.Cited.Reported ?? LocalDate.MinIsoValue)];
    }

    private static NoveltyCheck Check(BoardItem claim, DocumentBoard document, ILookup<string, BoardItem> byKind, LocalDate[] days)
    {
        LocalDate? since = TimeSpot.Of(claim.Cited.Time("since"))?.FirstDay;
        LocalDate? until = claim.Cited.Reported;
        LocalDate[] searched = [.. days.Where(d => d < until && !(d < since))];
        BoardItem? of = document.Items.Where(i => i.Kind is not ("statement" or "novelty" or "forecast") && Overlap(i.Cited.Evidence, claim.Cited.Evidence) && i.Parties.Length > 0)
            .OrderBy(i => i.Cited.Finding!.Factuality != Factuality.Actual).ThenByDescending(i => i.Parties.Length).FirstOrDefault();
        ImmutableArray<BoardItem> earlier = of?.When is not { } when ? [] : [.. byKind[of.Kind].Where(i => IsSameKind(i, of) && i.When is { } then && then.LastDay.PlusDays(DaysApart) < when.FirstDay && !(then.FirstDay < since))
            .OrderBy(i => i.When!.Value.From)];
        return new(claim, of, earlier, searched.Length, searched.Length == 0 ? null : searched[0]);
    }

    /// <summary>The same act (a plan is no meeting held), by every party that the claim's record names, on an issue in common if it names one.</summary>
    private static bool IsSameKind(BoardItem item, BoardItem of) =>
        item.Cited.Finding!.Factuality is null or Factuality.Actual
        && Word(item) == Word(of)
        && of.Parties.All(p => item.Parties.Any(other => other.Key == p.Key))
        && (of.Issues.IsEmpty || of.Issues.Intersect(item.Issues).Any());

    private static string? Word(BoardItem item) => item.Cited.Finding!.Slots.Where(s => s.Name is "act" or "stance" or "status").Select(s => (s.Value as SlotValue.Word)?.Value).FirstOrDefault();

    private static bool Overlap(Passage left, Passage right) => left.Start < right.End && right.Start < left.End;
}
