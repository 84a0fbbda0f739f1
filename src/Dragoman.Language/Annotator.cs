using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dragoman.Language.Models;
using Dragoman.Language.Neural;
using Dragoman.Language.Packs;
using Dragoman.Language.Tokenizing;
using Dragoman.Language.Training;

namespace Dragoman.Language;

/// <summary>The project's own engine for a language: tokeniser, sentence splitter, tagger, lemmatiser, parser and name finder from <c>models/&lt;language&gt;</c>.</summary>
public sealed class Annotator : IAnnotator
{
    private const int LongestSentence = 400; // words; a longer "sentence" is a table or noise and is parsed in pieces

    private readonly LanguagePack _pack;
    private readonly StringPool _forms = new();

    private Annotator(LanguagePack pack) => _pack = pack;

    /// <summary>Loads the language's model; null, with a problem, if it is missing or damaged.</summary>
    public static Annotator? Load(DataFolder data, string language, Problems problems, Profile profile = Profile.Accurate) =>
        LanguagePack.Load(data, language, profile, problems) is { } pack ? new(pack) : null;

    public AnnotatedDocument Annotate(Document document, ImmutableArray<TextSpan> blocks)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<RawToken> words = new((document.Length / 5) + 8);
        List<int> ends = [];
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (int block = 0; block < blocks.Length; block++)
        {
            int first = words.Count;
            _pack.Tokenizer.Tokenize(document, blocks[block], words);
            ends.Clear();
            _pack.Splitter.Split(document, CollectionsMarshal.AsSpan(words)[first..], ends);
            AddSentences(sentences, first, ends, block);
        }

        string[] forms = new string[words.Count];
        for (int i = 0; i < forms.Length; i++) forms[i] = _forms.Get(document.Slice(words[i].Span));
        WordAnalysis[] analyses = new WordAnalysis[forms.Length];
        ImmutableArray<Sentence> found = sentences.ToImmutable();
        _pack.Parser.Parse(forms, found.AsSpan(), analyses);
        ReadOnlySpan<RawToken> places = CollectionsMarshal.AsSpan(words);
        return new(document, blocks, Tokens(places, forms, analyses, found), found, _pack.Names().Collect(places, forms, analyses, found));
    }

    /// <summary>Analyses treebank sentences anew on their own words: tags, features, lemmas and trees are replaced.</summary>
    public ImmutableArray<ConlluSentence> Annotate(ImmutableArray<ConlluSentence> sentences)
    {
        string[] forms = [.. sentences.SelectMany(sentence => sentence.Words).Select(row => row.Form)];
        Sentence[] places = new Sentence[sentences.Length];
        for (int i = 0, first = 0; i < places.Length; i++, first = places[i - 1].End) places[i] = new(first, first + sentences[i].Words.Length, 0);
        WordAnalysis[] analyses = new WordAnalysis[forms.Length];
        _pack.Parser.Parse(forms, places, analyses);
        return [.. sentences.Zip(places, (sentence, place) => ConlluExporter.WithAnalyses(sentence, analyses.AsSpan(place.First, place.Length)))];
    }

    private static void AddSentences(ImmutableArray<Sentence>.Builder sentences, int first, List<int> ends, int block)
    {
        int start = first;
        foreach (int end in ends)
        {
            for (; first + end - start > LongestSentence; start += LongestSentence) sentences.Add(new(start, start + LongestSentence, block));
            sentences.Add(new(start, first + end, block));
            start = first + end;
        }
    }

    private static ImmutableArray<Token> Tokens(ReadOnlySpan<RawToken> words, string[] forms, WordAnalysis[] analyses, ImmutableArray<Sentence> sentences)
    {
        Token[] tokens = new Token[forms.Length];
        foreach (Sentence sentence in sentences)
        {
            for (int i = sentence.First; i < sentence.End; i++)
            {
                WordAnalysis analysis = analyses[i];
                tokens[i] = new()
                {
                    Span = words[i].Span,
                    Form = forms[i],
                    Upos = analysis.Upos,
                    Xpos = analysis.Xpos,
                    Feats = analysis.Feats,
                    Lemma = analysis.Lemma,
                    Head = analysis.Head < 0 ? -1 : sentence.First + analysis.Head,
                    Deprel = analysis.Deprel,
                    JoinedToPrevious = words[i].Joined && i > sentence.First,
                };
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }
}
