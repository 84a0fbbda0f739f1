using NodaTime;

namespace Dragoman.Record.Entries;

/// <summary>An entry as it stands in the ledger.</summary>
/// <param name="Sequence">From 1, without gaps, in the order of appending.</param>
/// <param name="Id">Derived from the entry's JSON; see <see cref="EntryJson.Id(string)"/>.</param>
/// <param name="Recorded">When it was appended.</param>
/// <param name="Run">Who wrote it.</param>
public sealed record LedgerLine(long Sequence, string Id, Instant Recorded, Run Run, Entry Entry);
