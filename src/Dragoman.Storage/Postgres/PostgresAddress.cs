using System.Globalization;
using Dragoman.Record;
using Npgsql;

namespace Dragoman.Storage.Postgres;

/// <summary>
/// The address of a ledger in PostgreSQL, as a user gives it: <c>postgres://user@host:5432/database?schema=truce</c>, or a connection string
/// (<c>Host=…;Database=…</c>) whose search path names the schema.
/// </summary>
internal sealed class PostgresAddress
{
    private const string DefaultSchema = "dragoman";
    private const string SchemaKey = "schema";

    private PostgresAddress(NpgsqlConnectionStringBuilder connection)
    {
        connection.ApplicationName ??= "dragoman";
        connection.SearchPath ??= DefaultSchema;
        Connection = connection;
    }

    public NpgsqlConnectionStringBuilder Connection { get; }

    /// <summary>The schema that holds the ledger; each ledger of a database has its own.</summary>
    public string Schema => Connection.SearchPath!;

    /// <summary>How messages name it: without the password.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture,
        $"postgres://{Connection.Host}:{Connection.Port}/{Connection.Database ?? Connection.Username}{(Schema == DefaultSchema ? "" : $"?{SchemaKey}={Schema}")}");

    /// <summary>Whether a place is meant as an address of PostgreSQL; a path has neither form.</summary>
    public static bool Is(string place) =>
        place.StartsWith("postgres://", StringComparison.Ordinal) || place.StartsWith("postgresql://", StringComparison.Ordinal)
        || (place.Contains("Host=", StringComparison.OrdinalIgnoreCase) && !File.Exists(place));

    /// <exception cref="LedgerException">DG3010: the address cannot be read.</exception>
    public static PostgresAddress Parse(string place)
    {
        try
        {
            NpgsqlConnectionStringBuilder connection = place.Contains("://", StringComparison.Ordinal) ? FromAddress(new(place)) : new(place);
            PostgresAddress address = new(connection);
            return IsSchema(address.Schema) ? address
                : throw new FormatException($"'{address.Schema}' is no name of a schema: write letters, digits and underscores, a letter first");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new LedgerException("DG3010", $"The address of the PostgreSQL ledger cannot be read ({e.Message}). Write it as postgres://user:password@host:5432/database.", e);
        }
    }

    private static NpgsqlConnectionStringBuilder FromAddress(Uri address)
    {
        NpgsqlConnectionStringBuilder connection = [];
        if (address.Host.Length > 0) connection.Host = address.Host;
        if (address.Port > 0) connection.Port = address.Port;
        if (address.AbsolutePath.Length > 1) connection.Database = Uri.UnescapeDataString(address.AbsolutePath[1..]);
        string[] user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0) connection.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) connection.Password = Uri.UnescapeDataString(user[1]);
        foreach (string pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = pair.Split('=', 2);
            string value = Uri.UnescapeDataString(sides[^1]);
            if (sides[0] == SchemaKey) connection.SearchPath = value;
            else connection[KeyOf(sides[0])] = value;
        }

        return connection;
    }

    /// <summary>The words of libpq for the settings that people copy from elsewhere.</summary>
    private static string KeyOf(string word) => word switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "host" => "Host",
        "application_name" => "Application Name",
        "connect_timeout" => "Timeout",
        _ => word,
    };

    private static bool IsSchema(string name) => name.Length is > 0 and < 64 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
