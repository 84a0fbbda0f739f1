using Dragoman.Language;
using Dragoman.Language.Packs;

namespace Dragoman.Bench;

/// <summary>What the commands take from the command line and the environment.</summary>
internal static class Options
{
    public static DataFolder Data { get; } = new(Environment.GetEnvironmentVariable("DRAGOMAN_DATA") is { Length: > 0 } set ? set : AppContext.BaseDirectory);

    /// <summary>Where data sets are kept that are not part of the project.</summary>
    public static string Cache { get; } = Environment.GetEnvironmentVariable("DRAGOMAN_CACHE") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "dragoman");

    /// <summary>The profile of <c>--profile</c>; the accurate one if there is none.</summary>
    public static Profile Profile(string[] args) => Take(args, "--profile") == "fast" ? Dragoman.Language.Profile.Fast : Dragoman.Language.Profile.Accurate;

    /// <summary>The word after an option, or null.</summary>
    public static string? Take(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
