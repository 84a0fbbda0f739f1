using System.Collections.Immutable;
using Dragoman.Language;

namespace Dragoman.Reading.Intake;

/// <summary>A document's text with its origin and what was given about it (which is trusted over what the reader would guess).</summary>
public sealed record Article
{
    /// <summary><c>sha256:</c> and the hash of the document's bytes, or the id that a JSON line gives.</summary>
    public required string Id { get; init; }

    /// <summary>File name or URL.</summary>
    public required string Source { get; init; }

    /// <summary>Where it was found, for messages, if that says more than <see cref="Source"/>: <c>wire.jsonl, line 3</c>.</summary>
    public string? Place { get; init; }

    /// <summary>The text that all spans point into; see <c>dragoman-reading/1</c> for how it comes from the bytes.</summary>
    public required Document Document { get; init; }

    /// <summary>The language that was given with the document, and is trusted.</summary>
    public string? Language { get; init; }

    /// <summary>The language that a page declares; it counts only where the text itself does not tell, for pages are often marked wrongly.</summary>
    public string? DeclaredLanguage { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    /// <summary>ISO 8601 / EDTF.</summary>
    public string? Published { get; init; }

    public ImmutableArray<string> Byline { get; init; } = [];
}
