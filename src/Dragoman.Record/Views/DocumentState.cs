using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dragoman.Record.Entries;
using Dragoman.Record.Views.Folding;
using NodaTime;

namespace Dragoman.Record.Views;

/// <summary>A document as it stands: its text, its latest reading, its records, and every line that made it so.</summary>
public sealed record DocumentState
{
    internal static readonly ImmutableDictionary<string, RecordState> NoRecords = ImmutableDictionary.Create<string, RecordState>(StringComparer.Ordinal);
    internal static readonly ImmutableDictionary<string, LedgerLine> NoTombstones = ImmutableDictionary.Create<string, LedgerLine>(StringComparer.Ordinal);

    // Made when first asked for; a benign race makes them twice.
    private RecordState[]? _records;
    private StrongBox<Tally>? _tally;
    private string? _key;

    internal DocumentState()
    {
    }

    // What is made from the records is not copied: the copy may have others.
    [SetsRequiredMembers]
    private DocumentState(DocumentState other)
    {
        FiledBy = other.FiledBy;
        Number = other.Number;
        IsWithdrawn = other.IsWithdrawn;
        ReadBy = other.ReadBy;
        ReadingAfter = other.ReadingAfter;
        All = other.All;
        Tombstones = other.Tombstones;
        Dismissals = other.Dismissals;
        History = other.History;
        _key = other._key;
    }

    /// <summary>The line that filed it, last if it came in anew.</summary>
    public required LedgerLine FiledBy { get; init; }

    /// <summary>Its place in the order of first filing, from 0; it keeps it for ever.</summary>
    public required int Number { get; init; }

    /// <summary>Whether its filing has been retracted: it is left as a tombstone.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The line of the latest reading; null until there is one.</summary>
    public LedgerLine? ReadBy { get; init; }

    /// <summary>Id of the last entry about readings: what the next reading comes after.</summary>
    public string? ReadingAfter { get; init; }

    /// <summary>Every record that any reading drafted and that has not been retracted, by id.</summary>
    public ImmutableDictionary<string, RecordState> All { get; init; } = NoRecords;

    /// <summary>Records whose drafts have been retracted, by id, with the retraction.</summary>
    public ImmutableDictionary<string, LedgerLine> Tombstones { get; init; } = NoTombstones;

    /// <summary>Every line about the document, in the order of the ledger, retracted ones included: who found or decided what, when, in which run.</summary>
    public ImmutableArray<LedgerLine> History { get; init; } = [];

    internal ImmutableList<Dismissal> Dismissals { get; init; } = [];

    public DocumentFiled Filed => (DocumentFiled)FiledBy.Entry;

    /// <summary>When the document came in.</summary>
    public Instant Recorded => FiledBy.Recorded;

    /// <summary>The latest reading; null until there is one.</summary>
    public ReadingFiled? Reading => (ReadingFiled?)ReadBy?.Entry;

    public string? ReadingId => ReadBy?.Id;

    public string Id => Filed.Document;

    /// <summary>Its short name in addresses.</summary>
    public string Key => _key ??= ContentId.Document(Id);

    public string Text => Filed.Text;

    /// <summary>The title, or else the file's name.</summary>
    public string Name => string.IsNullOrWhiteSpace(Reading?.Title) ? Filed.Source : Reading.Title;

    /// <summary>
    /// The records that count, in text order: those of the latest reading, and those of earlier ones that a reviewer confirmed or amended.
    /// </summary>
    public ImmutableArray<RecordState> Records => ImmutableCollectionsMarshal.AsImmutableArray(_records ??= [.. Counting()
        .OrderBy(r => r.Content.Extent.Start).ThenByDescending(r => r.Content.Extent.End).ThenBy(r => r.Id, StringComparer.Ordinal)]);

    /// <summary>How many of <see cref="Records"/> are in each state.</summary>
    public Tally Tally => (_tally ??= new(Tally.Of(Counting()))).Value;

    /// <summary>Records of the document that nobody has decided about.</summary>
    public int Open => Tally.Draft;

    /// <summary>A document from its own lines alone, in order; null if none files it. Rejections made in other documents do not reach it.</summary>
    public static DocumentState? Of(IEnumerable<LedgerLine> lines)
    {
        DocumentFold fold = new(0);
        bool any = false;
        foreach (LedgerLine line in lines.Where(line => line.Entry is DocumentFiled or ReadingFiled or RecordDrafted or Decision or EntriesRetracted))
        {
            fold.Add(line);
            any = true;
        }

        return any ? fold.ToState() : null;
    }

    private IEnumerable<RecordState> Counting()
    {
        HashSet<string> current = new(Reading?.Records ?? [], StringComparer.Ordinal);
        return All.Values.Where(r => current.Contains(r.Id) || r.State is ReviewState.Confirmed or ReviewState.Amended);
    }
}
