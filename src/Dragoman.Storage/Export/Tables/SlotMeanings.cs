using System.Collections.Frozen;
using Dragoman.Record;

namespace Dragoman.Storage.Export.Tables;

/// <summary>What each slot means, for the codebook file; the pages of codebook/ say it with examples.</summary>
internal static class SlotMeanings
{
    private static readonly FrozenDictionary<(FindingKind Kind, string Slot), string> Own = new Dictionary<(FindingKind, string), string>
    {
        [(FindingKind.Ceasefire, "act")] = "What is done.",
        [(FindingKind.Ceasefire, "by")] = "Who declares, agrees or ends it.",
        [(FindingKind.Ceasefire, "with")] = "The other side or the mediator, if named.",
        [(FindingKind.Ceasefire, "start")] = "From when it holds.",
        [(FindingKind.Ceasefire, "end")] = "Until when.",
        [(FindingKind.Ceasefire, "scope")] = "What or where it covers.",
        [(FindingKind.Ceasefire, "occasion")] = "The occasion or purpose that is given.",
        [(FindingKind.Violation, "claimant")] = "Who claims the violation.",
        [(FindingKind.Violation, "accused")] = "Whom they accuse.",
        [(FindingKind.Violation, "count")] = "How many violations they claim.",
        [(FindingKind.Violation, "period")] = "The time that the claim covers.",
        [(FindingKind.Violation, "of")] = "Which ceasefire or agreement.",
        [(FindingKind.Proposal, "by")] = "Who proposes.",
        [(FindingKind.Proposal, "to")] = "To whom.",
        [(FindingKind.Proposal, "subject")] = "What it is about.",
        [(FindingKind.Proposal, "status")] = "Whether it is made, repeated or withdrawn.",
        [(FindingKind.Response, "by")] = "Who responds.",
        [(FindingKind.Response, "stance")] = "How.",
        [(FindingKind.Response, "to")] = "What they react to.",
        [(FindingKind.Condition, "by")] = "Who requires it.",
        [(FindingKind.Condition, "on")] = "Who must meet it.",
        [(FindingKind.Condition, "for")] = "The step that depends on it.",
        [(FindingKind.Meeting, "participants")] = "Who takes part.",
        [(FindingKind.Meeting, "place")] = "Where.",
        [(FindingKind.Meeting, "time")] = "When.",
        [(FindingKind.Meeting, "status")] = "How it stands.",
        [(FindingKind.Meeting, "topic")] = "About what.",
        [(FindingKind.Ultimatum, "by")] = "Who threatens.",
        [(FindingKind.Ultimatum, "target")] = "Whom.",
        [(FindingKind.Ultimatum, "consequence")] = "What is threatened.",
        [(FindingKind.Ultimatum, "unless")] = "What would avert it.",
        [(FindingKind.Ultimatum, "due")] = "By when.",
        [(FindingKind.Agreement, "parties")] = "Who agrees.",
        [(FindingKind.Agreement, "act")] = "What is done.",
        [(FindingKind.Agreement, "time")] = "When.",
        [(FindingKind.Forecast, "by")] = "Who expects it.",
        [(FindingKind.Forecast, "proposition")] = "What is expected.",
        [(FindingKind.Forecast, "likelihood")] = "How likely, on the scale that the manifest names.",
        [(FindingKind.Forecast, "phrase")] = "The wording of the likelihood.",
        [(FindingKind.Forecast, "horizon")] = "By when.",
        [(FindingKind.Forecast, "condition")] = "Under which condition.",
        [(FindingKind.Novelty, "about")] = "What is new.",
        [(FindingKind.Novelty, "since")] = "First since when.",
    }.ToFrozenDictionary();

    public static string Of(FindingKind kind, string slot) => Own.GetValueOrDefault((kind, slot)) ?? slot switch
    {
        "content" => "What is in it.",
        "duration" => "How long: ISO 8601 (PT30H, P30D).",
        _ => throw new ArgumentException($"The slot {slot} of {kind} has no meaning yet.", nameof(slot)),
    };
}
