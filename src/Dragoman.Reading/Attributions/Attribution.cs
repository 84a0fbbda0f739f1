using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>Source, cue and content (PARC, PolNeAR): words or an opinion, and to whom the text attributes them.</summary>
public sealed record Attribution
{
    /// <summary>The words that name the source, or null if none do.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>The mention that the source is; null when the speaker cannot be told.</summary>
    public Mention? Speaker { get; init; }

    public TextSpan? Cue { get; init; }

    /// <summary>What was said, in text order, without the outer quotation marks; at least one span.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    public required QuotationMode Mode { get; init; }

    public ImmutableArray<Mention> Addressees { get; init; } = [];

    public TextSpan? Venue { get; init; }

    /// <summary>Index in the document's times of when it was said, or null.</summary>
    public int? Time { get; init; }

    /// <summary>Index in the document's attributions of the one that reports this one, or null.</summary>
    public int? Within { get; init; }

    public required string Rule { get; init; }

    public string? Why { get; init; }
}
