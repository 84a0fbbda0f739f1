using System.Collections.Immutable;
using Dragoman.Record.Linking;
using Dragoman.Record.Processes;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Record.Views;

/// <summary>
/// Lines up what is reported of ceasefires of one process: a report joins the ceasefire whose beginning it dates, or else, if it continues one,
/// the latest that had begun and not ended by then and whose parties do not speak against it.
/// </summary>
/// <param name="process">Tells which names are one side; null to compare actors by name.</param>
public sealed class CeasefireLiner(PeaceProcess? process)
{
    private const int DaysOfABeginning = 7; // by which two reports of one beginning differ
    private const int DaysOfADeclaration = 3; // within which a declaration is repeated
    private const int DaysOfSilence = 365; // after which a ceasefire that nobody mentioned is not continued

    private sealed class Strand
    {
        public List<CitedRecord> Reports { get; } = [];

        public HashSet<string> Parties { get; } = new(StringComparer.Ordinal);

        public LocalDate? Begins { get; set; }

        public LocalDate? Declared { get; set; }

        public LocalDate Last { get; set; }

        public bool HasEnded { get; set; }
    }

    /// <param name="records">Of one process; of ceasefires and claims of violations.</param>
    /// <returns>The latest begun first.</returns>
    public ImmutableArray<CeasefireLife> Line(IEnumerable<CitedRecord> records)
    {
        List<Strand> lines = [];
        foreach (CitedRecord record in records.Where(r => r.Kind is "ceasefire" or "violation" && r.Finding!.Factuality != Factuality.Denied && r.Reported is not null)
            .OrderBy(r => r.Reported).ThenBy(r => r.Kind == "violation").ThenBy(Rank).ThenBy(r => r.Document.Number))
        {
            Strand? line = Find(lines, record);
            if (line is null ? record.Kind == "violation" || record.Word("act") is "ended" or "suspended" : IsOfAnEarlierOne(line, record)) continue; // of a ceasefire that is not on record
            if (line is null) lines.Add(line = new());
            Put(line, record);
        }

        return [.. lines.Where(l => l.Last != default).OrderByDescending(l => l.Begins ?? l.Declared ?? l.Last).Select(l => new CeasefireLife(CeasefireSteps.Of(l.Reports)))];
    }

    private Strand? Find(List<Strand> lines, CitedRecord record)
    {
        LocalDate day = record.Reported!.Value;
        ImmutableArray<string> parties = PartiesOf(record);
        if (record.Kind == "ceasefire" && record.OwnDays is { } begins && lines.FindLast(l => Begins(l, begins) && Fits(l, parties)) is { } dated) return dated;
        bool isNew = record.Word("act") is "announced" or "agreed";
        if (isNew && lines.FindLast(l => IsRepeat(l, day) && Fits(l, parties)) is { } repeated) return repeated;
        if (record.OwnDays is { } own && own.End < day.PlusDays(-DaysOfABeginning)) return null; // of one that began otherwise
        return isNew && !parties.IsEmpty ? null : lines.FindLast(l => !l.HasEnded && l.Last != default && Period.DaysBetween(l.Last, day) <= DaysOfSilence && Fits(l, parties));
    }

    /// <summary>An end that the very report of the declaration tells is that of another.</summary>
    private static bool IsOfAnEarlierOne(Strand line, CitedRecord record) => record.Word("act") is "ended" or "suspended" && line.Declared == record.Reported
        && line.Reports.Exists(r => r.Word("act") is "announced" or "agreed" && ReferenceEquals(r.Document, record.Document));

    private static bool Begins(Strand line, DateInterval days) => line.Begins is { } begins
        && days.Start.PlusDays(-DaysOfABeginning) <= begins && begins <= days.End.PlusDays(DaysOfABeginning);

    private static bool IsRepeat(Strand line, LocalDate day) => line.Declared is { } declared && Math.Abs(Period.DaysBetween(declared, day)) <= DaysOfADeclaration;

    private static bool Fits(Strand line, ImmutableArray<string> parties) => parties.IsEmpty || line.Parties.Count == 0 || parties.Any(line.Parties.Contains);

    private void Put(Strand line, CitedRecord record)
    {
        line.Reports.Add(record);
        LocalDate day = record.Reported!.Value;
        if (record.Finding!.Factuality is not (null or Factuality.Actual)) return;
        line.Last = LocalDate.Max(line.Last, day);
        if (record.Kind != "ceasefire") return;
        line.Parties.UnionWith(PartiesOf(record));
        string? act = record.Word("act");
        if (act is "announced" or "agreed") line.Declared ??= day;
        line.Begins ??= record.OwnDays?.Start ?? (act is "announced" or "agreed" ? day : null);
        line.HasEnded |= act == "ended" && (EndOf(record) is not { } end || end <= day);
    }

    /// <summary>Keys of the sides that declare, agree or end it, or are accused of breaking it; mediators and unnamed people tell nothing apart.</summary>
    private ImmutableArray<string> PartiesOf(CitedRecord record) =>
        [.. (record.Kind == "violation" ? record.Actors("accused") : record.Actors("by"))
            .Select(actor => process?.PartyOf(actor) is { } party ? (party.IsPrincipal ? party.Id : null) : process is null && actor.Kind is not (ActorKind.Unnamed or ActorKind.Group) ? IdentityKey.Of(actor) : null)
            .OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Of reports of one day, those that begin a ceasefire go first, and those with more to tell.</summary>
    private static int Rank(CitedRecord record) => record.Word("act") switch
    {
        "announced" or "agreed" => 0,
        "in-effect" => 1,
        _ => 2,
    } * 16 - record.Finding!.Slots.Length;

    internal static LocalDate? EndOf(CitedRecord record)
    {
        if (record.Days("end") is { } end) return end.End;
        LocalDate? start = record.OwnDays?.Start ?? record.Reported;
        return start is { } first && record.Word("duration") is { } duration && PeriodPattern.NormalizingIso.Parse(duration) is { Success: true, Value: var length }
            ? (first.AtMidnight() + length).PlusSeconds(-1).Date
            : null;
    }
}
