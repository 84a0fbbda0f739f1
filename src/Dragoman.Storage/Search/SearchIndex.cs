using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Views;
using Dragoman.Storage.Postgres;
using Microsoft.Data.Sqlite;

namespace Dragoman.Storage.Search;

/// <summary>
/// The full-text index of a ledger, in an SQLite file of its own (FTS5). It is derived: whatever happens to the file, it is made again from the
/// ledger, and before every search it takes in what the ledger has had since. Thread-safe.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    public const string DocumentKind = "document";

    /// <summary>Facets and totals count up to this many hits.</summary>
    public const int MostCounted = 5000;

    private const int Version = 1;
    private const int DocumentsAtOnce = 200;
    private const int FacetValues = 12;

    private static readonly string Schema = string.Create(CultureInfo.InvariantCulture, $"""
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = OFF;
        CREATE TABLE IF NOT EXISTS item (
            id INTEGER PRIMARY KEY, document TEXT NOT NULL, record TEXT, kind TEXT NOT NULL, outlet TEXT, published TEXT, state TEXT) STRICT;
        CREATE INDEX IF NOT EXISTS item_document ON item (document);
        CREATE INDEX IF NOT EXISTS item_published ON item (published);
        CREATE TABLE IF NOT EXISTS item_actor (item INTEGER NOT NULL, name TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS item_actor_item ON item_actor (item);
        CREATE TABLE IF NOT EXISTS head (sequence INTEGER NOT NULL) STRICT;
        CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(folded, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
        PRAGMA user_version = {Version};
        """);

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    private SearchIndex(SqliteConnection connection) => _connection = connection;

    /// <summary>Where the index of a ledger is kept: beside its file, or for a ledger on a server in the folder for what can be made again.</summary>
    public static string PathOf(string ledger) => PostgresAddress.Is(ledger)
        ? Path.Combine(Directory.CreateTempSubdirectory("dragoman-search-").FullName, "index")
        : ledger + ".search";

    /// <summary>Opens the index at this path; one that is damaged or of another version is made anew.</summary>
    public static SearchIndex Open(string path)
    {
        try
        {
            return TryOpen(path);
        }
        catch (SqliteException)
        {
            foreach (string ending in new[] { "", "-wal", "-shm" }) File.Delete(path + ending);
            return TryOpen(path);
        }
    }

    /// <summary>What the query finds in the ledger as it stands.</summary>
    public SearchAnswer Search(LedgerState state, SearchQuery query)
    {
        lock (_gate)
        {
            CatchUp(state);
            return new SearchReader(_connection, state, query).Read(FacetValues);
        }
    }

    public void Dispose() => _connection.Dispose();

    private static SearchIndex TryOpen(string path)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using SqliteCommand version = connection.CreateCommand();
            version.CommandText = "PRAGMA user_version";
            int found = Convert.ToInt32(version.ExecuteScalar(), CultureInfo.InvariantCulture);
            if (found is not 0 and not Version) throw new SqliteException("the index is of another version", 1);
            using SqliteCommand schema = connection.CreateCommand();
            schema.CommandText = Schema;
            schema.ExecuteNonQuery();
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes in every document that has had a line since the index was last brought up to date.</summary>
    private void CatchUp(LedgerState state)
    {
        long head = Scalar("SELECT coalesce(max(sequence), 0) FROM head");
        if (head == state.Head) return;
        if (head > state.Head) head = Clear(); // an index of another ledger, or of one that was put back to an earlier copy
        DocumentState[] changed = [.. state.InOrder.Where(d => d.History is not [] && d.History[^1].Sequence > head)];
        string[] withdrawn = [.. state.Withdrawn.Keys];
        foreach (DocumentState[] part in changed.Chunk(DocumentsAtOnce))
        {
            using SqliteTransaction transaction = _connection.BeginTransaction();
            foreach (DocumentState document in part) Replace(document);
            transaction.Commit();
        }

        using SqliteTransaction last = _connection.BeginTransaction();
        foreach (string document in withdrawn) Remove(document);
        Run("DELETE FROM head");
        Run("INSERT INTO head VALUES ($1)", state.Head);
        last.Commit();
    }

    private long Clear()
    {
        foreach (string table in new[] { "words", "item", "item_actor", "head" }) Run($"DELETE FROM {table}");
        return 0;
    }

    private void Remove(string document)
    {
        Run("DELETE FROM words WHERE rowid IN (SELECT id FROM item WHERE document = $1)", document);
        Run("DELETE FROM item_actor WHERE item IN (SELECT id FROM item WHERE document = $1)", document);
        Run("DELETE FROM item WHERE document = $1", document);
    }

    private void Replace(DocumentState document)
    {
        Remove(document.Id);
        Add(document, null, document.Name + "\n" + document.Text, document.Reading?.Actors ?? []);
        foreach (RecordState record in document.Records)
        {
            CitedRecord cited = new(document, record);
            Actor[] actors = [.. ActorsOf(cited).Distinct()];
            Add(document, record, string.Join('\n', record.Content.Passages.Select(p => p.Words).Distinct().Concat(actors.Select(a => a.Name))), actors);
        }
    }

    private void Add(DocumentState document, RecordState? record, string words, IEnumerable<Actor> actors)
    {
        Run(
            "INSERT INTO item (document, record, kind, outlet, published, state) VALUES ($1, $2, $3, $4, $5, $6)",
            document.Id,
            record?.Id,
            record?.Kind ?? DocumentKind,
            document.Reading?.Outlet,
            document.Reading?.Published,
            record is null ? null : ContractWords.WordOf(record.State));
        long id = Scalar("SELECT last_insert_rowid()");
        Run("INSERT INTO words (rowid, folded) VALUES ($1, $2)", id, SearchFolding.Fold(words));
        foreach (string name in actors.Select(a => a.Name).Distinct(StringComparer.Ordinal)) Run("INSERT INTO item_actor VALUES ($1, $2)", id, name);
    }

    private static IEnumerable<Actor> ActorsOf(CitedRecord record)
    {
        IEnumerable<string?> ids = record.Statement is { } statement
            ? statement.Addressee.Append(statement.Speaker!)
            : record.Finding!.Slots.Select(s => s.Value).OfType<SlotValue.Actors>().SelectMany(a => a.Ids);
        return ids.Select(record.ActorOf).OfType<Actor>().Concat(record.ToldBy is { } teller ? [teller] : []);
    }

    private void Run(string sql, params object?[] values)
    {
        using SqliteCommand command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private long Scalar(string sql)
    {
        using SqliteCommand command = Command(sql, []);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private SqliteCommand Command(string sql, object?[] values)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++) command.Parameters.AddWithValue("$" + (i + 1).ToString(CultureInfo.InvariantCulture), values[i] ?? DBNull.Value);
        return command;
    }
}
