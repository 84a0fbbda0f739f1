namespace Dragoman.Bench;

/// <summary>What the <c>dev</c> script runs for training and measuring: <c>train</c>, <c>eval</c>, <c>bench</c>.</summary>
internal static class Commands
{
    public static Task<int> RunAsync(string[] args)
    {
        Console.Error.WriteLine($"unknown command '{string.Join(' ', args)}'; known: train, eval, bench");
        return Task.FromResult(2);
    }
}
