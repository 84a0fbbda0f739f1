using Dragoman.Record;
using Dragoman.Record.Entries;

namespace Dragoman.Storage;

/// <summary>Copies a ledger into another store, line for line: the same sequence, ids, times and runs. A copy that was interrupted goes on where it stopped.</summary>
public sealed class LedgerCopier
{
    private const int Batch = 1000; // lines in one transaction

    /// <returns>How many lines were added.</returns>
    /// <exception cref="LedgerException">DG3011: <paramref name="to"/> holds something that <paramref name="from"/> does not. Else as the stores throw.</exception>
    public long Copy(ILedgerStore from, ILedgerStore to)
    {
        Compare(from, to);
        long head = to.Head;
        long first = head;
        foreach (StoredLine[] lines in from.Read(head).Chunk(Batch))
        {
            if (to.Append([.. lines], head) is not { } added || !added.SequenceEqual(lines))
                throw new LedgerException("DG3011", $"{to.Name} was written to by another program during the copy. What was copied is there; copy into a ledger that nobody uses.");
            head = lines[^1].Sequence;
        }

        return head - first;
    }

    /// <exception cref="LedgerException">DG3011: the lines that <paramref name="to"/> holds are not the first of <paramref name="from"/>.</exception>
    private static void Compare(ILedgerStore from, ILedgerStore to)
    {
        using IEnumerator<StoredLine> source = from.Read().GetEnumerator();
        foreach (StoredLine line in to.Read())
        {
            if (source.MoveNext() && source.Current == line) continue;
            throw new LedgerException("DG3011", string.Create(null, $"{to.Name} holds another ledger: its line {line.Sequence} is not that of {from.Name}. Copy into a new one."));
        }
    }
}
