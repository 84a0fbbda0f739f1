using Dragoman.Record.Views;

namespace Dragoman.Desk.Room;

/// <summary>The documents that a query takes, in the order in which they are worked through: that of filing.</summary>
public static class Worklist
{
    /// <summary>The first record that the query takes in a document after this one, else in one before it; null if only this document is left.</summary>
    public static CitedRecord? After(LedgerState state, ReviewQuery query, DocumentState document)
    {
        CitedRecord? before = null;
        foreach (DocumentState other in Candidates(state, query).Where(d => d.Id != document.Id))
        {
            bool isPast = other.Number > document.Number;
            if ((!isPast && before is not null) || query.RecordsOf(state, other).FirstOrDefault() is not { } first) continue;
            if (isPast) return first;
            before = first;
        }

        return before;
    }

    /// <summary>Every record that the query takes, lazily, in order.</summary>
    public static IEnumerable<CitedRecord> All(LedgerState state, ReviewQuery query) => Candidates(state, query).SelectMany(d => query.RecordsOf(state, d));

    private static IEnumerable<DocumentState> Candidates(LedgerState state, ReviewQuery query) =>
        query.State == ReviewState.Draft ? state.ToReview : state.InOrder;
}
