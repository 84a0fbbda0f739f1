using NodaTime;

namespace Dragoman.Record.Views.Folding;

/// <summary>The shelves of the overview by name, and which day sorts a finding on its shelf.</summary>
internal static class OverviewShelf
{
    public const string Ceasefires = "ceasefires";
    public const string Proposals = "proposals";
    public const string OtherResponses = "responses";
    public const string Conditions = "conditions";
    public const string Agreements = "agreements";
    public const string Forecasts = "forecasts";
    public const string Novelties = "novelties";
    public const string ToCome = "to come";
    public const string Held = "held";
    public const string CalledOff = "called off";

    /// <summary>What the name of a claimant's shelf begins with; the key of the actor follows, or nothing if the claimant is not named.</summary>
    public const string Claims = "claims:";

    /// <summary>A plan without a day is taken to stand for this long after it was reported.</summary>
    private const int DaysAnUndatedPlanStands = 30;

    public static string Of(CitedRecord record) => record.Finding!.Kind switch
    {
        FindingKind.Ceasefire => Ceasefires,
        FindingKind.Proposal => Proposals,
        FindingKind.Condition => Conditions,
        FindingKind.Agreement => Agreements,
        FindingKind.Forecast => Forecasts,
        FindingKind.Novelty => Novelties,
        FindingKind.Ultimatum => ToCome,
        FindingKind.Violation => Claims + (record.Actors("claimant").FirstOrDefault() is { } claimant ? ActorKey.Of(claimant) : ""),
        FindingKind.Meeting => record.Word("status") switch
        {
            "planned" or "proposed" or "under-way" => ToCome,
            "cancelled" or "refused" => CalledOff,
            _ => Held,
        },
        _ => OtherResponses,
    };

    /// <summary>The day of the thing itself, or else of the report; for what is to come, the last day on which it still is.</summary>
    public static LocalDate DayOf(CitedRecord record, LocalDate? reported)
    {
        if (record.Finding is null) return reported ?? LocalDate.MinIsoValue;
        if (Of(record) == ToCome) return record.OwnDays?.End ?? reported?.PlusDays(DaysAnUndatedPlanStands) ?? LocalDate.MaxIsoValue;
        return record.Finding.Kind is FindingKind.Violation or FindingKind.Proposal ? reported ?? LocalDate.MinIsoValue : record.OwnDays?.Start ?? reported ?? LocalDate.MinIsoValue;
    }
}
