using System.Collections.Immutable;
using Dragoman.Record.Views;

namespace Dragoman.Storage.Search;

/// <summary>Something that was found: a document, or one of its records.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Record">Null for the document itself.</param>
public sealed record SearchHit(DocumentState Document, RecordState? Record)
{
    public string Kind => Record?.Kind ?? SearchIndex.DocumentKind;

    /// <summary>The words in which it was found.</summary>
    public string Words => Record is null ? Document.Text : new CitedRecord(Document, Record).Evidence.Words;
}

/// <summary>A value of a facet, with how many hits have it.</summary>
public sealed record FacetValue(string Value, int Count);

/// <summary>What a query found.</summary>
/// <param name="Total">How many hits there are; <see cref="SearchIndex.MostCounted"/> means that or more.</param>
/// <param name="Facets">By name: <c>kind</c>, <c>outlet</c>, <c>actor</c>, <c>state</c>, <c>year</c>; the most frequent values first.</param>
public sealed record SearchAnswer(ImmutableArray<SearchHit> Hits, int Total, ImmutableDictionary<string, ImmutableArray<FacetValue>> Facets);
