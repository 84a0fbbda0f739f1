namespace Dragoman.Bench;

/// <summary><c>eval WHAT</c>: measures a part on its test data; a line here for each part.</summary>
internal static class EvalCommand
{
    private static readonly SortedDictionary<string, Func<string[], Task<int>>> Parts = new(StringComparer.Ordinal)
    {
        ["en"] = args => LanguageCommand.RunAsync("en", args),
        ["links"] = Links.LinksCommand.RunAsync,
        ["names"] = NamesCommand.RunAsync,
        ["negatives"] = News.NegativesCommand.RunAsync,
        ["plover"] = Events.EvalPlover.RunAsync,
        ["streams"] = News.StreamsCommand.RunAsync,
        ["rules"] = RulesCommand.RunAsync,
        ["statements"] = StatementsCommand.RunAsync,
        ["times"] = Times.EvalTimes.RunAsync,
    };

    public static Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0 && Parts.TryGetValue(args[0], out Func<string[], Task<int>>? part)) return part(args[1..]);
        Console.Error.WriteLine($"eval: unknown part '{string.Join(' ', args)}'; known: {string.Join(", ", Parts.Keys)}");
        return Task.FromResult(2);
    }
}
