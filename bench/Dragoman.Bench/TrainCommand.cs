using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Dragoman.Language;
using Dragoman.Language.Models;
using Dragoman.Language.Neural;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Bench;

/// <summary>
/// <c>train en [--profile accurate|fast] [--ud FOLDER] [--work FOLDER] [--epochs N] [--rate R] [--seed N] [--threads N] [--from CHECKPOINT] [--pack] [--tokenizer]</c>: trains the language's
/// models and writes them with their card. An interrupted training goes on from its checkpoint. With <c>--pack</c> the network is not trained: the
/// best checkpoint is taken. The fast profile learns also from raw text that the accurate model has parsed. With <c>--tokenizer</c> only tokeniser and splitter are trained, and the rest of the model stays.
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
        EnglishCorpora corpora = new(treebanks, treebanks.Above, EnglishLists.Load(Options.Data).Titles);
        if (corpora.EwtTraining.IsEmpty) return 2;
        Problems problems = new();
        Profile profile = Options.Profile(args);
        LanguagePackTrainer trainer = new(Options.Data, language, profile, Casing.Plain, Seed);
        byte[]? model = args.Contains("--tokenizer") ? trainer.TrainTokenizer(corpora.Trees, problems) : TrainAll(trainer, treebanks, corpora, profile, args, problems);
        problems.ThrowIfAny();
        string path = Options.Data.Path(LanguagePack.FileOf(language, profile));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, model!);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}: {model!.Length / 1e6:0.0} MB"));

        Annotator annotator = Annotator.Load(Options.Data, language, problems, profile)!;
        var scores = LanguageCommand.Sets(treebanks).Where(set => !set.Name.Contains(',', StringComparison.Ordinal) || set.Name.EndsWith("news", StringComparison.Ordinal))
            .Select(set => (set.Name.Replace(",", "", StringComparison.Ordinal), LanguageCommand.OnGoldWords(annotator, set.Gold), LanguageCommand.FromText(annotator, set.Gold)));
        await File.WriteAllTextAsync(Path.ChangeExtension(path, ".yml"), ModelCard.Write(language, model, Seed, LanguagePackTrainer.History(Options.Data, language, profile), Sources(treebanks, corpora, profile), scores));
        return 0;
    }

    private static byte[] TrainAll(LanguagePackTrainer trainer, Treebanks treebanks, EnglishCorpora corpora, Profile profile, string[] args, Problems problems)
    {
        string work = Options.Take(args, "--work") ?? Path.Combine(treebanks.Above, "training", $"{args[0]}-{profile}");
        IReadOnlyList<SourceSentence> sources = corpora.Training();
        if (profile == Profile.Fast) sources = [.. sources, .. new SilverText(treebanks.Above).Parse(Annotator.Load(Options.Data, args[0], problems)!)];
        NetworkTraining training = new(work, corpora, sources, EnglishLists.Load(Options.Data).Words, profile == Profile.Fast ? NetworkShape.Fast : NetworkShape.Accurate, Plan(args));
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

    private static IEnumerable<(string Name, string Licence, string Sha256, int Sentences)> Sources(Treebanks treebanks, EnglishCorpora corpora, Profile profile)
    {
        yield return (EnglishCorpora.Ewt, "CC BY-SA 4.0", Hash(treebanks.PathOf(EnglishCorpora.Ewt, "train")), corpora.EwtTraining.Length);
        yield return (EnglishCorpora.Gum, "CC BY 4.0 (genres that allow any use)", Hash(treebanks.PathOf(EnglishCorpora.Gum, "train")), corpora.GumTraining.Length);
        string uner = string.Format(CultureInfo.InvariantCulture, EnglishCorpora.Uner, EnglishCorpora.UnerTraining);
        yield return ("UNER English-EWT (names)", "CC BY-SA 4.0", Hash(Path.Combine(treebanks.Above, uner)), corpora.EwtTraining.Length);
        yield return ("wikigold (names)", "CC BY 4.0", Hash(Path.Combine(treebanks.Above, EnglishCorpora.Wikigold)), corpora.WikigoldSentences);
        yield return ("GAP development (people)", "Apache-2.0, its text CC BY-SA 3.0", Hash(Path.Combine(treebanks.Above, GapNames.File)), GapNames.Read(treebanks.Above, EnglishLists.Load(Options.Data).Titles).Count());
        yield return ("MEANTIME English (names)", "CC BY 4.0", "none", MeantimeNames.Read(treebanks.Above).Count());
        foreach ((string name, string licence, string file) in EnglishLists.Sources) yield return ($"list of {name}", licence, Hash(Options.Data.Path(file)), 0);
        if (profile != Profile.Fast) yield break;
        foreach ((string name, string licence, string file) in SilverText.Sources)
            yield return ($"{name} (parsed by the accurate model)", licence, Hash(Path.Combine(treebanks.Above, file)), 0);
    }

    private static string Hash(string path) => File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "none";
}
