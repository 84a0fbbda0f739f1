using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Record.Views.Folding;

namespace Dragoman.Record.Undoing;

/// <summary>
/// Plans the undoing of a run, a document, a rule or a reviewer. What somebody decided about a record stays with its record, unless the
/// decisions are to go too; a reading stays while one of its records does, and a document while anything of it does.
/// </summary>
public sealed class UndoPlanner(UndoScope scope, bool withDecisions = false)
{
    public UndoPlan Plan(LedgerState state) => new()
    {
        Documents = [.. state.Documents.Values.Concat(state.Withdrawn.Values).Where(scope.MayHold)
            .Where(document => document.History.Any(scope.Covers)).OrderBy(document => document.Number).Select(Plan).Where(plan => !plan.Lines.IsEmpty || plan.Kept > 0)],
        Reopened = [.. Reopened(state)],
    };

    private UndoneDocument Plan(DocumentState document)
    {
        HashSet<string> skipped = new Retractions(document.History).Skipped;
        LedgerLine[] standing = [.. document.History.Where(line => !skipped.Contains(line.Id))];
        HashSet<LedgerLine> taken = new(standing.Where(scope.Covers), ReferenceEqualityComparer.Instance);
        int kept = withDecisions ? TakeDecisions(standing, taken) : KeepDecided(document, standing, taken);
        taken.RemoveWhere(line => line.Entry is ReadingFiled && standing.Any(l => l.Entry is RecordDrafted draft && draft.Reading == line.Id && !taken.Contains(l)));
        if (standing.Any(line => line.Entry is ReadingFiled or RecordDrafted or Decision && !taken.Contains(line))) taken.RemoveWhere(line => line.Entry is DocumentFiled);
        return new(document, [.. document.History.Where(taken.Contains)], kept, scope.ToString());
    }

    /// <summary>Leaves the drafts of records on which a decision rests that is not undone itself.</summary>
    /// <returns>How many records stay for that reason.</returns>
    private static int KeepDecided(DocumentState document, LedgerLine[] standing, HashSet<LedgerLine> taken)
    {
        HashSet<string> decided = [.. document.All.Values.Where(r => r.Decisions.Any(d => !taken.Contains(d))).Select(r => r.Id)];
        LedgerLine[] kept = [.. standing.Where(line => taken.Contains(line) && line.Entry is RecordDrafted draft && decided.Contains(draft.Record))];
        taken.ExceptWith(kept);
        return kept.Select(line => ((RecordDrafted)line.Entry).Record).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>Takes back, with the drafts, what was decided about records that are left without any.</summary>
    private static int TakeDecisions(LedgerLine[] standing, HashSet<LedgerLine> taken)
    {
        HashSet<string> gone = [.. taken.Select(line => line.Entry).OfType<RecordDrafted>().Select(draft => draft.Record)];
        gone.ExceptWith(standing.Where(line => !taken.Contains(line)).Select(line => line.Entry).OfType<RecordDrafted>().Select(draft => draft.Record));
        taken.UnionWith(standing.Where(line => line.Entry is Decision decision && gone.Contains(decision.Record)));
        return 0;
    }

    private IEnumerable<Entry> Reopened(LedgerState state) => scope is not (UndoScope.OfReviewer or UndoScope.OfRun) ? []
        : state.Resolutions.Records.Select(state.Resolutions.Holding).OfType<LedgerLine>().Concat(state.LinkDecisions.Holding).Where(scope.Covers)
            .OrderBy(line => line.Sequence).Select(line => Open(line.Entry, line.Id));

    private static Entry Open(Entry entry, string after) => entry switch
    {
        ForecastResolved resolved => resolved with { Outcome = ForecastOutcome.Open, After = after, Cites = [], Note = null },
        PlanSettled settled => settled with { State = PlanState.Open, MovedTo = null, After = after, Cites = [], Note = null },
        LinkDecided link => link with { Status = LinkStatus.Open, After = after },
        PlacementDecided placed => placed with { Placement = Placement.Open, After = after },
        _ => throw new ArgumentException($"An entry of kind {entry.GetType().Name} cannot be opened again.", nameof(entry)),
    };
}
