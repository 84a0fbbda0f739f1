using Dragoman.Record;
using Npgsql;

namespace Dragoman.Storage.Postgres;

/// <summary>The tables of a ledger in PostgreSQL. <c>about</c> says what the schema is and which version wrote it.</summary>
internal static class PostgresSchema
{
    /// <summary>The schema that this program writes. A ledger of a higher one is refused.</summary>
    private const int Version = 1;

    // JSON is text, so that it stays as it was written, byte for byte. The text of ids sorts and compares by bytes whatever the database's language.
    private const string Tables = """
        CREATE TABLE about (dragoman_ledger_version integer NOT NULL);
        INSERT INTO about VALUES (1);
        CREATE TABLE line (
            sequence bigint PRIMARY KEY,
            id       text COLLATE "C" NOT NULL UNIQUE,
            recorded text COLLATE "C" NOT NULL,
            run      text COLLATE "C" NOT NULL,
            json     text COLLATE "C" NOT NULL,
            kind     text COLLATE "C" NOT NULL,
            document text COLLATE "C" NOT NULL
        );
        CREATE INDEX line_document ON line (document, sequence);
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a ledger is only ever added to'; END $$;
        CREATE TRIGGER line_is_never_changed BEFORE UPDATE OR DELETE ON line FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER line_is_never_emptied BEFORE TRUNCATE ON line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    /// <summary>Whether there is a ledger to open (true) or none yet (false: no such schema, or one without tables).</summary>
    /// <exception cref="LedgerException">DG3002: the schema holds something else. DG3003: it is newer than this program.</exception>
    public static bool Exists(NpgsqlConnection connection, PostgresAddress address)
    {
        if (!IsThere(connection, address.Schema, "about", "dragoman_ledger_version"))
        {
            if (!HasTables(connection, address.Schema)) return false;
            throw new LedgerException("DG3002", $"The schema {address.Schema} of {address.Name} holds no Dragoman ledger but other tables. It was left as it is; give another with ?schema=NAME.");
        }

        int version = (int)Scalar(connection, "SELECT dragoman_ledger_version FROM about")!;
        return version <= Version ? true : throw new LedgerException(
            "DG3003", string.Create(null, $"{address.Name} was written by a newer Dragoman (ledger version {version}; this program knows up to {Version}). It was left as it is; update Dragoman to open it."));
    }

    /// <summary>Makes the tables in one transaction; of two programs that do so at once, the second finds them made.</summary>
    public static void Create(NpgsqlConnection connection, PostgresAddress address)
    {
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        Scalar(connection, "SELECT pg_advisory_xact_lock(hashtext('dragoman ledger'))");
        if (Exists(connection, address)) return;
        Scalar(connection, $"CREATE SCHEMA IF NOT EXISTS \"{address.Schema}\"");
        Scalar(connection, Tables);
        transaction.Commit();
    }

    private static bool IsThere(NpgsqlConnection connection, string schema, string table, string column) =>
        (bool)Scalar(connection, "SELECT EXISTS (SELECT FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 AND column_name = $3)", schema, table, column)!;

    private static bool HasTables(NpgsqlConnection connection, string schema) =>
        (bool)Scalar(connection, "SELECT EXISTS (SELECT FROM information_schema.tables WHERE table_schema = $1)", schema)!;

    private static object? Scalar(NpgsqlConnection connection, string sql, params string[] values)
    {
        using NpgsqlCommand command = new(sql, connection);
        foreach (string value in values) command.Parameters.AddWithValue(value);
        return command.ExecuteScalar();
    }
}
