using System.Collections.Immutable;
using Dragoman.Record.Linking;
using Dragoman.Record.Processes;
using NodaTime;

namespace Dragoman.Record.Views;

/// <summary>The process at a glance: what its documents report, rejected records left out, each line cited. A pure function of the ledger's state.</summary>
public sealed record ProcessOverview
{
    /// <summary>A plan without a day is taken to stand for this long after it was reported.</summary>
    private const int DaysAnUndatedPlanStands = 30;

    /// <summary>The day that "ahead" and "passed" are counted from; null if no document is dated.</summary>
    public required LocalDate? Today { get; init; }

    /// <summary>Acts in the life of ceasefires, the latest first.</summary>
    public required ImmutableArray<CitedRecord> Ceasefires { get; init; }

    public required ImmutableArray<AnsweredProposal> Proposals { get; init; }

    /// <summary>Responses to something else than a proposal on record.</summary>
    public required ImmutableArray<CitedRecord> OtherResponses { get; init; }

    public required ImmutableArray<CitedRecord> Conditions { get; init; }

    /// <summary>Claims of violations side by side, one column a claimant. Figures are as each side gives them and are never added up.</summary>
    public required ImmutableArray<ClaimantColumn> Claims { get; init; }

    /// <summary>Meetings, deadlines and other dated things to come, the nearest first; those without a date at the end.</summary>
    public required ImmutableArray<CitedRecord> Ahead { get; init; }

    /// <summary>Meetings and deadlines whose day has passed, or which had none and were reported more than 30 days ago; the latest first.</summary>
    public required ImmutableArray<CitedRecord> Passed { get; init; }

    /// <summary>Meetings held, the latest first.</summary>
    public required ImmutableArray<CitedRecord> Held { get; init; }

    /// <summary>Meetings cancelled or refused, the latest first.</summary>
    public required ImmutableArray<CitedRecord> CalledOff { get; init; }

    public required ImmutableArray<CitedRecord> Agreements { get; init; }

    public required ImmutableArray<CitedRecord> Forecasts { get; init; }

    public required ImmutableArray<CitedRecord> Novelties { get; init; }

    /// <summary>Reports that exclude each other, and figures that differ for one thing; those with the most documents first.</summary>
    public required ImmutableArray<Contradiction> Contradictions { get; init; }

    /// <summary>Each ceasefire with its steps, the latest first; none where no process is chosen, since only then it is known who its parties are.</summary>
    public required ImmutableArray<CeasefireLife> Lives { get; init; }

    /// <summary>Statements that several documents report, those with the most documents first.</summary>
    public required ImmutableArray<CitedRecord> Repeated { get; init; }

    /// <summary>Who spoke, by their latest statement, the latest first.</summary>
    public required ImmutableArray<Voice> Voices { get; init; }

    /// <param name="state">The ledger's state.</param>
    /// <param name="today">The day to count from; by default that of the newest document.</param>
    /// <param name="scope">Which part of the ledger; by default all of it.</param>
    /// <param name="links">What belongs together across documents; by default nothing is linked.</param>
    public static ProcessOverview Of(LedgerState state, LocalDate? today = null, ProcessScope? scope = null, Linkage? links = null)
    {
        scope ??= ProcessScope.Everything;
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
            Ceasefires = LatestFirst(groups.Fold(findings[FindingKind.Ceasefire])),
            Proposals = proposals,
            OtherResponses = LatestFirst(groups.Fold(others)),
            Conditions = LatestFirst(groups.Fold(findings[FindingKind.Condition])),
            Claims = ClaimantColumn.Of(groups.Fold(findings[FindingKind.Violation])),
            Ahead = [.. toCome.Where(r => !HasPassed(r, day)).OrderBy(r => r.OwnDays?.Start ?? LocalDate.MaxIsoValue).ThenByDescending(r => r.Reported ?? LocalDate.MinIsoValue)],
            Passed = LatestFirst(toCome.Where(r => HasPassed(r, day))),
            Held = LatestFirst(meetings.Where(r => r.Word("status") == "held" || r.Word("status") is null)),
            CalledOff = LatestFirst(meetings.Where(r => r.Word("status") is "cancelled" or "refused")),
            Agreements = LatestFirst(groups.Fold(findings[FindingKind.Agreement])),
            Forecasts = LatestFirst(groups.Fold(findings[FindingKind.Forecast])),
            Novelties = LatestFirst(groups.Fold(findings[FindingKind.Novelty])),
            Voices = Voice.Of(all.Where(r => r.Statement is not null)),
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
}
