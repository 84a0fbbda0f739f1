using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;

namespace Dragoman.Bench;

/// <summary><c>train en [--ud FOLDER]</c>: trains the language's models and writes them with their card; the same treebanks give the same bytes.</summary>
internal static class TrainCommand
{
    private const int Seed = 20260101;
    private const string Ewt = "UD_English-EWT";
    private const string Gum = "UD_English-GUM";

    /// <summary>The genres of GUM whose licences allow models for any use; the others are CC BY-NC-SA.</summary>
    private static readonly ImmutableArray<string> FreeGenres =
        ["academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0 && args[0] == "en") return await RunAsync(args[0], Options.Take(args, "--ud"));
        await Console.Error.WriteLineAsync($"train: unknown language '{string.Join(' ', args)}'; known: en");
        return 2;
    }

    private static async Task<int> RunAsync(string language, string? ud)
    {
        if (Treebanks.Find(ud) is not { } treebanks) return 2;
        ImmutableArray<ConlluSentence> ewt = treebanks.Read(Ewt, "train");
        ImmutableArray<ConlluSentence> gum = [.. treebanks.Read(Gum, "train").Where(sentence => FreeGenres.Contains(Treebanks.GenreOf(sentence)))];
        if (ewt.IsEmpty) return 2;
        using Process process = Process.GetCurrentProcess();
        Problems problems = new();
        LinearPackTrainer trainer = new(Options.Data, language, Casing.Plain, Seed, message => Progress(process, message));
        byte[] model = trainer.Train([.. ewt, .. gum], problems);
        problems.ThrowIfAny();
        string path = Options.Data.Path($"models/{language}/model.bin");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, model);
        Progress(process, string.Create(CultureInfo.InvariantCulture, $"{path}: {model.Length / 1e6:0.0} MB"));

        Annotator annotator = Annotator.Load(Options.Data, language, problems)!;
        (string, string, string, int)[] sources = [(Ewt, "CC BY-SA 4.0", Hash(treebanks, Ewt), ewt.Length), (Gum, "CC BY 4.0 (genres that allow any use)", Hash(treebanks, Gum), gum.Length)];
        var scores = LanguageCommand.Sets(treebanks).Where(set => !set.Name.Contains(',', StringComparison.Ordinal) || set.Name.EndsWith("news", StringComparison.Ordinal))
            .Select(set => (set.Name.Replace(",", "", StringComparison.Ordinal), LanguageCommand.OnGoldWords(annotator, set.Gold), LanguageCommand.FromText(annotator, set.Gold)));
        await File.WriteAllTextAsync(Options.Data.Path($"models/{language}/card.yml"), ModelCard.Write(language, model, Seed, sources, scores));
        return 0;
    }

    private static string Hash(Treebanks treebanks, string treebank) =>
        File.Exists(treebanks.PathOf(treebank, "train")) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(treebanks.PathOf(treebank, "train")))) : "none";

    private static void Progress(Process process, string message)
    {
        process.Refresh();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{process.TotalProcessorTime.TotalSeconds,6:0} cpu-s  {message}"));
    }
}
