using System.Collections.Immutable;
using Dragoman.Record.Entries;

namespace Dragoman.Record.Views;

/// <summary>What people decided about forecasts and plans: every resolution of a record, the latest on top. A pure fold.</summary>
public sealed record Resolutions
{
    public static Resolutions Empty { get; } = new();

    private ImmutableDictionary<string, ImmutableStack<LedgerLine>> ByRecord { get; init; } =
        ImmutableDictionary.Create<string, ImmutableStack<LedgerLine>>(StringComparer.Ordinal);

    /// <summary>Ids of the records that were ever resolved, in ordinal order.</summary>
    public IEnumerable<string> Records => ByRecord.Keys.Order(StringComparer.Ordinal);

    /// <summary>The resolutions of a record, the latest first.</summary>
    public ImmutableStack<LedgerLine> Of(string recordId) => ByRecord.GetValueOrDefault(recordId, []);

    /// <summary>The resolution that holds; null if there is none or it was taken back.</summary>
    public LedgerLine? Holding(string recordId) => Of(recordId) is { IsEmpty: false } all && !IsOpen(all.Peek()) ? all.Peek() : null;

    /// <summary>Id of a record's last resolution, taken back or not: what the next one comes after; null for none.</summary>
    public string? Last(string recordId) => Of(recordId) is { IsEmpty: false } all ? all.Peek().Id : null;

    internal Resolutions With(Resolution resolution, LedgerLine line) =>
        new() { ByRecord = ByRecord.SetItem(resolution.Record, Of(resolution.Record).Push(line)) };

    private static bool IsOpen(LedgerLine line) => line.Entry is ForecastResolved { Outcome: ForecastOutcome.Open } or PlanSettled { State: PlanState.Open };
}
