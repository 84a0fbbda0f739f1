using System.Collections.Immutable;
using Dragoman.Record.Linking;
using Dragoman.Record.Processes;
using Dragoman.Record.Views.Folding;
using NodaTime;

namespace Dragoman.Record.Views;

/// <summary>The process at a glance: what its documents report, rejected records left out, each line cited. A pure function of the ledger's state;
/// of a large ledger it is kept up as the ledger grows, and its lines are made when they are asked for.</summary>
public sealed record ProcessOverview
{
    /// <summary>A plan without a day is taken to stand for this long after it was reported.</summary>
    private const int DaysAnUndatedPlanStands = 30;

    /// <summary>Above this many records the whole ledger's overview is that of the index that is kept up: nothing is linked across documents but what is equal in every slot. A process's overview always is.</summary>
    public const int MostLinked = 20_000;

    /// <summary>The day that "ahead" and "passed" are counted from; null if no document is dated.</summary>
    public required LocalDate? Today { get; init; }

    /// <summary>Acts in the life of ceasefires, the latest first.</summary>
    public required Listing<CitedRecord> Ceasefires { get; init; }

    public required Listing<AnsweredProposal> Proposals { get; init; }

    /// <summary>Responses to something else than a proposal on record.</summary>
    public required Listing<CitedRecord> OtherResponses { get; init; }

    public required Listing<CitedRecord> Conditions { get; init; }

    /// <summary>Claims of violations side by side, one column a claimant. Figures are as each side gives them and are never added up.</summary>
    public required ImmutableArray<ClaimantColumn> Claims { get; init; }

    /// <summary>Meetings, deadlines and other dated things to come, the nearest first; those without a date at the end.</summary>
    public required Listing<CitedRecord> Ahead { get; init; }

    /// <summary>Meetings and deadlines whose day has passed, or which had none and were reported more than 30 days ago; the latest first.</summary>
    public required Listing<CitedRecord> Passed { get; init; }

    /// <summary>Meetings held, the latest first.</summary>
    public required Listing<CitedRecord> Held { get; init; }

    /// <summary>Meetings cancelled or refused, the latest first.</summary>
    public required Listing<CitedRecord> CalledOff { get; init; }

    public required Listing<CitedRecord> Agreements { get; init; }

    public required Listing<CitedRecord> Forecasts { get; init; }

    public required Listing<CitedRecord> Novelties { get; init; }

    /// <summary>Reports that exclude each other, and figures that differ for one thing; those with the most documents first.</summary>
    public required ImmutableArray<Contradiction> Contradictions { get; init; }

    /// <summary>Each ceasefire with its steps, the latest first; none where no process is chosen, since only then it is known who its parties are.</summary>
    public required ImmutableArray<CeasefireLife> Lives { get; init; }

    /// <summary>Statements that several documents report, those with the most documents first.</summary>
    public required ImmutableArray<CitedRecord> Repeated { get; init; }

    /// <summary>Who spoke, by their latest statement, the latest first.</summary>
    public required Listing<Voice> Voices { get; init; }

    /// <param name="state">The ledger's state.</param>
    /// <param name="today">The day to count from; by default that of the newest document.</param>
    /// <param name="scope">Which part of the ledger; by default all of it.</param>
    /// <param name="links">What belongs together across documents; by default nothing is linked.</param>
    public static ProcessOverview Of(LedgerState state, LocalDate? today = null, ProcessScope? scope = null, Linkage? links = null) =>
        scope?.Process is null && (links is null || state.Tally.Total > MostLinked) ? Indexed(state, today) : Linked(state, today, scope ?? ProcessScope.Everything, links);

    private static ProcessOverview Linked(LedgerState state, LocalDate? today, ProcessScope scope, Linkage? links)
    {
        ImmutableArray<CitedRecord> all = [.. scope.Records(state).Where(r => r.Record.State != ReviewState.Rejected)];
        LocalDate? day = today ?? Newest(scope.Documents(state));
        ImmutableArray<Link> among = [.. (links ?? Linkage.None).Among([.. all.Select(r => r.Document.Id).Distinct(StringComparer.Ordinal)])];
        RecordGroups groups = new(all, among);
        ILookup<FindingKind, CitedRecord> findings = all.Where(r => r.Finding is not null).ToLookup(r => r.Finding!.Kind);
        ImmutableArray<CitedRecord> meetings = groups.Fold(findings[FindingKind.Meeting]);
        ImmutableArray<CitedRecord> toCome = [.. meetings.Where(IsToCome), .. groups.Fold(findings[FindingKind.Ultimatum])];
        (ImmutableArray<AnsweredProposal> proposals, ImmutableArray<CitedRecord> others) =
            ProposalLinker.Link(groups.Fold(findings[FindingKind.Proposal]), findings[FindingKind.Response], among);
        return new()
        {
            Today = day,
            Contradictions = Contradiction.Of(all, among),
            Lives = scope.Process is null ? [] : new CeasefireLiner(scope.Process).Line(all),
            Ceasefires = Listing.Of(LatestFirst(groups.Fold(findings[FindingKind.Ceasefire]))),
            Proposals = Listing.Of(proposals),
            OtherResponses = Listing.Of(LatestFirst(groups.Fold(others))),
            Conditions = Listing.Of(LatestFirst(groups.Fold(findings[FindingKind.Condition]))),
            Claims = ClaimantColumn.Of(groups.Fold(findings[FindingKind.Violation])),
            Ahead = Listing.Of([.. toCome.Where(r => !HasPassed(r, day)).OrderBy(r => r.OwnDays?.Start ?? LocalDate.MaxIsoValue).ThenByDescending(r => r.Reported ?? LocalDate.MinIsoValue)]),
            Passed = Listing.Of(LatestFirst(toCome.Where(r => HasPassed(r, day)))),
            Held = Listing.Of(LatestFirst(meetings.Where(r => r.Word("status") == "held" || r.Word("status") is null))),
            CalledOff = Listing.Of(LatestFirst(meetings.Where(r => r.Word("status") is "cancelled" or "refused"))),
            Agreements = Listing.Of(LatestFirst(groups.Fold(findings[FindingKind.Agreement]))),
            Forecasts = Listing.Of(LatestFirst(groups.Fold(findings[FindingKind.Forecast]))),
            Novelties = Listing.Of(LatestFirst(groups.Fold(findings[FindingKind.Novelty]))),
            Voices = Listing.Of(Voice.Of(all.Where(r => r.Statement is not null))),
            Repeated = Repeat(groups.Fold(all.Where(r => r.Statement is not null))),
        };
    }

    private static ImmutableArray<CitedRecord> Repeat(ImmutableArray<CitedRecord> statements) =>
        [.. statements.Select(s => (Said: s, Reports: s.Repeats.Prepend(s).Select(r => r.Document.Id).Distinct(StringComparer.Ordinal).Count())).Where(pair => pair.Reports > 1)
            .OrderByDescending(pair => pair.Reports).ThenByDescending(pair => pair.Said.Reported).Select(pair => pair.Said)];

    private static LocalDate? Newest(IEnumerable<DocumentState> documents) =>
        documents.Select(d => CitedRecord.DayOf(d.Reading?.Published)).Where(d => d is not null).DefaultIfEmpty(null).Max();

    private static bool IsToCome(CitedRecord meeting) => meeting.Word("status") is "planned" or "proposed" or "under-way";

    private static bool HasPassed(CitedRecord record, LocalDate? today) =>
        record.OwnDays is { } days ? days.End < today : record.Reported?.PlusDays(DaysAnUndatedPlanStands) < today;

    private static ImmutableArray<CitedRecord> LatestFirst(IEnumerable<CitedRecord> records) =>
        [.. records.OrderByDescending(r => r.OwnDays?.Start ?? r.Reported ?? LocalDate.MinIsoValue)];

    private static ProcessOverview Indexed(LedgerState state, LocalDate? today)
    {
        OverviewIndex.Frozen index = state.Overview;
        OverviewLines lines = new(state, index);
        LocalDate? day = today ?? state.Newest;
        ImmutableSortedSet<Rank> toCome = index.Shelf(OverviewShelf.ToCome);
        CitedRecord[] ahead = [.. toCome.TakeWhile(rank => day is null || rank.First.Day >= day).Select(lines.Record)
            .OrderBy(r => r.OwnDays?.Start ?? LocalDate.MaxIsoValue).ThenByDescending(r => r.Reported ?? LocalDate.MinIsoValue)];
        return new()
        {
            Today = day,
            Contradictions = [],
            Lives = [],
            Repeated = [],
            Ceasefires = lines.Shelf(OverviewShelf.Ceasefires),
            Proposals = lines.Proposals(),
            OtherResponses = lines.Shelf(OverviewShelf.OtherResponses),
            Conditions = lines.Shelf(OverviewShelf.Conditions),
            Claims = lines.Claims(),
            Ahead = new(ahead.Length, i => ahead[i]),
            Passed = new(toCome.Count - ahead.Length, i => lines.Record(toCome[ahead.Length + i])),
            Held = lines.Shelf(OverviewShelf.Held),
            CalledOff = lines.Shelf(OverviewShelf.CalledOff),
            Agreements = lines.Shelf(OverviewShelf.Agreements),
            Forecasts = lines.Shelf(OverviewShelf.Forecasts),
            Novelties = lines.Shelf(OverviewShelf.Novelties),
            Voices = lines.Voices(),
        };
    }
}
