using System.Collections.Immutable;
using Dragoman.Language.Models;
using Dragoman.Language.Neural;
using Dragoman.Language.Packs;
using Dragoman.Language.Tokenizing;
using Dragoman.Language.Training.Neural;

namespace Dragoman.Language.Training;

/// <summary>
/// Makes a language's model file: trains tokeniser and sentence splitter (seconds), learns the lexicon of lemmas, and adds the trained network.
/// The same data, seed and network give the same bytes everywhere.
/// </summary>
internal sealed class LanguagePackTrainer
{
    /// <summary>Raise it when the same data and seed give another model.</summary>
    public const int Version = 2;

    private const int TokenizerEpochs = 6;
    private const int SplitterEpochs = 8;

    private readonly DataFolder _data;
    private readonly string _language;
    private readonly Profile _profile;
    private readonly Casing _casing;
    private readonly int _seed;

    public LanguagePackTrainer(DataFolder data, string language, Profile profile, Casing casing, int seed)
    {
        _data = data;
        _language = language;
        _profile = profile;
        _casing = casing;
        _seed = seed;
    }

    /// <summary>The model file's bytes.</summary>
    /// <param name="network">With the weights to keep.</param>
    /// <param name="training">What the network learnt from: its keys and labels go into the file.</param>
    /// <param name="history">How the network was trained, a line a training.</param>
    public byte[] Train(ImmutableArray<ConlluSentence> sentences, Network network, TrainingData training, IReadOnlyList<string> history, Problems problems)
    {
        LemmaLexicon lexicon = LemmaLexicon.Learn(Words(sentences), _casing);
        ModelFile file = new();
        file.Add("casing", output => output.Write(_casing.Name));
        AddTokenizer(file, sentences, problems);
        file.Add("lemmas", lexicon.Write);
        file.Add("history", output => output.Write(string.Join('\n', history)));
        file.Add("network", output => NeuralModelWriter.Write(output, network, training.Tables, training.Labels));
        return file.ToBytes();
    }

    /// <summary>
    /// The model file with tokeniser and splitter trained anew and all else as it is: what <see cref="Train"/> gives where nothing but they or the
    /// abbreviations have changed. Null, with a problem, if there is no sound model.
    /// </summary>
    public byte[]? TrainTokenizer(ImmutableArray<ConlluSentence> sentences, Problems problems)
    {
        if (ModelFile.Read(_data, LanguagePack.FileOf(_language, _profile), problems) is not { } file) return null;
        AddTokenizer(file, sentences, problems);
        return file.ToBytes();
    }

    /// <summary>How the network of a language's model was trained, a line a training.</summary>
    public static IReadOnlyList<string> History(DataFolder data, string language, Profile profile)
    {
        using BinaryReader section = ModelFile.Read(data, LanguagePack.FileOf(language, profile), new())!.Open("history");
        return section.ReadString().Split('\n');
    }

    private void AddTokenizer(ModelFile file, ImmutableArray<ConlluSentence> sentences, Problems problems)
    {
        ConlluText text = ConlluText.Restore(sentences);
        TokenizerTrainer trainer = new(_casing, Abbreviations.Read(_data, _language, _casing, problems), Marks.Read(_data, _language, problems));
        file.Add("tokenizer", trainer.TrainTokenizer(text, TokenizerEpochs, _seed).Write);
        file.Add("splitter", trainer.TrainSplitter(text, SplitterEpochs, _seed).Write);
    }

    private static IEnumerable<(string Form, Upos Upos, string Lemma)> Words(IEnumerable<ConlluSentence> sentences)
    {
        foreach (ConlluRow row in sentences.SelectMany(sentence => sentence.Words))
            if (Enum.TryParse(row.Upos, out Upos upos)) yield return (row.Form, upos, row.Lemma);
    }
}
