using System.Collections.Immutable;
using Dragoman.Language;
using NodaTime;

namespace Dragoman.Reading.Times;

/// <summary>Finds time expressions and resolves them against the document's date.</summary>
public sealed class TimexTagger
{
    /// <param name="text">The annotated document.</param>
    /// <param name="reference">The day that relative expressions hang on; null if unknown, and then they stay unresolved.</param>
    public ImmutableArray<Timex> Tag(AnnotatedDocument text, LocalDate? reference) => [];
}
