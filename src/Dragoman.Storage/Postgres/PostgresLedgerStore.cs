using System.Collections.Immutable;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Npgsql;

namespace Dragoman.Storage.Postgres;

/// <summary>
/// A ledger in a schema of a PostgreSQL database. An append is one transaction; writers take turns by a lock of the table, so lines are
/// numbered without gaps and nobody reads a later line before an earlier one. The table refuses changes, deletions and truncation.
/// </summary>
public sealed class PostgresLedgerStore : ILedgerStore
{
    private readonly NpgsqlDataSource _source;

    private PostgresLedgerStore(string name, NpgsqlDataSource source)
    {
        Name = name;
        _source = source;
    }

    public string Name { get; }

    public long Head => Guard(() =>
    {
        using NpgsqlConnection connection = _source.OpenConnection();
        return HeadOf(connection);
    });

    /// <summary>Opens the ledger at this address, or makes it in the database if there is none.</summary>
    /// <exception cref="LedgerException">DG3002 to DG3005, DG3010: it is something else, newer, not writable, in use, or the address cannot be read.</exception>
    public static PostgresLedgerStore OpenOrCreate(string place) => Open(PostgresAddress.Parse(place), isToRead: false);

    /// <summary>Opens a ledger that must be there, to read it.</summary>
    /// <exception cref="LedgerException">DG3001: there is none. Else as <see cref="OpenOrCreate"/>.</exception>
    public static PostgresLedgerStore OpenToRead(string place) => Open(PostgresAddress.Parse(place), isToRead: true);

    public IEnumerable<StoredLine> Read(long after = 0) => Rows("sequence > $1", after);

    public ImmutableArray<StoredLine> ReadDocument(string document) => [.. Rows("document = $1", Column(document))];

    public ImmutableArray<StoredLine>? Append(ImmutableArray<StoredLine> lines, long head) => Guard<ImmutableArray<StoredLine>?>(() =>
    {
        using NpgsqlConnection connection = _source.OpenConnection();
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        Execute(connection, "LOCK TABLE line IN EXCLUSIVE MODE"); // readers read on
        if (HeadOf(connection) != head) return null;
        HashSet<string> known = Known(connection, lines);
        ImmutableArray<StoredLine> added = [.. lines.Where(line => known.Add(line.Id)).Select((line, i) => line with { Sequence = head + i + 1 })];
        Insert(connection, added);
        transaction.Commit();
        return added;
    });

    public void Dispose() => _source.Dispose();

    private static PostgresLedgerStore Open(PostgresAddress address, bool isToRead)
    {
        if (isToRead) address.Connection.Options = "-c default_transaction_read_only=on";
        else address.Connection.Options = "-c lock_timeout=10s";
        NpgsqlDataSource source = NpgsqlDataSource.Create(address.Connection);
        try
        {
            using NpgsqlConnection connection = source.OpenConnection();
            if (!PostgresSchema.Exists(connection, address))
            {
                if (isToRead) throw new LedgerException("DG3001", $"There is no ledger at {address.Name}. `dragoman file FILE… --ledger {address.Name}` makes one.");
                PostgresSchema.Create(connection, address);
            }

            return new(address.Name, source);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            source.Dispose();
            throw PostgresFault.Explain(address.Name, e);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>PostgreSQL keeps no null character in a text; the JSON has it escaped, the column for looking up has its picture.</summary>
    private static string Column(string document) => document.Replace('\0', '\u2400');

    private static long HeadOf(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = new("SELECT coalesce(max(sequence), 0) FROM line", connection);
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using NpgsqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }

    private static HashSet<string> Known(NpgsqlConnection connection, ImmutableArray<StoredLine> lines)
    {
        using NpgsqlCommand command = new("SELECT id FROM line WHERE id = ANY ($1)", connection);
        command.Parameters.AddWithValue(lines.Select(line => line.Id).ToArray());
        using NpgsqlDataReader row = command.ExecuteReader();
        HashSet<string> known = new(StringComparer.Ordinal);
        while (row.Read()) known.Add(row.GetString(0));
        return known;
    }

    private static void Insert(NpgsqlConnection connection, ImmutableArray<StoredLine> lines)
    {
        using NpgsqlBinaryImporter import = connection.BeginBinaryImport("COPY line (sequence, id, recorded, run, json, kind, document) FROM STDIN (FORMAT BINARY)");
        foreach (StoredLine line in lines)
        {
            (string kind, string document) = EntryJson.HeadOf(line.Json);
            import.StartRow();
            import.Write(line.Sequence);
            foreach (string cell in new[] { line.Id, line.Recorded, line.Run, line.Json, kind, Column(document) }) import.Write(cell);
        }

        import.Complete();
    }

    private IEnumerable<StoredLine> Rows(string where, object value)
    {
        using NpgsqlConnection connection = Guard(_source.OpenConnection);
        using NpgsqlCommand command = new($"SELECT sequence, id, recorded, run, json FROM line WHERE {where} ORDER BY sequence", connection);
        command.Parameters.AddWithValue(value);
        using NpgsqlDataReader row = Guard(() => command.ExecuteReader());
        while (Guard(row.Read)) yield return Guard(() => new StoredLine(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)));
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            throw PostgresFault.Explain(Name, e);
        }
        catch (FormatException e)
        {
            throw new LedgerException("DG3009", $"A line that was to be added to {Name} cannot be read ({e.Message}); nothing was added.", e);
        }
    }
}
