using Dragoman.Record;
using Dragoman.Storage.Postgres;
using Dragoman.Storage.Sqlite;

namespace Dragoman.Storage;

/// <summary>Opens a ledger by the place that a user gives: the path of a file, or the address of a PostgreSQL database.</summary>
public static class LedgerPlace
{
    /// <summary>Opens the ledger, or makes it if there is none.</summary>
    /// <exception cref="LedgerException">DG3002 to DG3005: it is something else, newer, not writable or in use.</exception>
    public static ILedgerStore OpenOrCreate(string place) => PostgresAddress.Is(place) ? PostgresLedgerStore.OpenOrCreate(place) : SqliteLedgerStore.OpenOrCreate(place);

    /// <summary>Opens a ledger that must be there, to read it.</summary>
    /// <exception cref="LedgerException">DG3001: there is none. DG3002 to DG3005: it is something else, newer, not readable or in use.</exception>
    public static ILedgerStore OpenToRead(string place) => PostgresAddress.Is(place) ? PostgresLedgerStore.OpenToRead(place) : SqliteLedgerStore.OpenToRead(place);

    /// <summary>Opens a ledger that must be there, to write.</summary>
    /// <exception cref="LedgerException">DG3001: there is none. DG3002 to DG3005: it is something else, newer, not writable or in use.</exception>
    public static ILedgerStore OpenExisting(string place)
    {
        OpenToRead(place).Dispose();
        return OpenOrCreate(place);
    }

    /// <summary>How messages name a place: a path as it is, an address without its password.</summary>
    /// <exception cref="LedgerException">DG3010: the address cannot be read.</exception>
    public static string NameOf(string place) => PostgresAddress.Is(place) ? PostgresAddress.Parse(place).Name : place;
}
