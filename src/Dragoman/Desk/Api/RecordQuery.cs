using Dragoman.Record;
using Dragoman.Record.Views;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Desk.Api;

/// <summary>Which records a program asks for; what is left out does not narrow. Read from the query string.</summary>
/// <param name="Kind"><c>statement</c> or a kind of finding.</param>
/// <param name="State"><c>draft</c>, <c>confirmed</c>, <c>amended</c> or <c>rejected</c>.</param>
/// <param name="Document">A document's key.</param>
/// <param name="Outlet">An outlet's name.</param>
/// <param name="Actor">Name of an actor that speaks or fills a slot.</param>
/// <param name="From">First day of reporting, ISO 8601.</param>
/// <param name="Until">Last day of reporting, ISO 8601.</param>
/// <param name="After">The cursor that the page before gave as <c>next</c>.</param>
/// <param name="Limit">How many at most, 1 to 500; 100 by default.</param>
internal sealed record RecordQuery(string? Kind, string? State, string? Document, string? Outlet, string? Actor, string? From, string? Until, string? After, int? Limit)
{
    public const int LargestLimit = 500;
    private const int DefaultLimit = 100;
    private const char Joint = '~';

    /// <summary>The page of records, and the cursor of the next one.</summary>
    /// <exception cref="BadHttpRequestException">A part of the query is not of its form.</exception>
    public (IReadOnlyList<CitedRecord> Items, string? Next) Read(LedgerState state)
    {
        int limit = Limit ?? DefaultLimit;
        if (limit is < 1 or > LargestLimit) throw new BadHttpRequestException($"limit is 1 to {LargestLimit}");
        Func<CitedRecord, bool> holds = Filter();
        List<CitedRecord> items = [];
        foreach (CitedRecord record in Following(state).Where(holds))
        {
            if (items.Count == limit) return (items, Cursor(items[^1]));
            items.Add(record);
        }

        return (items, null);
    }

    private static string Cursor(CitedRecord record) => record.Document.Key + Joint + record.Record.Id;

    private static LocalDate? Day(string? text, string name) =>
        string.IsNullOrEmpty(text) ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value
        : throw new BadHttpRequestException($"{name} is a day such as 2031-09-10");

    private static T? Word<T>(string? text)
        where T : struct, Enum
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : ContractWords.Parse<T>(text);
        }
        catch (FormatException e)
        {
            throw new BadHttpRequestException(e.Message, e);
        }
    }

    /// <summary>The records after the cursor, in order of filing and of the text.</summary>
    private IEnumerable<CitedRecord> Following(LedgerState state)
    {
        IEnumerable<DocumentState> documents = string.IsNullOrEmpty(Document) ? state.InOrder : state.InOrder.Where(d => d.Key == Document);
        if (string.IsNullOrEmpty(After)) return documents.SelectMany(d => d.Records.Select(r => new CitedRecord(d, r)));
        if (After.Split(Joint) is not [var key, var id]) throw new BadHttpRequestException("after is the cursor that the page before gave as next");
        return documents.SkipWhile(d => d.Key != key)
            .SelectMany(d => (d.Key == key ? d.Records.SkipWhile(r => r.Id != id).Skip(1) : d.Records).Select(r => new CitedRecord(d, r)));
    }

    private Func<CitedRecord, bool> Filter()
    {
        ReviewState? state = Word<ReviewState>(State);
        LocalDate? from = Day(From, "from");
        LocalDate? until = Day(Until, "until");
        return record =>
            (string.IsNullOrEmpty(Kind) || record.Kind == Kind)
            && (state is null || record.Record.State == state)
            && (string.IsNullOrEmpty(Outlet) || record.Document.Reading?.Outlet == Outlet)
            && (from is null || record.Reported >= from)
            && (until is null || record.Reported <= until)
            && (string.IsNullOrEmpty(Actor) || IsAbout(record, Actor));
    }

    private static bool IsAbout(CitedRecord record, string actor) =>
        record.ActorOf(record.Statement?.Speaker)?.Name == actor
        || (record.Finding?.Slots.Any(slot => record.Actors(slot.Name).Any(a => a.Name == actor)) ?? false);
}
