using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>
/// <c>train en [--ud FOLDER] [--work FOLDER] [--epochs N] [--rate R] [--seed N] [--threads N] [--from CHECKPOINT] [--pack] [--tokenizer]</c>: trains the language's
/// models and writes them with their card. An interrupted training goes on from its checkpoint. With <c>--pack</c> the network is not trained: the
/// best checkpoint is taken; with <c>--tokenizer</c> only tokeniser and splitter are trained, and the rest of the model stays.
/// </summary>
internal static class TrainCommand
{
    private const int Seed = 20260101;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0 && args[0] == "en") return await RunAsync(args[0], args);
        await Console.Error.WriteLineAsync($"train: unknown language '{string.Join(' ', args)}'; known: en");
        return 2;
    }

    private static async Task<int> RunAsync(string language, string[] args)
    {
        if (Treebanks.Find(Options.Take(args, "--ud")) is not { } treebanks) return 2;
        EnglishCorpora corpora = new(treebanks, treebanks.Above);
        if (corpora.EwtTraining.IsEmpty) return 2;
        Problems problems = new();
        LanguagePackTrainer trainer = new(Options.Data, language, Casing.Plain, Seed);
        byte[]? model = args.Contains("--tokenizer") ? trainer.TrainTokenizer(corpora.Trees, problems) : TrainAll(trainer, treebanks, corpora, args, problems);
        problems.ThrowIfAny();
        string path = Options.Data.Path($"models/{language}/model.bin");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, model!);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}: {model!.Length / 1e6:0.0} MB"));

        Annotator annotator = Annotator.Load(Options.Data, language, problems)!;
        var scores = LanguageCommand.Sets(treebanks).Where(set => !set.Name.Contains(',', StringComparison.Ordinal) || set.Name.EndsWith("news", StringComparison.Ordinal))
            .Select(set => (set.Name.Replace(",", "", StringComparison.Ordinal), LanguageCommand.OnGoldWords(annotator, set.Gold), LanguageCommand.FromText(annotator, set.Gold)));
        await File.WriteAllTextAsync(Options.Data.Path($"models/{language}/card.yml"), ModelCard.Write(language, model, Seed, LanguagePackTrainer.History(Options.Data, language), Sources(treebanks, corpora), scores));
        return 0;
    }

    private static byte[] TrainAll(LanguagePackTrainer trainer, Treebanks treebanks, EnglishCorpora corpora, string[] args, Problems problems)
    {
        NetworkTraining training = new(Options.Take(args, "--work") ?? Path.Combine(treebanks.Above, "training", args[0]), corpora, Plan(args));
        if (!args.Contains("--pack")) training.Run(Options.Take(args, "--from"));
        training.TakeBest();
        return trainer.Train(corpora.Trees, training.Network, training.Data, training.History, problems);
    }

    private static TrainingPlan Plan(string[] args)
    {
        TrainingPlan plan = new();
        return plan with
        {
            Epochs = int.Parse(Options.Take(args, "--epochs") ?? plan.Epochs.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            Rate = float.Parse(Options.Take(args, "--rate") ?? plan.Rate.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            Seed = ulong.Parse(Options.Take(args, "--seed") ?? plan.Seed.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            Threads = int.Parse(Options.Take(args, "--threads") ?? plan.Threads.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        };
    }

    private static IEnumerable<(string Name, string Licence, string Sha256, int Sentences)> Sources(Treebanks treebanks, EnglishCorpora corpora)
    {
        yield return (EnglishCorpora.Ewt, "CC BY-SA 4.0", Hash(treebanks.PathOf(EnglishCorpora.Ewt, "train")), corpora.EwtTraining.Length);
        yield return (EnglishCorpora.Gum, "CC BY 4.0 (genres that allow any use)", Hash(treebanks.PathOf(EnglishCorpora.Gum, "train")), corpora.GumTraining.Length);
        string uner = string.Format(CultureInfo.InvariantCulture, EnglishCorpora.Uner, EnglishCorpora.UnerTraining);
        yield return ("UNER English-EWT (names)", "CC BY-SA 4.0", Hash(Path.Combine(treebanks.Above, uner)), corpora.EwtTraining.Length);
        yield return ("wikigold (names)", "CC BY 4.0", Hash(Path.Combine(treebanks.Above, EnglishCorpora.Wikigold)), corpora.WikigoldSentences);
    }

    private static string Hash(string path) => File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "none";
}
