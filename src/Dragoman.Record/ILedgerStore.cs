using System.Collections.Immutable;
using Dragoman.Record.Entries;

namespace Dragoman.Record;

/// <summary>Where a ledger's lines are kept. Lines are only ever added. One caller at a time.</summary>
public interface ILedgerStore : IDisposable
{
    /// <summary>Where it is, as the user would name it.</summary>
    string Name { get; }

    /// <summary>Sequence of the last line; 0 for an empty ledger.</summary>
    /// <exception cref="LedgerException">The store is damaged or cannot be reached.</exception>
    long Head { get; }

    /// <summary>The lines after this sequence, in order, one by one as they come: the store is busy until the last is taken.</summary>
    /// <exception cref="LedgerException">The store is damaged or cannot be reached.</exception>
    IEnumerable<StoredLine> Read(long after = 0);

    /// <summary>The lines about one document, in order. The cost does not grow with the ledger.</summary>
    /// <exception cref="LedgerException">The store is damaged or cannot be reached.</exception>
    ImmutableArray<StoredLine> ReadDocument(string document);

    /// <summary>
    /// Appends the lines, all or none, durably before it returns. Those that the ledger already holds (by id) are passed over.
    /// </summary>
    /// <param name="lines">Their sequences are given here.</param>
    /// <param name="head">Sequence of the last line that the caller knows. If others have been added since, nothing is appended.</param>
    /// <returns>The lines added, with their sequences; null if the ledger has moved on beyond <paramref name="head"/>.</returns>
    /// <exception cref="LedgerException">The store cannot be written.</exception>
    ImmutableArray<StoredLine>? Append(ImmutableArray<StoredLine> lines, long head);
}
