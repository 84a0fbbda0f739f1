using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Microsoft.Data.Sqlite;

namespace Dragoman.Storage.Sqlite;

/// <summary>
/// A ledger in one SQLite file (with its write-ahead log beside it while it is open). An append is one transaction, flushed to the disk:
/// a program killed at any moment leaves whole documents only. The table refuses changes and deletions.
/// </summary>
public sealed class SqliteLedgerStore : ILedgerStore
{
    private const int SecondsToWait = 10;

    // The columns kind and document are for people who open the file with other tools.
    private static readonly string Schema = string.Create(CultureInfo.InvariantCulture, $"""
        PRAGMA application_id = {LedgerFile.ApplicationId};
        PRAGMA user_version = {LedgerFile.Version};
        CREATE TABLE line (
            sequence INTEGER PRIMARY KEY,
            id       TEXT NOT NULL UNIQUE,
            recorded TEXT NOT NULL,
            run      TEXT NOT NULL,
            json     TEXT NOT NULL,
            kind     TEXT GENERATED ALWAYS AS (json ->> 'entry') VIRTUAL,
            document TEXT GENERATED ALWAYS AS (json ->> 'document') VIRTUAL
        ) STRICT;
        CREATE TRIGGER line_is_never_changed BEFORE UPDATE ON line BEGIN SELECT RAISE(ABORT, 'a ledger is only ever added to'); END;
        CREATE TRIGGER line_is_never_deleted BEFORE DELETE ON line BEGIN SELECT RAISE(ABORT, 'a ledger is only ever added to'); END;
        """);

    private readonly SqliteConnection _connection;

    private SqliteLedgerStore(string path, SqliteConnection connection)
    {
        Name = path;
        _connection = connection;
    }

    public string Name { get; }

    /// <summary>Opens the ledger, or makes it if there is none.</summary>
    /// <exception cref="LedgerException">DG3002 to DG3005: it is something else, newer, not writable or in use.</exception>
    public static SqliteLedgerStore OpenOrCreate(string path) => Open(path, LedgerFile.Exists(path) ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate);

    /// <summary>Opens a ledger that must be there, to read it.</summary>
    /// <exception cref="LedgerException">DG3001: there is none. DG3002 to DG3005: it is something else, newer, not readable or in use.</exception>
    public static SqliteLedgerStore OpenToRead(string path) => LedgerFile.Exists(path)
        ? Open(path, SqliteOpenMode.ReadOnly)
        : throw new LedgerException("DG3001", $"There is no ledger at {path}. `dragoman file FILE… --ledger {path}` makes one.");

    public long Head => Guard(() => HeadOf(null));

    public IEnumerable<StoredLine> Read(long after = 0) => Rows("sequence > $value", after);

    public ImmutableArray<StoredLine> ReadDocument(string document) => [.. Rows("document = $value", document)];

    public ImmutableArray<StoredLine>? Append(ImmutableArray<StoredLine> lines, long head) => Guard<ImmutableArray<StoredLine>?>(() =>
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        if (HeadOf(transaction) != head) return null;
        ImmutableArray<StoredLine>.Builder added = ImmutableArray.CreateBuilder<StoredLine>();
        using SqliteCommand insert = Insertion(transaction);
        foreach (StoredLine line in lines)
        {
            StoredLine next = line with { Sequence = head + added.Count + 1 };
            if (Insert(insert, next)) added.Add(next);
        }

        transaction.Commit();
        return added.ToImmutable();
    });

    public void Dispose() => _connection.Dispose();

    private static SqliteLedgerStore Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            DefaultTimeout = SecondsToWait,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            if (mode == SqliteOpenMode.ReadWriteCreate) Create(connection);
            LedgerFile.CheckVersion(path, Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture));
            if (mode != SqliteOpenMode.ReadOnly)
            {
                Scalar(connection, "PRAGMA journal_mode = WAL");
                Scalar(connection, "PRAGMA synchronous = FULL");
                Scalar(connection, "CREATE INDEX IF NOT EXISTS line_document ON line (document, sequence)"); // ledgers of the first version have none
            }

            return new(path, connection);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw LedgerFile.Explain(path, e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes the schema in one transaction, before the write-ahead log is on: the file's header says from the start what it is.</summary>
    private static void Create(SqliteConnection connection)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        if (Convert.ToInt32(Scalar(connection, "PRAGMA user_version", transaction), CultureInfo.InvariantCulture) > 0) return; // another program was faster
        Scalar(connection, Schema, transaction);
        transaction.Commit();
    }

    private static object? Scalar(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private long HeadOf(SqliteTransaction? transaction) => (long)Scalar(_connection, "SELECT coalesce(max(sequence), 0) FROM line", transaction)!;

    private IEnumerable<StoredLine> Rows(string where, object value)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = $"SELECT sequence, id, recorded, run, json FROM line WHERE {where} ORDER BY sequence";
        command.Parameters.AddWithValue("$value", value);
        using SqliteDataReader row = Guard(command.ExecuteReader);
        while (Guard(row.Read)) yield return Guard(() => new StoredLine(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)));
    }

    private SqliteCommand Insertion(SqliteTransaction transaction)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO line (sequence, id, recorded, run, json) VALUES ($sequence, $id, $recorded, $run, $json) ON CONFLICT (id) DO NOTHING";
        foreach (string name in new[] { "$sequence", "$id", "$recorded", "$run", "$json" }) command.Parameters.Add(new(name, null));
        return command;
    }

    private static bool Insert(SqliteCommand insert, StoredLine line)
    {
        insert.Parameters["$sequence"].Value = line.Sequence;
        insert.Parameters["$id"].Value = line.Id;
        insert.Parameters["$recorded"].Value = line.Recorded;
        insert.Parameters["$run"].Value = line.Run;
        insert.Parameters["$json"].Value = line.Json;
        return insert.ExecuteNonQuery() == 1;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw LedgerFile.Explain(Name, e);
        }
    }
}
