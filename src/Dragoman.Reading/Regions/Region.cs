using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Record;

namespace Dragoman.Reading.Regions;

/// <summary>A paragraph or line of the page and what it is; trimmed of white space.</summary>
public readonly record struct Region(RegionKind Kind, TextSpan Span)
{
    /// <summary>Whether the region is prose to be read: everything but chrome, bylines and credits.</summary>
    public bool IsRead => Kind is not (RegionKind.Chrome or RegionKind.Byline or RegionKind.Credit);
}

/// <summary>A page's regions and what they say of the document: what was given with the article, completed by what stands in the text.</summary>
public sealed record Page
{
    /// <summary>In text order; disjoint; together they hold every character that is not white space.</summary>
    public required ImmutableArray<Region> Regions { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public ImmutableArray<string> Byline { get; init; } = [];

    /// <summary>ISO 8601 / EDTF; the date that relative time expressions hang on.</summary>
    public string? Published { get; init; }

    /// <summary>The words that date the document; null if the date came with it, or there is none.</summary>
    public TextSpan? Dated { get; init; }

    public TranslatedFrom? Translation { get; init; }
}
