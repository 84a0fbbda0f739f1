using Dragoman.Language.Tagging;

namespace Dragoman.Language.Parsing;

/// <summary>The fast parser: averaged perceptrons for tags, lemmas and tree.</summary>
internal sealed class LinearSentenceParser : ISentenceParser
{
    private readonly Tagger _tagger;
    private readonly Lemmatizer _lemmatizer;
    private readonly DependencyParser _parser;
    private readonly Casing _casing;

    [ThreadStatic]
    private static Configuration? Spare; // one a thread, for its arrays

    public LinearSentenceParser(Tagger tagger, Lemmatizer lemmatizer, DependencyParser parser, Casing casing)
    {
        _tagger = tagger;
        _lemmatizer = lemmatizer;
        _parser = parser;
        _casing = casing;
    }

    public void Parse(SentenceDraft draft)
    {
        draft.Hash(_casing);
        _tagger.Tag(draft);
        _lemmatizer.Lemmatize(draft);
        _parser.Parse(draft, Spare ??= new());
    }
}
