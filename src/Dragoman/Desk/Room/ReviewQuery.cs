using Dragoman.Record;
using Dragoman.Record.Entries;
using Dragoman.Record.Processes;
using Dragoman.Record.Views;
using Microsoft.Extensions.Primitives;

namespace Dragoman.Desk.Room;

/// <summary>
/// What a reviewer works through, as an address tells it: a queue is a query. Null criteria let everything through. On a document's page
/// what concerns records chooses its cards, and the whole chooses the next document.
/// </summary>
public sealed record ReviewQuery
{
    public static ReviewQuery Everything { get; } = new();

    /// <summary><c>statement</c> or the kind of a finding.</summary>
    public string? Kind { get; init; }

    public string? Outlet { get; init; }

    /// <summary>Somebody whom the record names, by the name that the reading gives.</summary>
    public string? Actor { get; init; }

    /// <summary>The rule that drafted it.</summary>
    public string? Rule { get; init; }

    /// <summary>Key of the process that the records belong to.</summary>
    public string? Process { get; init; }

    /// <summary>What belongs to <see cref="Process"/>; everything until <see cref="In"/> has been asked.</summary>
    public ProcessScope Scope { get; private init; } = ProcessScope.Everything;

    /// <summary>Draft unless the query says otherwise; null for <c>state=all</c>. It chooses documents and the lines of a queue, not the cards of a document.</summary>
    public ReviewState? State { get; init; } = ReviewState.Draft;

    public WorkState? Work { get; init; }

    /// <summary>Published on this day (or in this month or year) or later.</summary>
    public string? From { get; init; }

    public string? Until { get; init; }

    /// <summary>Whether it chooses among the records of a document.</summary>
    public bool ChoosesRecords => (Kind ?? Actor ?? Rule) is not null;

    public static ReviewQuery Of(Func<string, StringValues> values) => new()
    {
        Kind = Value(values("kind")),
        Outlet = Value(values("outlet")),
        Actor = Value(values("actor")),
        Rule = Value(values("rule")),
        Process = Value(values("process")),
        State = Value(values("state")) is { } state ? WordOf<ReviewState>(state) : ReviewState.Draft,
        Work = Value(values("work")) is { } work ? WordOf<WorkState>(work) : null,
        From = Value(values("from")),
        Until = Value(values("until")),
    };

    /// <summary>The query with its process looked up; one that is unknown takes nothing away.</summary>
    public ReviewQuery In(DocumentPlacer placer) =>
        placer.Processes.FirstOrDefault(p => p.Key == Process) is { } process ? this with { Scope = new(placer, process) } : this;

    /// <summary>From <c>?kind=…</c>, or from nothing.</summary>
    public static ReviewQuery Parse(string? query)
    {
        Dictionary<string, StringValues> values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        return Of(name => values.GetValueOrDefault(name));
    }

    /// <summary><c>?kind=…&amp;outlet=…</c>, or nothing for everything.</summary>
    public override string ToString()
    {
        IEnumerable<(string Name, string? Value)> parts =
        [
            ("kind", Kind), ("outlet", Outlet), ("actor", Actor), ("rule", Rule), ("process", Process), ("from", From), ("until", Until),
            ("state", State is ReviewState.Draft ? null : State is { } state ? ContractWords.WordOf(state) : "all"), ("work", Work is { } work ? ContractWords.WordOf(work) : null),
        ];
        string[] given = [.. parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}")];
        return given.Length == 0 ? "" : "?" + string.Join('&', given);
    }

    /// <summary>Whether the record is of what the query is about, whatever has been decided about it.</summary>
    public bool IsAbout(CitedRecord record) =>
        (Kind is null || record.Kind == Kind)
        && (Rule is null || record.Record.Content.Rule == Rule)
        && (Actor is null || ActorsOf(record).Any(a => a.Name == Actor));

    public bool Takes(CitedRecord record) => (State is null || record.Record.State == State) && IsAbout(record);

    /// <summary>Whether the document itself fits, whatever its records are.</summary>
    public bool Takes(LedgerState state, DocumentState document) =>
        (Outlet is null || document.Reading?.Outlet == Outlet)
        && (From is null || string.CompareOrdinal(document.Reading?.Published ?? "", From) >= 0)
        && (Until is null || (document.Reading?.Published is { } day && string.CompareOrdinal(day[..Math.Min(day.Length, Until.Length)], Until) <= 0))
        && (Work is null || state.Care.WorkOn(document) == Work);

    /// <summary>The records of a document that the query takes, in text order.</summary>
    public IEnumerable<CitedRecord> RecordsOf(LedgerState state, DocumentState document) =>
        Takes(state, document) ? (Process is null ? document.Records.Select(r => new CitedRecord(document, r)) : Scope.Records(state, document)).Where(Takes) : [];

    private static IEnumerable<Actor> ActorsOf(CitedRecord record)
    {
        IEnumerable<string?> ids = record.Statement is { } statement
            ? statement.Addressee.Append(statement.Speaker!)
            : record.Finding!.Slots.Select(s => s.Value).OfType<SlotValue.Actors>().SelectMany(a => a.Ids);
        return ids.Select(record.ActorOf).OfType<Actor>().Concat(record.ToldBy is { } teller ? [teller] : []);
    }

    private static string? Value(StringValues values) => values is [{ Length: > 0 } only, ..] ? only : null;

    private static T? WordOf<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => ContractWords.WordOf(v) == word).Select(v => (T?)v).FirstOrDefault();
}
