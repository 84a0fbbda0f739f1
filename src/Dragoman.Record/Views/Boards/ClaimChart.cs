using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Views.Boards;

/// <summary>A figure as one side gives it.</summary>
/// <param name="Item">The record.</param>
/// <param name="Count">The number claimed; null for a claim without one.</param>
/// <param name="Accused">By whom it is said to have been done, for people; null if the text does not say.</param>
public sealed record ClaimPoint(BoardItem Item, long? Count, string? Accused);

/// <summary>One side's claims, the oldest first. Claims of different sides are never put together, and none are added up.</summary>
/// <param name="Claimant">Null where the text does not say who claims it.</param>
public sealed record ClaimSeries(Party? Claimant, ImmutableArray<ClaimPoint> Points)
{
    public string Name => Claimant?.Name ?? "Claimant not named";
}

/// <summary>A ceasefire as a stretch of time: from its start to its end, as far as they are known.</summary>
/// <param name="Item">The first record of it.</param>
/// <param name="From">Its start.</param>
/// <param name="Until">Its end, exclusive; null where that is not known.</param>
public sealed record CeasefireSpan(BoardItem Item, LocalDateTime From, LocalDateTime? Until);

/// <summary>Claims of violations by claimant, against the ceasefires.</summary>
/// <param name="Series">Those with most figures first; unnamed claimants last.</param>
/// <param name="Ceasefires">By start; the same stretch once.</param>
public sealed record ClaimChart(ImmutableArray<ClaimSeries> Series, ImmutableArray<CeasefireSpan> Ceasefires)
{
    public static ClaimChart Of(Board board) => board.View("claims", Make);

    private static ClaimChart Make(Board board)
    {
        BoardItem[] claims = [.. board.OfKind("violation")];
        Dictionary<string, BoardItem> byId = [];
        foreach (BoardItem claim in claims) byId.TryAdd(claim.Id, claim);
        IEnumerable<BoardItem> folded = RepeatFolder.Fold(byId.Values.Select(c => c.Cited)).Select(c => byId[c.Record.Id].With(c));
        return new(
            [.. folded.GroupBy(c => c.Parties.FirstOrDefault()?.Key ?? "", StringComparer.Ordinal).Select(SeriesOf)
                .OrderBy(s => s.Claimant is null).ThenByDescending(s => s.Points.Count(p => p.Count is not null)).ThenBy(s => s.Claimant?.Key, StringComparer.Ordinal)],
            [.. board.OfKind("ceasefire").Select(SpanOf).OfType<CeasefireSpan>().OrderBy(s => s.From).ThenBy(s => s.Until).DistinctBy(s => (s.From, s.Until))]);
    }

    private static ClaimSeries SeriesOf(IGrouping<string, BoardItem> claims) => new(
        claims.First().Parties.FirstOrDefault(),
        [.. claims.OrderBy(c => c.When is null).ThenBy(c => c.When?.From).ThenBy(c => c.Reported?.From).Select(c => new ClaimPoint(c, c.Cited.Number("count"), Names(c)))]);

    private static string? Names(BoardItem claim) => string.Join(", ", claim.Cited.Actors("accused").Select(a => a.Name).Distinct(StringComparer.Ordinal)) is { Length: > 0 } names ? names : null;

    /// <summary>Null for what was only planned or denied, has no start of its own, or speaks of an end alone.</summary>
    private static CeasefireSpan? SpanOf(BoardItem ceasefire) =>
        ceasefire.Cited.Finding!.Factuality is Factuality.Actual && ceasefire.Cited.Word("act") is "announced" or "agreed" or "in-effect" or "extended"
        && ceasefire.When is { Basis: TimeBasis.Own, IsVague: false } start
            ? new(ceasefire, start.From, ceasefire.LastsUntil)
            : null;
}
