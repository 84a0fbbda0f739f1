using Dragoman.Language.Packs;
using Dragoman.Language.Parsing;
using Dragoman.Language.Tagging;
using Dragoman.Language.Tokenizing;

namespace Dragoman.Language.Models;

/// <summary>Everything that is trained for a language, as <c>models/&lt;language&gt;/model.bin</c> holds it.</summary>
internal sealed record LinearPack(Casing Casing, Tokenizer Tokenizer, SentenceSplitter Splitter, Tagger Tagger, Lemmatizer Lemmatizer, DependencyParser Parser)
{
    public static string FileOf(string language) => $"models/{language}/model.bin";

    public static LinearPack? Load(DataFolder data, string language, Problems problems)
    {
        if (ModelFile.Read(data, FileOf(language), problems) is not { } file) return null;
        using BinaryReader casingSection = file.Open("casing");
        string name = casingSection.ReadString();
        Casing casing = Casing.All.First(known => known.Name == name);
        Abbreviations abbreviations = Abbreviations.Read(data, language, casing, problems);
        using BinaryReader tokenizer = file.Open("tokenizer");
        using BinaryReader splitter = file.Open("splitter");
        using BinaryReader tagger = file.Open("tagger");
        using BinaryReader lemmatizer = file.Open("lemmatizer");
        using BinaryReader parser = file.Open("parser");
        return new(
            casing, Tokenizer.Read(tokenizer, abbreviations), SentenceSplitter.Read(splitter, abbreviations),
            Tagger.Read(tagger), Lemmatizer.Read(lemmatizer), DependencyParser.Read(parser));
    }

    public byte[] ToBytes()
    {
        ModelFile file = new();
        file.Add("casing", output => output.Write(Casing.Name));
        file.Add("tokenizer", Tokenizer.Write);
        file.Add("splitter", Splitter.Write);
        file.Add("tagger", Tagger.Write);
        file.Add("lemmatizer", Lemmatizer.Write);
        file.Add("parser", Parser.Write);
        return file.ToBytes();
    }

    public LinearSentenceParser ToSentenceParser() => new(Tagger, Lemmatizer, Parser, Casing);

    public Annotator ToAnnotator() => new(Tokenizer, Splitter, ToSentenceParser());
}
