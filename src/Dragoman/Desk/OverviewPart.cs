using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Desk;

/// <summary>A section of the overview as a list with pages of its own.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Count">How many lines it has.</param>
/// <param name="Line">Makes a line.</param>
public sealed record OverviewPart(string Key, string Title, int Count, Func<int, CitedRecord> Line)
{
    /// <summary>Lines on one page.</summary>
    public const int Lines = 100;

    public string Address => "/process/" + Key;

    public int LastPage => Math.Max(1, (Count + Lines - 1) / Lines);

    /// <param name="page">From 1.</param>
    public IEnumerable<CitedRecord> OnPage(int page) => new Listing<CitedRecord>(Count, Line).Part((page - 1) * Lines, Lines);

    /// <summary>The sections of an overview.</summary>
    public static IEnumerable<OverviewPart> Of(ProcessOverview overview) =>
    [
        Part("ceasefires", "Ceasefires", overview.Ceasefires),
        Part("ahead", "Ahead", overview.Ahead),
        new("proposals", "Proposals", overview.Proposals.Count, i => overview.Proposals[i].Proposal),
        new("voices", "Who said what last", overview.Voices.Count, i => overview.Voices[i].Latest),
        Part("conditions", "Conditions", overview.Conditions),
        Part("agreements", "Agreements", overview.Agreements),
        Part("forecasts", "Forecasts", overview.Forecasts),
        Part("novelties", "Said to be the first time", overview.Novelties),
        Part("held", "Meetings held", overview.Held),
        Part("passed", "Their day has passed", overview.Passed),
        Part("called-off", "Called off", overview.CalledOff),
        Part("responses", "Other responses", overview.OtherResponses),
        .. overview.Claims.Select(column => Part(KeyOf(column), "Claims of violations: " + (column.Claimant is { } claimant ? Pages.Phrasing.NameOf(claimant) : "claimant not named"), column.Claims)),
    ];

    /// <summary>The name of a claimant's list: from the claimant, not from its place, which changes.</summary>
    public static string KeyOf(ClaimantColumn column) => "claims-" + (column.Claimant is { } claimant ? ContentId.Document(ActorKey.Of(claimant)) : "unnamed");

    private static OverviewPart Part(string key, string title, Listing<CitedRecord> records) => new(key, title, records.Count, i => records[i]);
}
