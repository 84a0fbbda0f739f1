using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;
using Xunit;

namespace Dragoman.Tests;

public sealed class SqliteLedgerStoreTests : LedgerContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dragoman-").FullName;

    private string LedgerPath => Path.Combine(_folder, "record.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override ILedgerStore Open() => SqliteLedgerStore.OpenOrCreate(LedgerPath);

    [Fact]
    public void A_ledger_of_a_newer_version_is_refused_untouched()
    {
        Open().Dispose();
        Execute("PRAGMA user_version = 99; PRAGMA journal_mode = DELETE");
        byte[] before = File.ReadAllBytes(LedgerPath);

        LedgerException refusal = Assert.Throws<LedgerException>(Open);
        Assert.Equal("DG3003", refusal.Code);
        Assert.Contains("update Dragoman", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<LedgerException>(() => SqliteLedgerStore.OpenToRead(LedgerPath));
        Assert.Equal(before, File.ReadAllBytes(LedgerPath));
        Assert.Equal([LedgerPath], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("This is a letter, not a ledger.")]
    [InlineData("SQLite format 3\0 but only the beginning of one")]
    public void A_file_that_is_no_ledger_is_refused_untouched(string content)
    {
        File.WriteAllText(LedgerPath, content);
        Assert.Equal("DG3002", Assert.Throws<LedgerException>(Open).Code);
        Assert.Equal(content, File.ReadAllText(LedgerPath));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_untouched()
    {
        Execute("CREATE TABLE recipes (name TEXT)");
        byte[] before = File.ReadAllBytes(LedgerPath);
        Assert.Equal("DG3002", Assert.Throws<LedgerException>(Open).Code);
        Assert.Equal(before, File.ReadAllBytes(LedgerPath));
    }

    [Fact]
    public void A_missing_ledger_is_not_made_by_reading_it()
    {
        LedgerException missing = Assert.Throws<LedgerException>(() => SqliteLedgerStore.OpenToRead(LedgerPath));
        Assert.Equal("DG3001", missing.Code);
        Assert.Contains("dragoman file", missing.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(LedgerPath));
    }

    [Fact]
    public void A_ledger_in_a_folder_that_is_not_there_is_refused() =>
        Assert.Equal("DG3004", Assert.Throws<LedgerException>(() => SqliteLedgerStore.OpenOrCreate(Path.Combine(_folder, "nowhere", "record.db"))).Code);

    [Fact]
    public void A_ledger_opened_to_read_cannot_be_written()
    {
        Open().Dispose();
        using SqliteLedgerStore store = SqliteLedgerStore.OpenToRead(LedgerPath);
        Assert.Equal("DG3004", Assert.Throws<LedgerException>(() => store.Append([Line("a")], 0)).Code);
    }

    [Theory]
    [InlineData("UPDATE line SET run = 'person:Mallory'")]
    [InlineData("DELETE FROM line")]
    public void The_file_itself_refuses_changes_and_deletions(string sql)
    {
        using (ILedgerStore store = Open()) store.Append([Line("a")], 0);
        SqliteException refusal = Assert.Throws<SqliteException>(() => Execute(sql));
        Assert.Contains("only ever added to", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_that_fails_half_way_leaves_nothing()
    {
        using ILedgerStore store = Open();
        Assert.Throws<LedgerException>(() => store.Append([Line("a"), Line("b") with { Json = "no JSON" }, Line("c")], 0));
        Assert.Empty(store.Read());
    }

    [Fact]
    public void A_line_that_was_changed_behind_the_ledgers_back_is_found()
    {
        using (ILedgerStore store = Open()) new Ledger(store, new TickingClock(Instant.FromUnixTimeSeconds(0))).File(HandMade.Truce(), "rules/1");
        Execute("DROP TRIGGER line_is_never_changed; UPDATE line SET json = replace(json, 'harvest', 'spring ') WHERE sequence = 1");
        using SqliteLedgerStore opened = SqliteLedgerStore.OpenToRead(LedgerPath);
        Verification verification = Verifier.Verify(opened.Read());
        Assert.Contains(verification.Faults, fault => fault.Sequence == 1 && fault.Message.Contains("changed after it was written", StringComparison.Ordinal));
        Assert.Contains(verification.Faults, fault => fault.Sequence > 1 && fault.Message.Contains("do not stand at", StringComparison.Ordinal));
    }

    private static StoredLine Line(string id) =>
        StoredLine.Of(new DocumentFiled { Document = id, Source = id + ".txt", Text = id }, Run.Reader("rules/1"), Instant.FromUnixTimeSeconds(0));

    private void Execute(string sql)
    {
        using SqliteConnection connection = new($"Data Source={LedgerPath};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
