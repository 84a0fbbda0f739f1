using Dragoman.Language.Neural;
using Dragoman.Language.Packs;
using Dragoman.Language.Tokenizing;

namespace Dragoman.Language.Models;

/// <summary>Everything that is trained for a language, as <c>models/&lt;language&gt;/accurate.bin</c> or <c>fast.bin</c> holds it.</summary>
internal sealed record LanguagePack(Tokenizer Tokenizer, SentenceSplitter Splitter, NeuralParser Parser)
{
    /// <summary>A collector of names, for one thread.</summary>
    public NameCollector Names() => new(Parser.Model.Lists, Parser.Model.Casing);

    public static string FileOf(string language, Profile profile) => $"models/{language}/{(profile == Profile.Fast ? "fast" : "accurate")}.bin";

    public static LanguagePack? Load(DataFolder data, string language, Profile profile, Problems problems)
    {
        if (ModelFile.Read(data, FileOf(language, profile), problems) is not { } file) return null;
        using BinaryReader casingSection = file.Open("casing");
        string name = casingSection.ReadString();
        Casing casing = Casing.All.First(known => known.Name == name);
        Abbreviations abbreviations = Abbreviations.Read(data, language, casing, problems);
        Marks marks = Marks.Read(data, language, problems);
        using BinaryReader tokenizer = file.Open("tokenizer");
        using BinaryReader splitter = file.Open("splitter");
        using BinaryReader lexicon = file.Open("lemmas");
        using BinaryReader network = file.Open("network");
        return new(
            Tokenizer.Read(tokenizer, abbreviations, marks), SentenceSplitter.Read(splitter, abbreviations, marks),
            new(NeuralModel.Read(network, casing), LemmaLexicon.Read(lexicon)));
    }
}
