using System.Collections.Immutable;
using Dragoman.Record;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Storage.People;

/// <summary>
/// The people of a team's desk, their access tokens and the audit log, in one SQLite file beside the ledger. Names are compared without
/// regard to ASCII case. The audit log is only ever added to. Thread-safe.
/// </summary>
public sealed class PeopleFile : IDisposable
{
    private const int ApplicationId = 0x44525050; // "DRPP"

    private const string Columns = "name, role, password, stamp, failures, locked_until, disabled";

    private static readonly string Schema = string.Create(null, $"""
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = 1;
        CREATE TABLE account (
            name         TEXT PRIMARY KEY COLLATE NOCASE,
            role         TEXT NOT NULL,
            password     TEXT,
            stamp        TEXT NOT NULL,
            failures     INTEGER NOT NULL,
            locked_until TEXT,
            disabled     INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE token (hash TEXT PRIMARY KEY, account TEXT NOT NULL COLLATE NOCASE, made TEXT NOT NULL) STRICT;
        CREATE TABLE audit (sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, about TEXT, origin TEXT) STRICT;
        CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
        CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
        """);

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly IClock _clock;

    private PeopleFile(string path, SqliteConnection connection, IClock clock)
    {
        Name = path;
        _connection = connection;
        _clock = clock;
    }

    public string Name { get; }

    /// <summary>Every account, by name.</summary>
    public ImmutableArray<Account> Accounts => Query($"SELECT {Columns} FROM account ORDER BY name", AccountOf);

    /// <summary>Opens the file, or makes it if there is none.</summary>
    /// <exception cref="LedgerException">DG3020: it is something else, or cannot be read or written.</exception>
    public static PeopleFile OpenOrCreate(string path, IClock clock)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            bool isNew = Scalar(connection, "SELECT count(*) FROM sqlite_schema") == 0;
            if (isNew) Scalar(connection, $"BEGIN; {Schema} COMMIT; SELECT 0");
            else if (Scalar(connection, "PRAGMA application_id") != ApplicationId) throw Refusal(path, "it is no file of Dragoman's people");
            return new(path, connection, clock);
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw Refusal(path, fault.Message, fault);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Account? Find(string name) => Query($"SELECT {Columns} FROM account WHERE name = $name", AccountOf, ("$name", name)).FirstOrDefault();

    /// <summary>Adds an account or replaces the one of that name.</summary>
    public void Put(Account account) => Execute(
        $"INSERT INTO account ({Columns}) VALUES ($name, $role, $password, $stamp, $failures, $until, $disabled) ON CONFLICT (name) DO UPDATE SET "
        + "role = excluded.role, password = excluded.password, stamp = excluded.stamp, failures = excluded.failures, locked_until = excluded.locked_until, disabled = excluded.disabled",
        ("$name", account.Name), ("$role", account.Role), ("$password", account.PasswordHash), ("$stamp", account.Stamp),
        ("$failures", account.Failures), ("$until", account.LockedUntil), ("$disabled", account.IsDisabled ? 1 : 0));

    /// <summary>The account that an access token was made for. Only hashes of tokens are kept.</summary>
    public Account? OfToken(string hash) => Query(
        $"SELECT {Columns} FROM account WHERE name = (SELECT account FROM token WHERE hash = $hash)", AccountOf, ("$hash", hash)).FirstOrDefault();

    public void AddToken(string hash, string account) =>
        Execute("INSERT INTO token (hash, account, made) VALUES ($hash, $account, $made)", ("$hash", hash), ("$account", account), ("$made", Now()));

    public void RevokeTokens(string account) => Execute("DELETE FROM token WHERE account = $account", ("$account", account));

    public void Log(string who, string what, string? about = null, string? from = null) => Execute(
        "INSERT INTO audit (at, who, what, about, origin) VALUES ($at, $who, $what, $about, $from)",
        ("$at", Now()), ("$who", who), ("$what", what), ("$about", about), ("$from", from));

    /// <summary>The latest lines of the audit log, the latest first.</summary>
    public ImmutableArray<AuditLine> Audit(int limit) => Query(
        "SELECT sequence, at, who, what, about, origin FROM audit ORDER BY sequence DESC LIMIT $limit",
        static row => new AuditLine(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), Text(row, 4), Text(row, 5)),
        ("$limit", limit));

    public void Dispose() => _connection.Dispose();

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static Account AccountOf(SqliteDataReader row) => new()
    {
        Name = row.GetString(0),
        Role = row.GetString(1),
        PasswordHash = Text(row, 2),
        Stamp = row.GetString(3),
        Failures = row.GetInt32(4),
        LockedUntil = Text(row, 5),
        IsDisabled = row.GetInt32(6) != 0,
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static LedgerException Refusal(string path, string reason, Exception? cause = null) =>
        new("DG3020", $"{path}: {reason}. It was left as it is; give another path with --people.", cause!);

    private string Now() => InstantPattern.ExtendedIso.Format(_clock.GetCurrentInstant());

    private ImmutableArray<T> Query<T>(string sql, Func<SqliteDataReader, T> make, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        lock (_gate)
        {
            using SqliteCommand command = CommandOf(sql, parameters);
            try
            {
                using SqliteDataReader row = command.ExecuteReader();
                ImmutableArray<T>.Builder rows = ImmutableArray.CreateBuilder<T>();
                while (row.Read()) rows.Add(make(row));
                return rows.ToImmutable();
            }
            catch (SqliteException fault)
            {
                throw Refusal(Name, fault.Message, fault);
            }
        }
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        lock (_gate)
        {
            using SqliteCommand command = CommandOf(sql, parameters);
            try
            {
                command.ExecuteNonQuery();
            }
            catch (SqliteException fault)
            {
                throw Refusal(Name, fault.Message, fault);
            }
        }
    }

    private SqliteCommand CommandOf(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
