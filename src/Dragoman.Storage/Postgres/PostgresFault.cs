using Dragoman.Record;
using Npgsql;

namespace Dragoman.Storage.Postgres;

/// <summary>What a fault of PostgreSQL means for the user.</summary>
internal static class PostgresFault
{
    public static LedgerException Explain(string ledger, Exception fault) => fault switch
    {
        PostgresException refusal => Explain(ledger, refusal),
        NpgsqlException { InnerException: TimeoutException } => new("DG3005", $"{ledger} did not answer in time; it may be in use by another program. Try again.", fault),
        _ => new("DG3004", $"{ledger} cannot be reached ({fault.Message}). Check the address, and that the server runs and accepts you.", fault),
    };

    private static LedgerException Explain(string ledger, PostgresException refusal) => refusal.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected =>
            new("DG3005", $"{ledger} is in use by another program and stayed locked. Close that program, or try again.", refusal),
        PostgresErrorCodes.InvalidCatalogName => new("DG3004", $"{ledger}: there is no such database. Make it with createdb, or mend the address.", refusal),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            new("DG3004", $"{ledger}: the server does not accept this user ({refusal.MessageText}). Mend the address.", refusal),
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction =>
            new("DG3004", $"{ledger} cannot be written: {refusal.MessageText}. Ask for the right, or give another ledger with --ledger.", refusal),
        PostgresErrorCodes.DiskFull => new("DG3004", $"{ledger} cannot be written: the server's disk is full. Nothing of the document under way was kept; all earlier ones were.", refusal),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new("DG3002", $"{ledger} is damaged ({refusal.MessageText}). Restore it from a copy.", refusal),
        _ => new("DG3004", $"{ledger}: {refusal.MessageText}", refusal),
    };
}
