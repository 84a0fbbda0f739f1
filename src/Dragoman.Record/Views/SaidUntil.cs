using System.Collections.Immutable;
using Dragoman.Record.Entries;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Record.Views;

/// <summary>
/// Keeps of a state what had been said by the end of a day, whenever it was recorded: documents published by then, and of later or undated
/// ones the statements with a time by then and the findings taken from them. What has no day is left out, not guessed.
/// </summary>
public sealed class SaidUntil(LocalDate day)
{
    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM");
    private static readonly LocalDatePattern Year = LocalDatePattern.CreateWithInvariantCulture("uuuu");

    public LedgerState Of(LedgerState state) => state.Only(document => Part(document));

    /// <summary>The last day that a publication date covers; null if it is unknown or no date of the calendar.</summary>
    internal static LocalDate? LastDay(string? published)
    {
        if (CitedRecord.DayOf(published) is { } exact) return exact;
        if (published is { Length: 7 } && Month.Parse(published) is { Success: true } month) return month.Value.With(DateAdjusters.EndOfMonth);
        return published is { Length: 4 } && Year.Parse(published) is { Success: true } year ? new LocalDate(year.Value.Year, 12, 31) : null;
    }

    private DocumentState? Part(DocumentState document)
    {
        if (LastDay(document.Reading?.Published) is { } published && published <= day) return document;
        ImmutableHashSet<string> told = [.. document.All.Values.Where(IsSaid).Select(r => r.Content.LocalId)];
        return told.IsEmpty ? null : document with
        {
            All = document.All.RemoveRange(document.All.Values.Where(r => !told.Contains(r.Content is Found found ? found.Finding.Statement ?? "" : r.Content.LocalId)).Select(r => r.Id)),
        };
    }

    private bool IsSaid(RecordState record)
    {
        if (record.Content is not Said { Statement.Time: { } id }) return false;
        CitedTime? time = record.Reading.Times.FirstOrDefault(t => t.Id == id);
        return CitedRecord.DayOf(time?.Until ?? time?.From) is { } said && said <= day;
    }
}
