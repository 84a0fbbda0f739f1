using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Storage;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class LedgerCopierTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_ledger_goes_to_PostgreSQL_and_back_line_for_line()
    {
        using ILedgerStore sqlite = LedgerPlace.OpenOrCreate(Path.Combine(_folder, "one.db"));
        Fill(sqlite);
        using ILedgerStore postgres = LedgerPlace.OpenOrCreate(server.NewLedger());
        using ILedgerStore back = LedgerPlace.OpenOrCreate(Path.Combine(_folder, "two.db"));
        Assert.Equal(sqlite.Head, new LedgerCopier().Copy(sqlite, postgres));
        Assert.Equal(sqlite.Head, new LedgerCopier().Copy(postgres, back));
        Assert.Equal(sqlite.Read(), postgres.Read());
        Assert.Equal(sqlite.Read(), back.Read());
        Assert.Empty(Verifier.Verify(postgres.Read()).Faults);
    }

    [Fact]
    public void A_copy_that_stopped_goes_on_and_another_ledger_is_never_mixed_in()
    {
        using ILedgerStore from = LedgerPlace.OpenOrCreate(Path.Combine(_folder, "one.db"));
        using ILedgerStore to = LedgerPlace.OpenOrCreate(Path.Combine(_folder, "two.db"));
        using ILedgerStore other = LedgerPlace.OpenOrCreate(Path.Combine(_folder, "other.db"));
        Fill(from);
        new Ledger(other, new TickingClock(Instant.FromUnixTimeSeconds(0))).File(HandMade.Truce("other"), "rules/1");
        to.Append([.. from.Read().Take(5)], 0);
        Assert.Equal(from.Head - 5, new LedgerCopier().Copy(from, to));
        Assert.Equal(from.Read(), to.Read());
        Assert.Equal("DG3011", Assert.Throws<LedgerException>(() => new LedgerCopier().Copy(from, other)).Code);
    }

    private static void Fill(ILedgerStore store)
    {
        Ledger ledger = new(store, new TickingClock(Instant.FromUnixTimeSeconds(1_000_000_000), Duration.FromMilliseconds(1)));
        for (int i = 0; i < 3; i++) ledger.File(HandMade.Truce("document " + i.ToString(CultureInfo.InvariantCulture)), Run.Reader("rules/1").Begun(Instant.FromUnixTimeSeconds(i)));
    }
}
