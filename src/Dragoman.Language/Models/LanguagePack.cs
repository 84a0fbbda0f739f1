using Dragoman.Language.Neural;
using Dragoman.Language.Packs;
using Dragoman.Language.Tokenizing;

namespace Dragoman.Language.Models;

/// <summary>Everything that is trained for a language, as <c>models/&lt;language&gt;/model.bin</c> holds it.</summary>
internal sealed record LanguagePack(Tokenizer Tokenizer, SentenceSplitter Splitter, NeuralParser Parser)
{
    public static string FileOf(string language) => $"models/{language}/model.bin";

    public static LanguagePack? Load(DataFolder data, string language, Problems problems)
    {
        if (ModelFile.Read(data, FileOf(language), problems) is not { } file) return null;
        using BinaryReader casingSection = file.Open("casing");
        string name = casingSection.ReadString();
        Casing casing = Casing.All.First(known => known.Name == name);
        Abbreviations abbreviations = Abbreviations.Read(data, language, casing, problems);
        using BinaryReader tokenizer = file.Open("tokenizer");
        using BinaryReader splitter = file.Open("splitter");
        using BinaryReader lexicon = file.Open("lemmas");
        using BinaryReader network = file.Open("network");
        return new(
            Tokenizer.Read(tokenizer, abbreviations), SentenceSplitter.Read(splitter, abbreviations),
            new(NeuralModel.Read(network, casing), LemmaLexicon.Read(lexicon)));
    }
}
