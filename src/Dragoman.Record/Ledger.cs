using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using Dragoman.Record.Views;
using NodaTime;

namespace Dragoman.Record;

/// <summary>What became of something that was to be appended.</summary>
public enum Outcome
{
    /// <summary>It was appended.</summary>
    Added,

    /// <summary>The ledger held it already; nothing was appended.</summary>
    Known,

    /// <summary>The document was there; its new reading was appended.</summary>
    Reread,
}

/// <summary>
/// The append-only record of what was read and decided. Thread-safe. Several programs may write to one store: each append is checked
/// against everything that was appended before it.
/// </summary>
public sealed partial class Ledger(ILedgerStore store, IClock clock)
{
    private readonly Lock _gate = new();
    private LedgerState _state = LedgerState.Empty;

    /// <summary>The ledger as it stands, with what other programs have appended.</summary>
    public LedgerState State
    {
        get
        {
            lock (_gate) return CatchUp();
        }
    }

    /// <summary>The state at a moment: what had been recorded until then, that moment included.</summary>
    public LedgerState AsOf(Instant moment)
    {
        lock (_gate) return LedgerState.Of(Reading(store.Read()).Where(line => line.Recorded <= moment));
    }

    /// <summary>A session of this writer that begins now: see <see cref="Run.Begun"/>.</summary>
    public Run Begin(Run writer) => writer.Begun(clock.GetCurrentInstant());

    /// <summary>Whether a document of this id and text is filed.</summary>
    /// <exception cref="LedgerException">DG3006: it is filed with another text.</exception>
    public bool Holds(string documentId, string text)
    {
        lock (_gate)
        {
            if (Now(documentId).Document is not { IsWithdrawn: false } known) return false;
            Check(known, text);
            return true;
        }
    }

    /// <inheritdoc cref="File(DocumentReading, Run, bool)"/>
    public Outcome File(DocumentReading reading, string reader, bool again = false) => File(reading, Run.Reader(reader), again);

    /// <summary>
    /// Files a reading in one transaction. A document that is there already is left alone, unless <paramref name="again"/> asks for its new
    /// reading and that differs from its latest. One whose filing was retracted comes in anew. The cost does not grow with the ledger.
    /// </summary>
    /// <exception cref="LedgerException">DG3006: another document of this id has another text.</exception>
    public Outcome File(DocumentReading reading, Run reader, bool again = false)
    {
        lock (_gate)
        {
            while (true)
            {
                (DocumentState? known, long head) = Now(reading.Document.Id);
                if (known is not null) Check(known, reading.Document.Text);
                bool stands = known is { IsWithdrawn: false };
                if (stands && (!again || Same(known!, reading, reader.Name))) return Outcome.Known;
                Filing filing = Filing.Of(reading, reader.Name, known?.ReadingAfter);
                ImmutableArray<Entry> entries = stands ? [.. filing.Entries.Skip(1)] : [filing.Document with { After = known?.ReadingAfter }, .. filing.Entries.Skip(1)];
                if (TryAppend(entries, reader, head)) return stands ? Outcome.Reread : Outcome.Added;
            }
        }
    }

    /// <inheritdoc cref="Fail(ReadingFailed, Run)"/>
    public Outcome Fail(ReadingFailed failure, string reader) => Fail(failure, Run.Reader(reader));

    /// <summary>Records that a document could not be read.</summary>
    public Outcome Fail(ReadingFailed failure, Run reader)
    {
        lock (_gate)
        {
            StoredLine line = StoredLine.Of(failure, reader, clock.GetCurrentInstant());
            while (true)
            {
                if (store.Append([line], store.Head) is { } added) return added.IsEmpty ? Outcome.Known : Outcome.Added;
            }
        }
    }

    /// <summary>Appends a reviewer's decision. The same decision twice is one. The cost does not grow with the ledger.</summary>
    /// <exception cref="LedgerException">DG3007: no such record. DG3008: the record has changed since the reviewer saw it.</exception>
    public Outcome Decide(Decision decision, Run by)
    {
        lock (_gate)
        {
            while (true)
            {
                (DocumentState? document, long head) = Now(decision.Document);
                SeenRecord seen = new(decision.Document, decision.Record, decision.After);
                RecordState record = Find(document, seen);
                if (record.Latest == EntryJson.Id(decision)) return Outcome.Known;
                CheckUnchanged(record, seen);
                if (decision is DecisionWithdrawn && record.Decided is null) return Outcome.Known;
                if (TryAppend([decision], by, head)) return Outcome.Added;
            }
        }
    }

    /// <summary>Appends how a forecast or a plan turned out. The same resolution twice is one.</summary>
    /// <exception cref="LedgerException">DG3007: no such record. DG3008: somebody else has resolved it since the person saw it.</exception>
    public Outcome Resolve(Resolution resolution, Run by)
    {
        lock (_gate)
        {
            while (true)
            {
                LedgerState state = CatchUp();
                if (state.Find(resolution.Document, resolution.Record) is null)
                    throw new LedgerException("DG3007", $"There is no record {resolution.Record} in this ledger. Open the board again and resolve there.");
                string? last = state.Resolutions.Last(resolution.Record);
                if (last == EntryJson.Id(resolution)) return Outcome.Known;
                if (last != resolution.After)
                {
                    string name = state.Resolutions.Of(resolution.Record).Peek().Run.Name;
                    throw new LedgerException("DG3008", $"Record {resolution.Record} was resolved by {name} after you opened it. Look at it again and resolve it anew; nothing was lost.");
                }

                if (TryAppend([resolution], by)) return Outcome.Added;
            }
        }
    }

    /// <summary>Appends a person's decision about a link or a placement. The same decision twice is one.</summary>
    /// <param name="entry">A <see cref="LinkDecided"/> or <see cref="PlacementDecided"/>.</param>
    /// <param name="by">The person.</param>
    /// <exception cref="LedgerException">DG3007: it is about something that the ledger does not hold. DG3008: somebody else has decided since.</exception>
    public Outcome Link(Entry entry, Run by)
    {
        string id = LinkId.Of(entry);
        string? after = entry is LinkDecided link ? link.After : ((PlacementDecided)entry).After;
        lock (_gate)
        {
            while (true)
            {
                LedgerState state = CatchUp();
                if (LinkId.EndsOf(entry).FirstOrDefault(end => !state.Holds(end)) is { } missing)
                    throw new LedgerException("DG3007", $"There is no {missing.Record ?? missing.Document} in this ledger. Open the page again and decide there.");
                string? last = state.LinkDecisions.Last(id);
                if (last == EntryJson.Id(entry)) return Outcome.Known;
                if (last != after) throw new LedgerException("DG3008", $"{id} has been decided by {state.LinkDecisions.Of(id).Peek().Run.Name} since you opened it. Look at it again and decide anew; nothing was lost.");
                if (TryAppend([entry], by)) return Outcome.Added;
            }
        }
    }

    private static void Check(DocumentState known, string text)
    {
        if (known.Text != text)
        {
            throw new LedgerException(
                "DG3006",
                $"The ledger holds a document with the id {known.Id} and another text (from {known.Filed.Source}). Give this one an id of its own.");
        }
    }

    private static bool Same(DocumentState known, DocumentReading reading, string reader)
    {
        Filing filing = Filing.Of(reading, reader, known.Reading?.After);
        return EntryJson.Id(filing.Reading) == known.ReadingId
            && filing.Drafts.All(d => known.All.GetValueOrDefault(d.Record) is { } record && EntryJson.Id(d with { Content = record.Draft }) == EntryJson.Id(d));
    }

    /// <summary>Appends what follows from the state as it was last caught up with.</summary>
    private bool TryAppend(ImmutableArray<Entry> entries, Run run) => TryAppend(entries, run, _state.Head);

    private bool TryAppend(ImmutableArray<Entry> entries, Run run, long head)
    {
        Instant now = clock.GetCurrentInstant();
        ImmutableArray<StoredLine> written = [.. entries.Select(entry => StoredLine.Of(entry, run, now))];
        foreach (StoredLine line in written) line.Parse(); // what cannot be read back is never kept
        return store.Append(written, head) is not null;
    }

    /// <summary>A document as it stands, and the head of the ledger at which it does. If no one has asked for the whole state, only the document's lines are read.</summary>
    private (DocumentState? Document, long Head) Now(string documentId)
    {
        if (_state.Head > 0)
        {
            LedgerState state = CatchUp();
            return (state.Documents.GetValueOrDefault(documentId) ?? state.Withdrawn.GetValueOrDefault(documentId), state.Head);
        }

        long head = store.Head;
        return (DocumentState.Of(Reading(store.ReadDocument(documentId))), head);
    }

    private LedgerState CatchUp()
    {
        if (store.Head > _state.Head) _state = _state.Evolve(Reading(store.Read(_state.Head)));
        return _state;
    }

    private IEnumerable<LedgerLine> Reading(IEnumerable<StoredLine> lines) => LineParser.Parse(lines, store.Name);
}
