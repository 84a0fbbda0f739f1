using Dragoman.Record;
using Dragoman.Storage.Sqlite;

namespace Dragoman.Storage;

/// <summary>Opens a ledger by the place that a user gives: the path of a file, or the address of a PostgreSQL database.</summary>
public static class LedgerPlace
{
    /// <summary>Opens the ledger, or makes it if there is none.</summary>
    /// <exception cref="LedgerException">DG3002 to DG3005: it is something else, newer, not writable or in use.</exception>
    public static ILedgerStore OpenOrCreate(string place) => SqliteLedgerStore.OpenOrCreate(place);

    /// <summary>Opens a ledger that must be there, to read it.</summary>
    /// <exception cref="LedgerException">DG3001: there is none. DG3002 to DG3005: it is something else, newer, not readable or in use.</exception>
    public static ILedgerStore OpenToRead(string place) => SqliteLedgerStore.OpenToRead(place);
}
