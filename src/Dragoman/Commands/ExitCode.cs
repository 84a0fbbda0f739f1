namespace Dragoman.Commands;

/// <summary>What the program returns to the shell; listed for users in docs/reading-articles.md.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Some document could not be read (or some check failed); the others were.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line is wrong, or a data file is; nothing was done.</summary>
    public const int Refused = 2;

    /// <summary>The user interrupted it.</summary>
    public const int Interrupted = 130;
}
