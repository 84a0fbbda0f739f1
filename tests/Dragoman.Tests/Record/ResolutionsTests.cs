using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage.Sqlite;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class ResolutionsTests : IDisposable
{
    private static readonly Run Ada = Run.Person("Ada");

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly SqliteLedgerStore _store;
    private readonly Ledger _ledger;

    public ResolutionsTests()
    {
        _store = SqliteLedgerStore.OpenOrCreate(_path);
        _ledger = new(_store, new TickingClock(Instant.FromUtc(2031, 9, 10, 8, 0), Duration.FromMinutes(1)));
        _ledger.File(HandMade.Truce(), "rules/1");
    }

    private RecordState Forecast => _ledger.State.Documents["truce"].Records.Single(r => r.Kind == "forecast");

    public void Dispose()
    {
        _store.Dispose();
        File.Delete(_path);
    }

    [Fact]
    public void A_resolution_holds_until_it_is_taken_back()
    {
        _ledger.Resolve(Resolved(ForecastOutcome.Yes, null), Ada);
        LedgerLine holding = Assert.IsType<LedgerLine>(_ledger.State.Resolutions.Holding(Forecast.Id));
        Assert.Equal("Ada", holding.Run.Name);
        _ledger.Resolve(Resolved(ForecastOutcome.Open, holding.Id), Ada);
        Assert.Null(_ledger.State.Resolutions.Holding(Forecast.Id));
        Assert.Equal(2, _ledger.State.Resolutions.Of(Forecast.Id).Count());
        Assert.Empty(Verifier.Verify(_store.Read()).Faults);
    }

    [Fact]
    public void The_same_resolution_twice_is_one()
    {
        Assert.Equal(Outcome.Added, _ledger.Resolve(Resolved(ForecastOutcome.No, null), Ada));
        Assert.Equal(Outcome.Known, _ledger.Resolve(Resolved(ForecastOutcome.No, null), Ada));
    }

    [Fact]
    public void Who_has_not_seen_the_last_resolution_is_refused()
    {
        _ledger.Resolve(Resolved(ForecastOutcome.No, null), Ada);
        LedgerException refusal = Assert.Throws<LedgerException>(() => _ledger.Resolve(Resolved(ForecastOutcome.Yes, null), Ada));
        Assert.Equal("DG3008", refusal.Code);
    }

    [Fact]
    public void A_resolution_of_no_record_is_refused()
    {
        LedgerException refusal = Assert.Throws<LedgerException>(() => _ledger.Resolve(Resolved(ForecastOutcome.No, null) with { Record = "forecast-0" }, Ada));
        Assert.Equal("DG3007", refusal.Code);
    }

    [Fact]
    public void Citing_a_record_that_is_not_there_is_a_fault()
    {
        _ledger.Resolve(Resolved(ForecastOutcome.Yes, null) with { Cites = ["agreement-0"] }, Ada);
        Assert.Contains("agreement-0", Assert.Single(Verifier.Verify(_store.Read()).Faults).Message, StringComparison.Ordinal);
    }

    private ForecastResolved Resolved(ForecastOutcome outcome, string? after) =>
        new() { Document = "truce", Record = Forecast.Id, After = after, Outcome = outcome, Cites = [] };
}
