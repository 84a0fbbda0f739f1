using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;

namespace Dragoman.Bench;

/// <summary><c>train en [--ud FOLDER] [--out FILE]</c>: trains the language's models and writes them with their card.</summary>
internal static class TrainCommand
{
    private const int Seed = 20260101;

    /// <summary>The genres of GUM whose licences allow models for any use; the others are CC BY-NC-SA.</summary>
    private static readonly ImmutableArray<string> FreeGenres =
        ["academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"];

    public static Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0 && args[0] == "en") return Task.FromResult(Run(args[0], Options.Take(args, "--ud"), Options.Take(args, "--out")));
        Console.Error.WriteLine($"train: unknown language '{string.Join(' ', args)}'; known: en");
        return Task.FromResult(2);
    }

    private static int Run(string language, string? ud, string? output)
    {
        if (Treebanks.Find(ud) is not { } treebanks) return 2;
        ImmutableArray<ConlluSentence> ewt = treebanks.Read("UD_English-EWT", "train");
        ImmutableArray<ConlluSentence> gum = [.. treebanks.Read("UD_English-GUM", "train").Where(sentence => FreeGenres.Contains(Treebanks.GenreOf(sentence)))];
        if (ewt.IsEmpty) return 2;
        Process process = Process.GetCurrentProcess();
        Problems problems = new();
        LinearPackTrainer trainer = new(Options.Data, language, Casing.Plain, Seed, message => Progress(process, message));
        byte[] model = trainer.Train([.. ewt, .. gum], problems);
        problems.ThrowIfAny();
        string path = output ?? Options.Data.Path($"models/{language}/model.bin");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path, model);
        Progress(process, string.Create(CultureInfo.InvariantCulture, $"{path}: {model.Length / 1e6:0.0} MB, sha256:{Convert.ToHexStringLower(SHA256.HashData(model))}"));
        return 0;
    }

    private static void Progress(Process process, string message)
    {
        process.Refresh();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{process.TotalProcessorTime.TotalSeconds,6:0} cpu-s  {message}"));
    }
}
