using System.CommandLine;
using System.Globalization;
using System.Text;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Undoing;
using Dragoman.Storage;
using NodaTime;

namespace Dragoman.Commands;

/// <summary><c>dragoman undo</c>: takes back all that a run, a document, a rule or a reviewer brought into the ledger, by entries that say so.</summary>
internal static class UndoCommand
{
    public static Command Create(Terminal terminal)
    {
        LedgerOption ledger = new();
        Option<string?> run = new("--run") { Description = "The id of a run, or its beginning (`dragoman ledger runs` lists them)", HelpName = "ID" };
        Option<string?> document = new("--document") { Description = "A document: its id, its key in addresses, or its file's name", HelpName = "ID" };
        Option<string?> rule = new("--rule") { Description = "A rule (en/frames/ceasefire.yml#declare-1), or a file for all rules of it", HelpName = "RULE" };
        Option<string?> reviewer = new("--reviewer") { Description = "Whose decisions, as they are signed", HelpName = "NAME" };
        Option<bool> decisions = new("--decisions") { Description = "Also take back what was decided about the records that go; without it they stay" };
        Option<bool> preview = new("--preview") { Description = "Only say what would be taken back" };
        Option<string?> by = new("--by") { Description = "The name that the undo is signed with [default: your user name]", HelpName = "NAME" };
        Command command = new("undo", "Takes back a whole run, document, rule or reviewer. Nothing is deleted: entries are added that take back, and undoing their run brings all back.") { run, document, rule, reviewer, decisions, preview, by };
        ledger.AddTo(command);
        command.SetAction(parsed => Undo(
            ledger.PathOf(parsed),
            ScopeOf(parsed.GetValue(run), parsed.GetValue(document), parsed.GetValue(rule), parsed.GetValue(reviewer)),
            parsed.GetValue(decisions),
            parsed.GetValue(preview) ? null : Run.Person(parsed.GetValue(by) ?? Environment.UserName),
            terminal));
        return command;
    }

    /// <exception cref="CommandException">DG4050: not exactly one of them is given.</exception>
    private static UndoScope ScopeOf(string? run, string? document, string? rule, string? reviewer)
    {
        UndoScope?[] given = [run is null ? null : new UndoScope.OfRun(run), document is null ? null : new UndoScope.OfDocument(document), rule is null ? null : new UndoScope.OfRule(rule), reviewer is null ? null : new UndoScope.OfReviewer(reviewer)];
        UndoScope[] scopes = [.. given.OfType<UndoScope>()];
        return scopes.Length == 1 ? scopes[0] : throw new CommandException("DG4050", "say what to undo: one of --run ID, --document ID, --rule RULE, --reviewer NAME");
    }

    private static int Undo(string place, UndoScope scope, bool withDecisions, Run? by, Terminal terminal)
    {
        using ILedgerStore store = by is null ? LedgerPlace.OpenToRead(place) : LedgerPlace.OpenExisting(place);
        Ledger ledger = new(store, SystemClock.Instance);
        UndoPlanner planner = new(scope, withDecisions);
        UndoPlan plan = planner.Plan(ledger.State);
        Write(plan, scope, terminal);
        if (by is null || plan.Entries.IsEmpty) return ExitCode.Done;
        Run session = ledger.Begin(by);
        ledger.Append(state => planner.Plan(state).Entries, session);
        terminal.WriteLine(Encoding.UTF8.GetBytes($"done; `dragoman undo --run {session.Id}` brings it back"));
        return ExitCode.Done;
    }

    private static void Write(UndoPlan plan, UndoScope scope, Terminal terminal)
    {
        foreach (UndoneDocument document in plan.Documents)
        {
            int drafts = document.Lines.Count(line => line.Entry is RecordDrafted);
            int decisions = document.Lines.Count(line => line.Entry is Decision);
            string kept = document.Kept == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {document.Kept} decided records stay (--decisions takes them too)");
            Line(string.Create(CultureInfo.InvariantCulture, $"{(document.IsWithdrawn ? "withdrawn" : "changed"),-9}  {document.Document.Filed.Source}  {drafts} drafts, {decisions} decisions{kept}"));
        }

        Line(string.Create(CultureInfo.InvariantCulture,
            $"{scope}: {plan.Count<DocumentFiled>()} documents, {plan.Count<ReadingFiled>()} readings, {plan.Count<RecordDrafted>()} drafts, {plan.Count<Decision>()} decisions, {plan.Count<EntriesRetracted>()} earlier undos, {plan.Reopened.Length} resolutions and links; {plan.Entries.Length} entries take them back"));

        void Line(string text) => terminal.WriteLine(Encoding.UTF8.GetBytes(text));
    }
}
