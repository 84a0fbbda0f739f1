using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Record;

/// <summary>What reviewers append beyond single decisions.</summary>
public sealed partial class Ledger
{
    /// <summary>Appends what the plan makes of the ledger as it stands, all of it or nothing. The plan is asked again if somebody else was faster.</summary>
    /// <param name="plan">Returns nothing to append nothing. What it throws reaches the caller, and nothing is appended.</param>
    /// <param name="by">Who signs every entry.</param>
    public Outcome Append(Func<LedgerState, ImmutableArray<Entry>> plan, Run by)
    {
        lock (_gate)
        {
            while (true)
            {
                ImmutableArray<Entry> entries = plan(CatchUp());
                if (entries.IsEmpty) return Outcome.Known;
                if (TryAppend(entries, by)) return Outcome.Added;
            }
        }
    }

    /// <exception cref="LedgerException">DG3007: no such record.</exception>
    internal static RecordState Find(LedgerState state, SeenRecord seen) => Find(state.Documents.GetValueOrDefault(seen.Document), seen);

    private static RecordState Find(DocumentState? document, SeenRecord seen) => document?.All.GetValueOrDefault(seen.Record)
        ?? throw new LedgerException("DG3007", $"There is no record {seen.Record} in this ledger. Open the document again and decide there.");

    /// <exception cref="LedgerException">DG3008: the record has changed since the reviewer saw it.</exception>
    internal static void CheckUnchanged(RecordState record, SeenRecord seen)
    {
        if (record.Latest == seen.After) return;
        string by = record.Decided is { } decided ? $", decided by {decided.Run.Name}" : "";
        throw new LedgerException(
            "DG3008",
            $"Record {seen.Record} has changed since you opened it: you saw version {Short(seen.After)}, it is now {Short(record.Latest)}{by}. Look at it again and decide anew; nothing was lost.");
    }

    private static string Short(string id) => id.Length > 12 ? id[..12] : id;
}
