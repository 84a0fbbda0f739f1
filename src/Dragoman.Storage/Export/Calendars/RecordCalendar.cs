using System.Collections.Immutable;
using Dragoman.Record.Views;
using Dragoman.Storage.Export.Tables;
using NodaTime;

namespace Dragoman.Storage.Export;

/// <summary>Meetings, deadlines, ceasefires and agreements whose days the text gives, as entries of a calendar; repeats are one entry.</summary>
public sealed class RecordCalendar(ExportScope scope)
{
    public ImmutableArray<IcalEvent> Make(IEnumerable<ExportRow> rows) =>
    [
        .. RepeatFolder.Fold(rows.Select(row => row.Cited).Where(record => Dated(record) is not null))
            .Select(record => EventOf(record, Dated(record)!))
            .OrderBy(entry => entry.Days.Start).ThenBy(entry => entry.Uid, StringComparer.Ordinal),
    ];

    private static DateInterval? Dated(CitedRecord record) => record.TimeSlot is { } slot ? DateCodes.DaysOf(record.Time(slot)) : null;

    private IcalEvent EventOf(CitedRecord record, DateInterval days) => new()
    {
        Uid = record.Record.Id,
        Stamp = record.Record.Decided?.Recorded ?? record.Reported?.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() ?? record.Document.Recorded, // the same, whenever it was filed
        Sequence = record.Record.Decisions.Count(),
        Days = days,
        Summary = SummaryOf(record),
        Description = string.Join('\n', record.Repeats.Prepend(record).Select(Report)),
        Location = scope.Cite(record.Text("place")),
        Url = Uri.TryCreate(record.Document.Filed.Url, UriKind.Absolute, out Uri? url) ? url : null,
        Status = StatusOf(record),
        Categories = [record.Kind, .. record.Word("status") is { } status ? [status] : Array.Empty<string>()],
    };

    /// <summary>Kind, how it stands, and who: <c>meeting (planned): Norland, Sudria</c>.</summary>
    private static string SummaryOf(CitedRecord record)
    {
        string? word = record.Word("status") ?? record.Word("act");
        string actors = string.Join(", ", record.Finding!.Slots.SelectMany(slot => record.Actors(slot.Name)).Select(actor => actor.Name).Distinct(StringComparer.Ordinal));
        return record.Kind + (word is null ? "" : $" ({word})") + (actors.Length == 0 ? "" : ": " + actors);
    }

    private string Report(CitedRecord record) =>
        $"“{scope.Cite(record.Evidence)}” ({string.Join(", ", new[] { record.Document.Reading?.Outlet, record.Document.Reading?.Published, record.Document.Filed.Source }.OfType<string>())})";

    private static IcalStatus StatusOf(CitedRecord record) => record.Word("status") switch
    {
        "cancelled" or "refused" => IcalStatus.Cancelled,
        "held" or "under-way" => IcalStatus.Confirmed,
        _ => record.Record.State == ReviewState.Draft ? IcalStatus.Tentative : IcalStatus.Confirmed,
    };
}
