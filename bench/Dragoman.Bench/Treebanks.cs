using System.Collections.Immutable;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;

namespace Dragoman.Bench;

/// <summary>Finds treebanks in the folder of Universal Dependencies and takes the parts that a model may be trained on.</summary>
internal sealed class Treebanks
{
    private readonly string _folder;

    private Treebanks(string folder) => _folder = folder;

    /// <summary>The folder of <c>--ud</c>, or of the cache; null, with a message, if there is none.</summary>
    public static Treebanks? Find(string? given)
    {
        string folder = given ?? Path.Combine(Options.Cache, "ud");
        if (Directory.Exists(folder)) return new(folder);
        Console.Error.WriteLine($"no treebanks at {folder}: unpack Universal Dependencies there (en/UD_English-EWT/…), or give their folder with --ud");
        return null;
    }

    /// <summary>The folder in which that of the treebanks lies.</summary>
    public string Above => Path.GetDirectoryName(Path.GetFullPath(_folder))!;

    public string PathOf(string treebank, string part) =>
        Path.Combine(_folder, "en", treebank, $"{treebank.Replace("UD_English-", "en_", StringComparison.Ordinal).ToLowerInvariant()}-ud-{part}.conllu");

    /// <summary>A part of a treebank; none, with a message, if its file is missing.</summary>
    public ImmutableArray<ConlluSentence> Read(string treebank, string part)
    {
        string path = PathOf(treebank, part);
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"{path} is missing; it is left out");
            return [];
        }

        Problems problems = new();
        ImmutableArray<ConlluSentence> sentences = ConlluReader.ReadFile(path, problems);
        foreach (Problem problem in problems.Items) Console.Error.WriteLine(problem);
        return sentences;
    }

    /// <summary>The genre of a GUM sentence: <c>GUM_news_crane-3</c> gives <c>news</c>.</summary>
    public static string GenreOf(ConlluSentence sentence) => sentence.Id?.Split('_') is { Length: > 2 } parts ? parts[1] : "";
}
