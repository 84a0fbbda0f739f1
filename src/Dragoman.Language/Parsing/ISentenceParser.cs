namespace Dragoman.Language.Parsing;

/// <summary>Fills in a sentence whose forms are set: tags, features, lemmas, and a tree with exactly one root. Thread-safe.</summary>
internal interface ISentenceParser
{
    void Parse(SentenceDraft draft);
}
