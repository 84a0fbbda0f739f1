using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>An attribution in the making: the quotations that may still join it are added to <see cref="Content"/>.</summary>
internal sealed class AttributionDraft
{
    public required CueHit? Cue { get; init; }

    /// <summary>The words of the cue; for a transcript's label there is no <see cref="Cue"/>.</summary>
    public required TextSpan? CueSpan { get; init; }

    /// <summary>Index of the quotation in which the cue stands, or −1.</summary>
    public required int Level { get; init; }

    public required SpeakerFound Speaker { get; init; }

    /// <summary>The source as the tree gave it; what follows without a subject of its own may share it.</summary>
    public SourceFound Origin { get; init; } = new(-1, "");

    public required string Rule { get; init; }

    /// <summary>In text order, trimmed.</summary>
    public required ImmutableArray<TextSpan> Content { get; set; }

    /// <summary>How the content was found.</summary>
    public required string Shape { get; set; }

    /// <summary>Set where the marks do not tell it: a turn or a block quotation is direct without any.</summary>
    public QuotationMode? Mode { get; init; }

    public ImmutableArray<Mention> Addressees { get; init; } = [];

    public TextSpan? Venue { get; init; }

    public int? Time { get; init; }

    /// <summary>Where cue and content end.</summary>
    public int End => Math.Max(Content[^1].End, CueSpan?.End ?? 0);

    public int Length => Content.Sum(span => span.Length);

    public int Overlap(AttributionDraft other) => Content.Sum(span => other.Content.Sum(span.Overlap));
}
