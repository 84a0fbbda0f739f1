using System.Collections.Immutable;

namespace Dragoman.Language;

/// <summary>Characters to annotated document, for one language: tokens, sentences, tags, lemmas, features, trees and names.</summary>
public interface IAnnotator
{
    /// <summary>
    /// Annotates the given blocks of a document (sorted, disjoint); text outside them gets no tokens, and no sentence crosses a block's border.
    /// Thread-safe. Any text is accepted.
    /// </summary>
    AnnotatedDocument Annotate(Document document, ImmutableArray<TextSpan> blocks);
}
