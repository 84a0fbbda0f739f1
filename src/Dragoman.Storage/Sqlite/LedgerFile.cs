using System.Buffers.Binary;
using Dragoman.Record;
using Microsoft.Data.Sqlite;

namespace Dragoman.Storage.Sqlite;

/// <summary>
/// The file of a ledger: what it is, told from its first bytes, so that a file which is not ours or is newer than this program is refused
/// without SQLite touching it.
/// </summary>
internal static class LedgerFile
{
    /// <summary>"DRGM": SQLite's application id of a ledger.</summary>
    public const int ApplicationId = 0x4452474D;

    /// <summary>The schema that this program writes. A ledger of a higher one is refused.</summary>
    public const int Version = 1;

    private const int HeaderLength = 100;
    private const int VersionAt = 60;
    private const int ApplicationIdAt = 68;

    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Whether there is a ledger to open (true) or none yet (false: no file, or an empty one).</summary>
    /// <exception cref="LedgerException">DG3002: the file is something else. DG3003: it is newer than this program. DG3004: it cannot be read.</exception>
    public static bool Exists(string path)
    {
        byte[] header = ReadHeader(path);
        if (header.Length == 0) return false;
        if (header.Length < HeaderLength || !header.AsSpan().StartsWith("SQLite format 3\0"u8) || At(header, ApplicationIdAt) != ApplicationId)
        {
            throw new LedgerException("DG3002", $"{path} is no Dragoman ledger. It was left as it is; give another path with --ledger.");
        }

        CheckVersion(path, At(header, VersionAt));
        return true;
    }

    public static void CheckVersion(string path, int version)
    {
        if (version > Version)
        {
            throw new LedgerException(
                "DG3003", string.Create(null, $"{path} was written by a newer Dragoman (ledger version {version}; this program knows up to {Version}). It was left as it is; update Dragoman to open it."));
        }
    }

    /// <summary>What a fault of SQLite means for the user.</summary>
    public static LedgerException Explain(string path, SqliteException fault) => fault.SqliteErrorCode switch
    {
        Busy or Locked => new("DG3005", $"{path} is in use by another program and stayed locked. Close that program, or try again.", fault),
        ReadOnly => new("DG3004", $"{path} cannot be written: the file or its folder is read-only. Change its permissions, or give another path with --ledger.", fault),
        CannotOpen => new("DG3004", $"{path} cannot be opened. Check that its folder exists and that you may read and write it.", fault),
        Full => new("DG3004", $"{path} cannot be written: the disk is full. Nothing of the document under way was kept; all earlier ones were.", fault),
        Corrupt or NotADatabase => new("DG3002", $"{path} is damaged or no Dragoman ledger ({fault.Message}). Restore it from a copy.", fault),
        _ => new("DG3004", $"{path}: {fault.Message}", fault),
    };

    private static byte[] ReadHeader(string path)
    {
        if (Directory.Exists(path)) throw new LedgerException("DG3002", $"{path} is a folder. Give the path of a file with --ledger.");
        if (!File.Exists(path)) return [];
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] header = new byte[HeaderLength];
            return header[..file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException("DG3004", $"{path} cannot be read: {e.Message}", e);
        }
    }

    private static int At(byte[] header, int offset) => BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(offset));
}
