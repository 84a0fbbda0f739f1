using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Dragoman.Record.Entries;
using NodaTime;

namespace Dragoman.Record.Views;

/// <summary>A document as it stands: its text, its latest reading, and its records.</summary>
public sealed record DocumentState
{
    private RecordState[]? _records; // made when first asked for; a benign race makes it twice

    // What is made from the records is not copied: the copy may have others.
    [SetsRequiredMembers]
    private DocumentState(DocumentState other)
    {
        Filed = other.Filed;
        Recorded = other.Recorded;
        Reading = other.Reading;
        ReadingId = other.ReadingId;
        All = other.All;
    }

    public required DocumentFiled Filed { get; init; }

    /// <summary>When the document came in.</summary>
    public required Instant Recorded { get; init; }

    /// <summary>The latest reading; null until there is one.</summary>
    public ReadingFiled? Reading { get; init; }

    public string? ReadingId { get; init; }

    /// <summary>Every record that any reading drafted, by id.</summary>
    public ImmutableDictionary<string, RecordState> All { get; init; } = ImmutableDictionary.Create<string, RecordState>(StringComparer.Ordinal);

    public string Id => Filed.Document;

    /// <summary>Its short name in addresses.</summary>
    public string Key => ContentId.Document(Id);

    public string Text => Filed.Text;

    /// <summary>The title, or else the file's name.</summary>
    public string Name => string.IsNullOrWhiteSpace(Reading?.Title) ? Filed.Source : Reading.Title;

    /// <summary>
    /// The records that count, in text order: those of the latest reading, and those of earlier ones that a reviewer confirmed or amended.
    /// </summary>
    public ImmutableArray<RecordState> Records => ImmutableCollectionsMarshal.AsImmutableArray(_records ??= Sorted());

    /// <summary>Records of the document that nobody has decided about.</summary>
    public int Open => Records.Count(r => r.State == ReviewState.Draft);

    private RecordState[] Sorted()
    {
        HashSet<string> current = new(Reading?.Records ?? [], StringComparer.Ordinal);
        return [.. All.Values.Where(r => current.Contains(r.Id) || r.State is ReviewState.Confirmed or ReviewState.Amended)
            .OrderBy(r => r.Content.Extent.Start).ThenByDescending(r => r.Content.Extent.End).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }
}
