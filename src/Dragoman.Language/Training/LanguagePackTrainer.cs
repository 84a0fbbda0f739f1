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
    private readonly Casing _casing;
    private readonly int _seed;

    public LanguagePackTrainer(DataFolder data, string language, Casing casing, int seed)
    {
        _data = data;
        _language = language;
        _casing = casing;
        _seed = seed;
    }

    /// <summary>The model file's bytes.</summary>
    /// <param name="network">With the weights to keep.</param>
    /// <param name="training">What the network learnt from: its keys and labels go into the file.</param>
    public byte[] Train(ImmutableArray<ConlluSentence> sentences, Network network, TrainingData training, Problems problems)
    {
        Abbreviations abbreviations = Abbreviations.Read(_data, _language, _casing, problems);
        ConlluText text = ConlluText.Restore(sentences);
        TokenizerTrainer tokenizers = new(_casing, abbreviations);
        Tokenizer tokenizer = tokenizers.TrainTokenizer(text, TokenizerEpochs, _seed);
        SentenceSplitter splitter = tokenizers.TrainSplitter(text, SplitterEpochs, _seed);
        LemmaLexicon lexicon = LemmaLexicon.Learn(Words(sentences), _casing);
        ModelFile file = new();
        file.Add("casing", output => output.Write(_casing.Name));
        file.Add("tokenizer", tokenizer.Write);
        file.Add("splitter", splitter.Write);
        file.Add("lemmas", lexicon.Write);
        file.Add("network", output => NeuralModelWriter.Write(output, network, training.Tables, training.Labels));
        return file.ToBytes();
    }

    private static IEnumerable<(string Form, Upos Upos, string Lemma)> Words(IEnumerable<ConlluSentence> sentences)
    {
        foreach (ConlluRow row in sentences.SelectMany(sentence => sentence.Words))
            if (Enum.TryParse(row.Upos, out Upos upos)) yield return (row.Form, upos, row.Lemma);
    }
}
