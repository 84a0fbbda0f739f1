using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dragoman.Reading.Processes;
using Dragoman.Record.Linking;
using Dragoman.Record.Processes;
using Dragoman.Record.Views;

namespace Dragoman.Desk;

/// <summary>What the desk shows of one process, or of everything.</summary>
public sealed record ProcessView
{
    /// <summary>Null for everything.</summary>
    public required PeaceProcess? Process { get; init; }

    public required ProcessOverview Overview { get; init; }

    public required SourceCounter Sources { get; init; }

    public required Linkage Links { get; init; }

    public required ProcessScope Scope { get; init; }

    /// <summary>How many documents and outlets it has, and how many records that nobody has decided about.</summary>
    public required int Documents { get; init; }

    public required int Outlets { get; init; }

    public required int Open { get; init; }

    /// <summary>The processes that this ledger has documents of, with their number.</summary>
    public required ImmutableArray<(PeaceProcess Process, int Documents)> Others { get; init; }

    /// <summary>Everything: documents that belong to no process. A process: records of its documents that are filed elsewhere or left aside, each with the reason.</summary>
    public required ImmutableArray<AsideLine> Aside { get; init; }
}

/// <summary>Something that is left aside or filed elsewhere.</summary>
/// <param name="Record">Null for a document as a whole.</param>
/// <param name="Place">Where it is filed instead, and why; null where it belongs nowhere.</param>
public sealed record AsideLine(DocumentState Document, CitedRecord? Record, RecordPlace? Place);

/// <summary>Makes the views of processes and keeps those of the ledger's latest state: a page that is opened again costs nothing.</summary>
public sealed class ProcessViewer(ProcessCatalogue catalogue)
{
    private readonly DocumentPlacer _placer = new(catalogue.Processes);
    private readonly Linker _linker = new();
    private readonly ConditionalWeakTable<LedgerState, Dictionary<string, ProcessView>> _kept = [];

    /// <summary>The view; null if there is no such process.</summary>
    /// <param name="state">The ledger.</param>
    /// <param name="key">The process; null for everything.</param>
    public ProcessView? View(LedgerState state, string? key)
    {
        PeaceProcess? process = catalogue.Processes.FirstOrDefault(p => p.Key == key);
        if (key is not null && process is null) return null;
        Dictionary<string, ProcessView> kept = _kept.GetValue(state, _ => new(StringComparer.Ordinal));
        lock (kept)
        {
            if (!kept.TryGetValue(key ?? "", out ProcessView? view)) kept.Add(key ?? "", view = Make(state, process));
            return view;
        }
    }

    private ProcessView Make(LedgerState state, PeaceProcess? process)
    {
        ProcessScope scope = process is null ? ProcessScope.Everything : new(_placer, process);
        Linkage links = process is null && state.Tally.Total > ProcessOverview.MostLinked ? Linkage.None : _linker.Link(state);
        DocumentState[] documents = [.. scope.Documents(state)];
        return new()
        {
            Process = process,
            Overview = ProcessOverview.Of(state, scope: scope, links: links),
            Links = links,
            Scope = scope,
            Sources = new(catalogue.Outlets, links),
            Documents = documents.Length,
            Outlets = documents.Select(d => d.Reading?.Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            Open = process is null ? state.Tally.Draft : documents.Sum(d => scope.Records(state, d).Count(r => r.Record.State == ReviewState.Draft)),
            Others = [.. catalogue.Processes.Select(p => (p, state.InOrder.Count(d => _placer.Place(d, state.LinkDecisions).Touches(p.Key)))).Where(pair => pair.Item2 > 0)],
            Aside = catalogue.Processes.IsEmpty ? [] : process is null ? Unfiled(state) : Elsewhere(state, process, documents),
        };
    }

    private ImmutableArray<AsideLine> Unfiled(LedgerState state) =>
        [.. state.InOrder.Where(d => d.Records.Length > 0 && _placer.Place(d, state.LinkDecisions).Memberships.IsEmpty).Select(d => new AsideLine(d, null, null))];

    private ImmutableArray<AsideLine> Elsewhere(LedgerState state, PeaceProcess process, IEnumerable<DocumentState> documents) =>
        [.. documents.Select(d => (Document: d, Places: _placer.Place(d, state.LinkDecisions))).Where(pair => pair.Places.BelongsTo(process.Key))
            .SelectMany(pair => pair.Document.Records.Where(r => pair.Places.Records[r.Id].Process != process.Key)
                .Select(r => new AsideLine(pair.Document, new CitedRecord(pair.Document, r), pair.Places.Records[r.Id])))];
}
