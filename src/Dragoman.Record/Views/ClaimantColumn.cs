using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Views;

/// <summary>What one side claims about violations.</summary>
/// <param name="Claimant">Null where the text does not say who claims it.</param>
/// <param name="Claims">The latest first; never added up.</param>
public sealed record ClaimantColumn(Actor? Claimant, Listing<CitedRecord> Claims)
{
    /// <summary>One column a claimant in order of their first claim; unknown claimants last.</summary>
    public static ImmutableArray<ClaimantColumn> Of(IEnumerable<CitedRecord> violations) =>
        [.. violations.GroupBy(v => v.Actors("claimant").FirstOrDefault() is { } actor ? ActorKey.Of(actor) : "")
            .OrderBy(g => g.Key.Length == 0)
            .Select(g => new ClaimantColumn(g.First().Actors("claimant").FirstOrDefault(), Listing.Of([.. g.OrderByDescending(v => v.Reported ?? LocalDate.MinIsoValue)])))];
}

/// <summary>A speaker with what they said last.</summary>
/// <param name="Speaker">Whom the statements are by.</param>
/// <param name="Latest">Their latest statement.</param>
/// <param name="Count">How many statements of theirs are on record.</param>
public sealed record Voice(Actor Speaker, CitedRecord Latest, int Count)
{
    /// <summary>By day of the latest statement's document, the latest first; then by number of statements. Statements without a speaker are left out.</summary>
    public static ImmutableArray<Voice> Of(IEnumerable<CitedRecord> statements) =>
        [.. statements.Select(s => (Speaker: s.ActorOf(s.Statement!.Speaker), Said: s)).Where(pair => pair.Speaker is not null)
            .GroupBy(pair => ActorKey.Of(pair.Speaker!), pair => (Speaker: pair.Speaker!, pair.Said))
            .Select(same => Of([.. same]))
            .OrderByDescending(v => v.Latest.Reported ?? LocalDate.MinIsoValue).ThenByDescending(v => v.Count)];

    private static Voice Of((Actor Speaker, CitedRecord Said)[] same)
    {
        (Actor speaker, CitedRecord said) = same.OrderBy(pair => pair.Said.Reported ?? LocalDate.MinIsoValue).Last();
        return new(speaker, said, same.Length);
    }
}
