using Dragoman.Record.Entries;

namespace Dragoman.Record.Views.Folding;

/// <summary>Which lines of a document's history still count, once its retractions are taken into account.</summary>
internal sealed class Retractions
{
    private readonly Dictionary<string, LedgerLine> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LedgerLine> _retracted = new(StringComparer.Ordinal); // by id: the retraction that holds

    public Retractions(IReadOnlyList<LedgerLine> history)
    {
        foreach (LedgerLine line in history) _lines[line.Id] = line;
        for (int i = history.Count - 1; i >= 0; i--) // a retraction names only what came before it
        {
            if (history[i].Entry is not EntriesRetracted retraction || _retracted.ContainsKey(history[i].Id)) continue;
            foreach (string id in retraction.Retracts) _retracted.TryAdd(id, history[i]);
        }

        Skipped = [.. _retracted.Keys, .. Void(history)];
    }

    /// <summary>Ids of the lines that do not count: those retracted, and withdrawals of decisions that are retracted.</summary>
    public HashSet<string> Skipped { get; }

    /// <summary>The retraction that takes this line back; null if the line counts.</summary>
    public LedgerLine? Of(string id) => _retracted.GetValueOrDefault(id);

    /// <summary>The lines that a retraction is about: those it names, and through earlier retractions those that they name.</summary>
    public IEnumerable<LedgerLine> Touched(EntriesRetracted retraction) =>
        retraction.Retracts.Select(id => _lines[id]).SelectMany(line => line.Entry is EntriesRetracted inner ? Touched(inner) : [line]);

    /// <summary>A withdrawal took back the last decision that counted when it was made; if that one is retracted now, it takes back nothing.</summary>
    private IEnumerable<string> Void(IReadOnlyList<LedgerLine> history)
    {
        Dictionary<string, List<LedgerLine>> standing = new(StringComparer.Ordinal);
        foreach (LedgerLine line in history)
        {
            if (line.Entry is not Decision decision || (decision is DecisionWithdrawn && _retracted.ContainsKey(line.Id))) continue;
            if (!standing.TryGetValue(decision.Record, out List<LedgerLine>? made)) standing[decision.Record] = made = [];
            if (decision is not DecisionWithdrawn)
            {
                made.Add(line);
                continue;
            }

            int last = made.FindLastIndex(d => Of(d.Id) is not { } retraction || retraction.Sequence > line.Sequence);
            if (last < 0) continue;
            if (_retracted.ContainsKey(made[last].Id)) yield return line.Id;
            made.RemoveAt(last);
        }
    }
}
