using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Dragoman.Record.Entries;

/// <summary>Parses a store's lines: a few at once, many in parallel, always in order.</summary>
internal static class LineParser
{
    private const int Batch = 512; // lines
    private const int Workers = 4; // on fewer cores they take turns

    /// <param name="lines">From a store.</param>
    /// <param name="ledger">The ledger's name, for messages.</param>
    /// <exception cref="LedgerException">DG3009: a line cannot be read.</exception>
    public static IEnumerable<LedgerLine> Parse(IEnumerable<StoredLine> lines, string ledger)
    {
        using IEnumerator<StoredLine[]> batches = lines.Chunk(Batch).GetEnumerator();
        if (!batches.MoveNext()) yield break;
        foreach (LedgerLine line in ParseAll(batches.Current, ledger)) yield return line;
        if (!batches.MoveNext()) yield break;
        IEnumerator<LedgerLine[]> rest = Rest(batches).AsParallel().AsOrdered().WithDegreeOfParallelism(Workers)
            .Select(batch => ParseAll(batch, ledger)).GetEnumerator();
        using (rest)
        {
            while (Next(rest))
                foreach (LedgerLine line in rest.Current) yield return line;
        }
    }

    private static IEnumerable<StoredLine[]> Rest(IEnumerator<StoredLine[]> batches)
    {
        do yield return batches.Current;
        while (batches.MoveNext());
    }

    /// <summary>What a worker throws, its caller sees as if it had thrown it itself.</summary>
    private static bool Next(IEnumerator<LedgerLine[]> batches)
    {
        try
        {
            return batches.MoveNext();
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.Flatten().InnerExceptions[0]);
            throw;
        }
    }

    private static LedgerLine[] ParseAll(StoredLine[] lines, string ledger) => Array.ConvertAll(lines, line => Parse(line, ledger));

    private static LedgerLine Parse(StoredLine line, string ledger)
    {
        try
        {
            return line.Parse();
        }
        catch (FormatException e)
        {
            string place = line.Sequence.ToString(CultureInfo.InvariantCulture);
            throw new LedgerException("DG3009", $"Line {place} of {ledger} cannot be read ({e.Message}). `dragoman verify` lists every fault.", e);
        }
    }
}
