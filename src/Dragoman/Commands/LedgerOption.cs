using System.CommandLine;

namespace Dragoman.Commands;

/// <summary>Where the ledger is: <c>--ledger</c>, else <c>$DRAGOMAN_LEDGER</c>, else a file in the user's data folder.</summary>
internal sealed class LedgerOption
{
    private readonly Option<string?> _ledger = new("--ledger")
    {
        Description = "The ledger's file [default: $DRAGOMAN_LEDGER, or else dragoman/record.db in your data folder]",
        HelpName = "PATH",
    };

    public void AddTo(Command command) => command.Add(_ledger);

    /// <summary>The path given.</summary>
    public string PathOf(ParseResult parsed)
    {
        string? path = parsed.GetValue(_ledger);
        if (string.IsNullOrEmpty(path)) path = Environment.GetEnvironmentVariable("DRAGOMAN_LEDGER");
        return string.IsNullOrEmpty(path) ? Default() : path;
    }

    /// <summary>The default path, its folder made; in the working folder if the user has no data folder.</summary>
    private static string Default()
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (data.Length == 0) return "dragoman-record.db";
        string folder = Path.Combine(data, "dragoman");
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException("DG3004", $"the folder {folder} for the ledger cannot be made ({e.Message}); give a path with --ledger");
        }

        return Path.Combine(folder, "record.db");
    }
}
