using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Storage;
using Dragoman.Storage.Postgres;
using NodaTime;
using Npgsql;
using Xunit;

namespace Dragoman.Tests;

public sealed class PostgresLedgerStoreTests(PostgresServer server) : LedgerContract
{
    private string? _place;

    private string Place => _place ??= server.NewLedger();

    protected override ILedgerStore Open() => LedgerPlace.OpenOrCreate(Place);

    [Fact]
    public void A_missing_ledger_is_not_made_by_reading_it()
    {
        LedgerException missing = Assert.Throws<LedgerException>(() => LedgerPlace.OpenToRead(Place));
        Assert.Equal("DG3001", missing.Code);
        Assert.Contains("dragoman file", missing.Message, StringComparison.Ordinal);
        Assert.Equal("DG3001", Assert.Throws<LedgerException>(() => LedgerPlace.OpenToRead(Place)).Code);
    }

    [Fact]
    public void A_ledger_of_a_newer_version_is_refused_untouched()
    {
        Open().Dispose();
        Execute("UPDATE about SET dragoman_ledger_version = 99");
        Assert.Equal("DG3003", Assert.Throws<LedgerException>(Open).Code);
        Assert.Equal("DG3003", Assert.Throws<LedgerException>(() => LedgerPlace.OpenToRead(Place)).Code);
    }

    [Fact]
    public void A_schema_of_another_program_is_refused_untouched()
    {
        Execute($"CREATE SCHEMA {Schema}; CREATE TABLE {Schema}.recipes (name text)");
        Assert.Equal("DG3002", Assert.Throws<LedgerException>(Open).Code);
    }

    [Fact]
    public void A_ledger_opened_to_read_cannot_be_written()
    {
        Open().Dispose();
        using ILedgerStore store = LedgerPlace.OpenToRead(Place);
        Assert.Equal("DG3004", Assert.Throws<LedgerException>(() => store.Append([Line("a")], 0)).Code);
    }

    [Theory]
    [InlineData("UPDATE line SET run = 'person:Mallory'")]
    [InlineData("DELETE FROM line")]
    [InlineData("TRUNCATE line")]
    public void The_table_itself_refuses_changes_and_deletions(string sql)
    {
        using (ILedgerStore store = Open()) store.Append([Line("a")], 0);
        Assert.Contains("only ever added to", Assert.Throws<PostgresException>(() => Execute(sql)).MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_that_fails_half_way_leaves_nothing()
    {
        using ILedgerStore store = Open();
        Assert.Throws<LedgerException>(() => store.Append([Line("a"), Line("b") with { Json = "no JSON" }, Line("c")], 0));
        Assert.Empty(store.Read());
    }

    [Fact]
    public void Text_with_a_null_character_is_kept()
    {
        using ILedgerStore store = Open();
        store.Append([StoredLine.Of(new DocumentFiled { Document = "a\0", Source = "a.txt", Text = "a\0b" }, Run.Reader("rules/1"), Instant.FromUnixTimeSeconds(0))], 0);
        Assert.Equal("a\0b", ((DocumentFiled)store.Read().Single().Parse().Entry).Text);
    }

    [Theory]
    [InlineData("postgres://127.0.0.1:1/nowhere", "DG3004")]
    [InlineData("postgres://host/base?colour=red", "DG3010")]
    [InlineData("postgres://host/base?schema=a;b", "DG3010")]
    [InlineData("Host=127.0.0.1;Port=1;Database=nowhere", "DG3004")]
    public void An_address_where_there_is_nothing_is_refused(string place, string code) =>
        Assert.Equal(code, Assert.Throws<LedgerException>(() => LedgerPlace.OpenOrCreate(place)).Code);

    [Fact]
    public void A_password_is_never_shown() =>
        Assert.Equal("postgres://example.org:5432/truce", LedgerPlace.NameOf("postgres://ada:secret@example.org/truce"));

    private string Schema => Place[(Place.LastIndexOf('=') + 1)..];

    private static StoredLine Line(string id) =>
        StoredLine.Of(new DocumentFiled { Document = id, Source = id + ".txt", Text = id }, Run.Reader("rules/1"), Instant.FromUnixTimeSeconds(0));

    private void Execute(string sql)
    {
        using NpgsqlConnection connection = new(PostgresAddress.Parse(Place).Connection.ToString());
        connection.Open();
        using NpgsqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }
}
