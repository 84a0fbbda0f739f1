using System.Collections.Immutable;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Record;

namespace Dragoman.Bench.News;

/// <summary>The folder of news streams that the measurements read and the project does not hold; <c>--news FOLDER</c> names another.</summary>
internal static class NewsFolder
{
    public static string Path(string[] args) => Options.Take(args, "--news") ?? System.IO.Path.Combine(Options.Cache, "domain", "news");

    /// <summary>The readings of a JSON Lines file, one for each article that could be taken in.</summary>
    public static ImmutableArray<DocumentReading> Read(Reader reader, string file) =>
        [.. new ArticleIntake().Take([file]).Select(arrival => arrival.Article).OfType<Article>().Select(reader.Read)];
}
