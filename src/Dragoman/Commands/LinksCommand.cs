using System.CommandLine;
using System.Text;
using Dragoman.Desk;
using Dragoman.Record;
using Dragoman.Record.Linking;
using Dragoman.Record.Views;
using Dragoman.Storage;
using NodaTime;

namespace Dragoman.Commands;

/// <summary><c>dragoman links</c>: what belongs together across documents, each link with its reason.</summary>
internal static class LinksCommand
{
    public static Command Create(Terminal terminal)
    {
        LedgerOption ledger = new();
        ProcessOption process = new();
        Command command = new("links", "Lists what belongs together across documents: copies, the same statement or event, contradictions, answers, people; each with its reason.");
        ledger.AddTo(command);
        process.AddTo(command);
        command.SetAction(parsed => List(ledger.PathOf(parsed), process.Load(parsed, CommandLine.DataOf(parsed)), terminal));
        return command;
    }

    private static int List(string path, ProcessChoice choice, Terminal terminal)
    {
        using ILedgerStore store = LedgerPlace.OpenToRead(path);
        LedgerState state = new Ledger(store, SystemClock.Instance).State;
        DocumentState[] documents = [.. choice.Scope.Documents(state)];
        IEnumerable<Link> links = new Linker().Link(state).Proposed([.. documents.Select(d => d.Id)]).Concat(ActorLinker.Link(documents));
        foreach (LinkLine line in links.Select(link => new LinkLine(link, state.LinkDecisions.StatusOf(link.Id), null)))
        {
            Write(terminal, $"{line.Link.Id}  {LinkWords.Of(line)}  {LinkWords.Of(line.Link)} {line.Link.Why}");
            Write(terminal, "    " + LinkWords.End(state, line.Link.From));
            Write(terminal, "    " + LinkWords.End(state, line.Link.To));
        }

        return ExitCode.Done;
    }

    private static void Write(Terminal terminal, string line) => terminal.WriteLine(Encoding.UTF8.GetBytes(line));
}
