using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dragoman.Language.Models;
using Dragoman.Language.Packs;
using Dragoman.Language.Parsing;
using Dragoman.Language.Tokenizing;
using Dragoman.Language.Training;

namespace Dragoman.Language;

/// <summary>The project's own engine for a language: tokeniser, sentence splitter, tagger, lemmatiser and parser from <c>models/&lt;language&gt;</c>.</summary>
public sealed class Annotator : IAnnotator
{
    private const int LongestSentence = 400; // words; a longer "sentence" is a table or noise and is parsed in pieces

    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly ISentenceParser _parser;
    private readonly StringPool _forms = new();

    internal Annotator(Tokenizer tokenizer, SentenceSplitter splitter, ISentenceParser parser)
    {
        _tokenizer = tokenizer;
        _splitter = splitter;
        _parser = parser;
    }

    /// <summary>Loads the language's model; null, with a problem, if it is missing or damaged.</summary>
    public static Annotator? Load(DataFolder data, string language, Problems problems) => LinearPack.Load(data, language, problems)?.ToAnnotator();

    public AnnotatedDocument Annotate(Document document, ImmutableArray<TextSpan> blocks)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<RawToken> words = new((document.Length / 5) + 8);
        List<int> ends = [];
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (int block = 0; block < blocks.Length; block++)
        {
            int first = words.Count;
            _tokenizer.Tokenize(document, blocks[block], words);
            ends.Clear();
            _splitter.Split(document, CollectionsMarshal.AsSpan(words)[first..], ends);
            AddSentences(sentences, first, ends, block);
        }

        Token[] tokens = new Token[words.Count];
        SentenceDraft draft = new();
        foreach (Sentence sentence in sentences) Parse(document, CollectionsMarshal.AsSpan(words), sentence, draft, tokens);
        return new(document, blocks, ImmutableCollectionsMarshal.AsImmutableArray(tokens), sentences.ToImmutable(), []);
    }

    /// <summary>Analyses treebank sentences anew on their own words: tags, features, lemmas and trees are replaced.</summary>
    internal ImmutableArray<ConlluSentence> Annotate(ImmutableArray<ConlluSentence> sentences)
    {
        SentenceDraft draft = new();
        return [.. sentences.Select(sentence => Annotate(sentence, draft))];
    }

    private ConlluSentence Annotate(ConlluSentence sentence, SentenceDraft draft)
    {
        draft.Start(sentence.Words.Length);
        for (int i = 0; i < draft.Count; i++) draft.Forms[i] = sentence.Words[i].Form;
        _parser.Parse(draft);
        return new(sentence.Comments, [.. sentence.Rows.Where(row => row.Kind != ConlluRowKind.Empty).Select(row => row.Kind == ConlluRowKind.Range ? row : ConlluExporter.WithAnalysis(row, draft))]);
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

    private void Parse(Document document, ReadOnlySpan<RawToken> words, Sentence sentence, SentenceDraft draft, Token[] tokens)
    {
        draft.Start(sentence.Length);
        for (int i = 0; i < sentence.Length; i++) draft.Forms[i] = _forms.Get(document.Slice(words[sentence.First + i].Span));
        _parser.Parse(draft);
        for (int i = 0; i < sentence.Length; i++)
        {
            RawToken word = words[sentence.First + i];
            tokens[sentence.First + i] = new()
            {
                Span = word.Span,
                Form = draft.Forms[i],
                Upos = draft.Upos[i],
                Xpos = draft.Xpos[i],
                Feats = draft.Feats[i],
                Lemma = draft.Lemmas[i],
                Head = draft.Heads[i] < 0 ? -1 : sentence.First + draft.Heads[i],
                Deprel = draft.Deprels[i],
                JoinedToPrevious = word.Joined && i > 0,
            };
        }
    }
}
