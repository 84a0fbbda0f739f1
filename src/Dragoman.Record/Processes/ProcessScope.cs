using Dragoman.Record.Views;

namespace Dragoman.Record.Processes;

/// <summary>The part of a ledger that is filed under one process; or all of it.</summary>
public sealed class ProcessScope
{
    private readonly DocumentPlacer? _placer;

    /// <param name="placer">Tells what belongs.</param>
    /// <param name="process">The process.</param>
    public ProcessScope(DocumentPlacer placer, PeaceProcess process)
    {
        _placer = placer;
        Process = process;
    }

    private ProcessScope()
    {
    }

    /// <summary>Every document and record.</summary>
    public static ProcessScope Everything { get; } = new();

    /// <summary>Null for everything.</summary>
    public PeaceProcess? Process { get; }

    /// <summary>The documents that belong, in order of filing, with those that only have a record that does.</summary>
    public IEnumerable<DocumentState> Documents(LedgerState state) =>
        _placer is null ? state.InOrder : state.InOrder.Where(document => _placer.Place(document, state.LinkDecisions).Touches(Process!.Key));

    /// <summary>The records that are filed here, in order of filing and text.</summary>
    public IEnumerable<CitedRecord> Records(LedgerState state) => Documents(state).SelectMany(document => Records(state, document));

    /// <summary>The document's records that are filed here.</summary>
    public IEnumerable<CitedRecord> Records(LedgerState state, DocumentState document)
    {
        IEnumerable<RecordState> records = document.Records;
        if (_placer is not null)
        {
            DocumentPlaces places = _placer.Place(document, state.LinkDecisions);
            records = records.Where(record => places.Records.GetValueOrDefault(record.Id)?.Process == Process!.Key);
        }

        return records.Select(record => new CitedRecord(document, record));
    }
}
