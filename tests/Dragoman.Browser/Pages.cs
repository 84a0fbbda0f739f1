using Dragoman.Desk;
using Dragoman.Record.Views;

namespace Dragoman.Browser;

/// <summary>
/// Every page of the desk by a name and its address in the samples. A page that is listed here is looked at on every screen, audited,
/// weighed and photographed; add a new page as one line.
/// </summary>
public static class Pages
{
    public static IReadOnlyDictionary<string, Func<LedgerState, string>> All { get; } = new Dictionary<string, Func<LedgerState, string>>(StringComparer.Ordinal)
    {
        ["process"] = _ => "/",
        ["process-karsk"] = _ => "/processes/karsk",
        ["links"] = _ => "/processes/karsk/links",
        ["documents"] = _ => "/documents",
        ["document"] = state => DeskAddress.Of(Richest(state)),
        ["document-record"] = state => DeskAddress.Of(Richest(state), Richest(state).Records[2].Id),
        ["queue"] = _ => "/queue",
        ["queue-statements"] = _ => "/queue?kind=statement&state=all",
        ["search"] = _ => "/search?q=ceasefire",
        ["amend"] = state => $"{DeskAddress.Of(Richest(state))}/records/{Richest(state).Records.First(r => r.Kind == "proposal").Id}/amend",
        ["add"] = state => DeskAddress.Of(Richest(state)) + "/add",
        ["about"] = state => DeskAddress.Of(Richest(state)) + "/about",
        ["put-in"] = _ => "/put-in",
        ["timeline"] = _ => "/timeline",
        ["timeline-by-party"] = _ => "/timeline?lanes=party",
        ["positions"] = _ => "/positions",
        ["position"] = _ => "/positions?party=state:Norland&issue=ceasefire&statements=1",
        ["claims"] = _ => "/claims",
        ["forecasts"] = _ => "/forecasts",
        ["forecast-form"] = state => "/forecasts?stage=undated&open=" + state.InOrder.SelectMany(d => d.Records).First(r => r.Kind == "forecast").Id,
        ["calendar"] = _ => "/calendar",
        ["calendar-form"] = state => "/calendar?open=" + state.InOrder.SelectMany(d => d.Records).First(r => r.Kind == "ultimatum").Id,
        ["actors"] = _ => "/actors",
        ["network"] = _ => "/network",
        ["missing"] = _ => "/nowhere",
        ["offline"] = _ => "/offline",
    };

    /// <summary>The document with the most records.</summary>
    public static DocumentState Richest(LedgerState state) => state.InOrder.MaxBy(document => document.Records.Length)!;
}
