using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Record.Undoing;

/// <summary>What an undo would do, before it is done.</summary>
public sealed record UndoPlan
{
    /// <summary>The documents that it touches, in order of filing.</summary>
    public required ImmutableArray<UndoneDocument> Documents { get; init; }

    /// <summary>Decisions about forecasts, plans, links and placements that it opens again.</summary>
    public required ImmutableArray<Entry> Reopened { get; init; }

    /// <summary>The entries that carry it out.</summary>
    public ImmutableArray<Entry> Entries => [.. Documents.Select(d => d.Retraction).OfType<Entry>(), .. Reopened];

    /// <summary>How many lines of this kind it takes back.</summary>
    public int Count<T>()
        where T : Entry => Documents.Sum(d => d.Lines.Count(line => line.Entry is T));
}

/// <summary>What an undo would do to one document.</summary>
/// <param name="Document">The document as it stands.</param>
/// <param name="Lines">The lines that it takes back.</param>
/// <param name="Kept">How many records stay because somebody decided about them.</param>
/// <param name="Note">Why, for the ledger.</param>
public sealed record UndoneDocument(DocumentState Document, ImmutableArray<LedgerLine> Lines, int Kept, string Note)
{
    /// <summary>Whether the document itself goes.</summary>
    public bool IsWithdrawn => Lines.Any(line => line.Entry is DocumentFiled);

    public EntriesRetracted? Retraction => Lines.IsEmpty ? null : new()
    {
        Document = Document.Id,
        Retracts = [.. Lines.Select(line => line.Id)],
        After = Document.History.LastOrDefault(line => line.Entry is EntriesRetracted)?.Id,
        Note = Note,
    };
}
