namespace Dragoman.Bench;

/// <summary>What the <c>dev</c> script runs for training and measuring; one file a command.</summary>
internal static class Commands
{
    private static readonly SortedDictionary<string, Func<string[], Task<int>>> All = new(StringComparer.Ordinal)
    {
        ["bench"] = SpeedCommand.RunAsync,
        ["eval"] = EvalCommand.RunAsync,
        ["score"] = ScoreCommand.RunAsync,
        ["train"] = TrainCommand.RunAsync,
    };

    public static Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0 && All.TryGetValue(args[0], out Func<string[], Task<int>>? command)) return command(args[1..]);
        Console.Error.WriteLine($"unknown command '{string.Join(' ', args)}'; known: {string.Join(", ", All.Keys)}");
        return Task.FromResult(2);
    }
}
