using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Attributions;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Regions;
using Dragoman.Reading.Times;

namespace Dragoman.Reading;

/// <summary>Everything that the steps before the frames have found in a document. Each step reads those before it and changes none.</summary>
public sealed record Annotations
{
    public required Page Page { get; init; }

    public required AnnotatedDocument Text { get; init; }

    /// <summary>In text order.</summary>
    public required ImmutableArray<Timex> Times { get; init; }

    public required Cast Cast { get; init; }

    /// <summary>In text order of their content.</summary>
    public required ImmutableArray<Attribution> Attributions { get; init; }

    /// <summary>The quotations that the document has elsewhere in other words.</summary>
    public ImmutableArray<Restatement> Restatements { get; init; } = [];
}
