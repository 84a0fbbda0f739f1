using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Dragoman.Reading.Processes;
using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Linking;
using Dragoman.Record.Processes;
using Dragoman.Record.Views;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Bench.Links;

/// <summary>A stream of news, filed and linked.</summary>
internal sealed class LinkedStream
{
    public LinkedStream(string name, LedgerState state, ProcessCatalogue catalogue, string process)
    {
        Name = name;
        State = state;
        Scope = new(new DocumentPlacer(catalogue.Processes), catalogue.Processes.First(p => p.Key == process));
        long start = Stopwatch.GetTimestamp();
        Linkage linkage = new Linker().Link(state);
        Milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Links = [.. linkage.Among([.. state.Order])];
        Overview = ProcessOverview.Of(state, scope: Scope, links: linkage);
    }

    /// <summary>How long it took to link it.</summary>
    public double Milliseconds { get; }

    public string Name { get; }

    public LedgerState State { get; }

    public ProcessScope Scope { get; }

    public ImmutableArray<Link> Links { get; }

    public ProcessOverview Overview { get; }

    /// <summary>The dates of each ceasefire that was declared or extended, and the sources of each contradiction.</summary>
    public void WriteLives(StringWriter report)
    {
        ImmutableArray<CeasefireLife> lives = [.. Overview.Lives.Where(l => l.Extensions.Any() || l.Declarations.Any(d => d.IsActual))];
        if (lives.IsEmpty && Overview.Contradictions.IsEmpty) return;
        report.WriteLine($"\n## {Name}\n");
        foreach (CeasefireLife life in lives)
        {
            string extensions = string.Join(", ", life.Extensions.Select(e => $"{Day(e.Day)} until {Day(e.Until)}"));
            report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"- a ceasefire of {life.Steps.Sum(s => s.Reports.Length)} reports: declared {string.Join(", ", life.Declarations.Select(d => $"{Day(d.Day)} until {Day(d.Until)}"))}; extended {(extensions.Length == 0 ? "never" : extensions)}; ended {Day(life.End?.Day)}"));
        }

        foreach (Contradiction contradiction in Overview.Contradictions)
        {
            string sides = string.Join("; ", contradiction.Sides.Select(s => $"{s.Word}: {string.Join(", ", s.Records.Select(r => r.Document.Id).Distinct(StringComparer.Ordinal))}"));
            report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"- {ContractWords.WordOf(contradiction.Relation)}, {contradiction.Documents} documents: {sides}"));
        }
    }

    /// <summary>One end of a link in its words, for the eye.</summary>
    public string Show(LinkEnd end)
    {
        DocumentState document = State.Documents[end.Document];
        string origin = $"{document.Reading?.Outlet}, {document.Reading?.Published}: ";
        if (end.Record is null) return origin + OneLine(document.Text[..Math.Min(document.Text.Length, 300)]);
        CitedRecord record = new(document, document.All[end.Record]);
        string words = record.Statement is { } statement
            ? $"{record.ActorOf(statement.Speaker)?.Name ?? "?"}: {string.Join(" … ", statement.Content.Select(p => p.Words))}"
            : $"{record.Kind} {string.Join(" ", record.Finding!.Slots.Select(s => s.Value).OfType<SlotValue.Word>().Select(w => w.Value))} {record.Finding.Factuality}: {record.Evidence.Words}";
        return origin + OneLine(words);
    }

    private static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "unknown";

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
