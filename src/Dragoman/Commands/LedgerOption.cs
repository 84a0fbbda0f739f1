using System.CommandLine;
using Dragoman.Record.Entries;

namespace Dragoman.Commands;

/// <summary>Where the ledger is: <c>--ledger</c>, else <c>$DRAGOMAN_LEDGER</c>, else a file in the user's data folder.</summary>
internal sealed class LedgerOption
{
    private readonly Option<string?> _ledger = new("--ledger")
    {
        Description = "The ledger: a file, or postgres://user@host/database [default: $DRAGOMAN_LEDGER, or else dragoman/record.db in your data folder]",
        HelpName = "PATH",
    };

    public void AddTo(Command command) => command.Add(_ledger);

    /// <summary>The path given, or the default; its folder is made.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">A folder of articles that has a ledger of its own by default, so that a look at some samples does not end up in the user's record.</param>
    public string PathOf(ParseResult parsed, string? folder = null)
    {
        string? path = parsed.GetValue(_ledger);
        if (string.IsNullOrEmpty(path)) path = Environment.GetEnvironmentVariable("DRAGOMAN_LEDGER");
        return string.IsNullOrEmpty(path) ? Default(folder is null ? "record.db" : NameOf(folder)) : path;
    }

    /// <summary>The default path, its folder made; in the working folder if the user has no data folder.</summary>
    private static string Default(string name)
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (data.Length == 0) return "dragoman-" + name;
        string home = Path.Combine(data, "dragoman");
        try
        {
            Directory.CreateDirectory(home);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException("DG3004", $"the folder {home} for the ledger cannot be made ({e.Message}); give a path with --ledger");
        }

        return Path.Combine(home, name);
    }

    /// <summary>The folder's name and some digits of its full path: <c>samples-1f0c2ab9.db</c>.</summary>
    private static string NameOf(string folder)
    {
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return $"{Path.GetFileName(path)}-{ContentId.Document(path)[..8]}.db";
    }
}
