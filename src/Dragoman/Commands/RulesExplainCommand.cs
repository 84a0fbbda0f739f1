using System.CommandLine;
using System.Text;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading;
using Dragoman.Reading.Frames;
using Dragoman.Reading.Intake;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;
using Dragoman.Storage;
using NodaTime;

namespace Dragoman.Commands;

/// <summary>
/// <c>dragoman rules explain RECORD [FILE]</c>: why a record is there. Of a file, the record is named as its reading names it (<c>R3</c>); of the
/// ledger, by its id there (<c>ceasefire-0123…</c>).
/// </summary>
internal static class RulesExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> record = new("RECORD") { Description = "R3 for a record of the FILE given, or the id of a record of the ledger" };
        DocumentArguments documents = new(optional: true);
        LedgerOption ledger = new();
        Command command = new("explain", "Tells why a record is there: the rule, what filled its roles, and which alternatives lost.") { record };
        documents.AddTo(command);
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            Arrival[] arrivals = [.. documents.Open(parsed, terminal)];
            string id = parsed.GetRequiredValue(record);
            return arrivals.Length > 0 ? OfFile(CommandLine.DataOf(parsed), id, arrivals, terminal) : OfLedger(CommandLine.DataOf(parsed), id, ledger.PathOf(parsed), terminal);
        });
        return command;
    }

    /// <exception cref="CommandException">More than one document, or no such record in it.</exception>
    private static int OfFile(DataFolder data, string id, Arrival[] arrivals, Terminal terminal)
    {
        if (arrivals.Length > 1) throw new CommandException("DG4041", "records are named within one document (R1, R2 …); give one file, or an id of the ledger");
        Article article = arrivals[0].Article ?? throw arrivals[0].Refusal!;
        DocumentReading reading = Polyglot.Load(data).Read(article);
        Finding finding = reading.Findings.FirstOrDefault(f => f.Id == id)
            ?? throw new CommandException("DG4040", $"there is no record '{id}' in {article.Source}; its records: {string.Join(' ', reading.Findings.Select(f => f.Id))}");
        return Explain(data, article with { Language = reading.Document.Language }, finding, terminal);
    }

    /// <exception cref="CommandException">No such record in the ledger, or one that no rule of records made.</exception>
    private static int OfLedger(DataFolder data, string id, string path, Terminal terminal)
    {
        using ILedgerStore store = LedgerPlace.OpenToRead(path);
        DocumentState document = new Ledger(store, SystemClock.Instance).State.InOrder.FirstOrDefault(d => d.All.ContainsKey(id))
            ?? throw new CommandException("DG4040", $"there is no record '{id}' in {path}; dragoman record --format jsonl lists the ids");
        RecordState record = document.All[id];
        if (record.Draft is not Found found) throw new CommandException("DG4042", $"{id} is a statement, which the cues of attribution.yml find, not a rule for records");
        return Explain(data, ArticleOf(document, record), found.Finding, terminal);
    }

    private static int Explain(DataFolder data, Article article, Finding finding, Terminal terminal)
    {
        RuleExplanation explanation = new(Reader.Load(data, article.Language ?? "en"));
        string text = explanation.Write(article, finding.Kind, new(finding.Anchor.Start, finding.Anchor.End))
            ?? throw new CommandException("DG4043", $"today's rules find no {finding.Kind.Word()} at \"{finding.Anchor.Words}\"; {finding.Rule} found it");
        terminal.WriteLine(Encoding.UTF8.GetBytes(text.TrimEnd('\n')));
        return ExitCode.Done;
    }

    private static Article ArticleOf(DocumentState document, RecordState record) => new()
    {
        Id = document.Id,
        Source = document.Filed.Source,
        Url = document.Filed.Url,
        Document = new Document(document.Text),
        Language = record.Reading.Language,
        Title = record.Reading.Title,
        Outlet = record.Reading.Outlet,
        Byline = record.Reading.Byline,
        Published = record.Reading.Published,
    };
}
