using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dragoman.Record.Entries;

/// <summary>
/// What a line of the ledger says; who wrote it and when stands in its <see cref="LedgerLine"/>. Entries are only ever added.
/// The JSON of each kind is frozen under its discriminator, which ends in its version: a changed kind gets a new discriminator
/// and the old one stays readable.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "entry")]
[JsonDerivedType(typeof(DocumentFiled), "document-filed/1")]
[JsonDerivedType(typeof(ReadingFiled), "reading-filed/1")]
[JsonDerivedType(typeof(ReadingFailed), "reading-failed/1")]
[JsonDerivedType(typeof(RecordDrafted), "record-drafted/1")]
[JsonDerivedType(typeof(RecordConfirmed), "record-confirmed/1")]
[JsonDerivedType(typeof(RecordRejected), "record-rejected/1")]
[JsonDerivedType(typeof(RecordAmended), "record-amended/1")]
[JsonDerivedType(typeof(RecordMerged), "record-merged/1")]
[JsonDerivedType(typeof(DecisionWithdrawn), "decision-withdrawn/1")]
[JsonDerivedType(typeof(DocumentCorrected), "document-corrected/1")]
[JsonDerivedType(typeof(WorkMarked), "work-marked/1")]
[JsonDerivedType(typeof(EntriesRetracted), "entries-retracted/1")]
[JsonDerivedType(typeof(ForecastResolved), "forecast-resolved/1")]
[JsonDerivedType(typeof(PlanSettled), "plan-settled/1")]
[JsonDerivedType(typeof(LinkDecided), "link-decided/1")]
[JsonDerivedType(typeof(PlacementDecided), "placement-decided/1")]
public abstract record Entry
{
    private protected Entry()
    {
    }

    /// <summary>Id of the document that the entry is about.</summary>
    [JsonPropertyOrder(-1)]
    public required string Document { get; init; }
}

/// <summary>A document came in. Its text never changes after this.</summary>
public sealed record DocumentFiled : Entry
{
    /// <summary>File name or URL.</summary>
    public required string Source { get; init; }

    public string? Url { get; init; }

    public required string Text { get; init; }

    /// <summary>Id of the retraction after which the document came in anew; null for the first time.</summary>
    public string? After { get; init; }
}

/// <summary>A reader read the document: what it made of the page, and the actors and times that its drafts refer to.</summary>
public sealed record ReadingFiled : Entry
{
    /// <summary>Name and version of the reader: <c>rules/1</c>.</summary>
    public required string Reader { get; init; }

    /// <summary>Id of the reading that this one replaces; null for a document's first.</summary>
    public string? After { get; init; }

    public string? Language { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public required ImmutableArray<string> Byline { get; init; }

    /// <summary>EDTF / ISO 8601, as precise as known.</summary>
    public string? Published { get; init; }

    public TranslatedFrom? Translation { get; init; }

    public required ImmutableArray<TextRegion> Regions { get; init; }

    public required ImmutableArray<Actor> Actors { get; init; }

    public required ImmutableArray<CitedTime> Times { get; init; }

    /// <summary>Ids of the records that it drafts, in text order.</summary>
    public required ImmutableArray<string> Records { get; init; }
}

/// <summary>A document could not be read; the others were.</summary>
public sealed record ReadingFailed : Entry
{
    /// <summary>File name or URL.</summary>
    public required string Source { get; init; }

    /// <summary>As in docs/errors.md.</summary>
    public required string Code { get; init; }

    public required string Message { get; init; }
}

/// <summary>A reading proposes a record. Until somebody confirms it, it is a draft.</summary>
public sealed record RecordDrafted : Entry
{
    public required string Record { get; init; }

    /// <summary>Id of the <see cref="ReadingFiled"/> whose actors and times the content refers to.</summary>
    public required string Reading { get; init; }

    public required RecordContent Content { get; init; }
}
