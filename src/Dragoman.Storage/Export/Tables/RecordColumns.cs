using System.Collections.Immutable;
using Dragoman.Record;
using Dragoman.Record.Views;
using NodaTime;

namespace Dragoman.Storage.Export.Tables;

/// <summary>The columns that the tables of all record kinds share.</summary>
internal sealed class RecordColumns(CountryCodes countries, ExportScope scope)
{
    private const string Between = "; ";

    public const string Key = "record_id";
    public const string Version = "version";
    public const string Decision = "decision";
    public const string Reviewer = "reviewer";
    public const string Remark = "remark";

    /// <summary>What <see cref="Decision"/> may hold.</summary>
    public static ImmutableArray<string> Decisions { get; } = ["confirm", "amend", "reject"];

    public void AddKey(TableMaker<ExportRow> table) => table
        .Text(Key, "The record's id. It follows from document, kind and words, and stays the same when the document is read again.", r => r.Id);

    public void AddActors(TableMaker<ExportRow> table, string slot, string meaning, Func<ExportRow, IEnumerable<Actor>> actors) => table
        .Text($"{slot}_names", meaning + " Several are separated by '; '.", r => ActorCell.Write(actors(r), [.. r.Cited.Record.Actors])).As(ColumnUse.Editable)
        .Text($"{slot}_keys", $"Keys of {slot}_names in the table actors, in the same order.", r => string.Join(Between, actors(r).Select(ActorKey.Of)))
        .Text($"{slot}_iso3", $"States that {slot}_names belong to, without repeats: ISO 3166-1 alpha-3.", r => string.Join(Between, countries.Of(actors(r)).Select(c => c.Alpha3)))
        .Text($"{slot}_cow", "The same states: Correlates of War numbers.", r => string.Join(Between, countries.Of(actors(r)).Select(c => Table.TextOf(c.CowNumber))))
        .Text($"{slot}_gw", "The same states: Gleditsch and Ward numbers, which UCDP uses.", r => string.Join(Between, countries.Of(actors(r)).Select(c => Table.TextOf(c.Gw))));

    public void AddTime(TableMaker<ExportRow> table, string slot, string meaning, Func<ExportRow, CitedTime?> time) => table
        .Text($"{slot}_timex", meaning + " TIMEX3 value; empty if it cannot be told from the text.", r => time(r)?.Value).As(ColumnUse.Editable)
        .Text($"{slot}_words", "The words that give this time.", r => time(r)?.Place.Words)
        .Text($"{slot}_edtf", "The same in EDTF: a day, month, year or interval.", r => DateCodes.Edtf(time(r)))
        .Date($"{slot}_from", "Its first day.", r => DateCodes.DaysOf(time(r))?.Start)
        .Date($"{slot}_until", "Its last day.", r => DateCodes.DaysOf(time(r))?.End)
        .Number($"{slot}_ucdp_prec", "UCDP date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 year.", r => DateCodes.Ucdp(DateCodes.DaysOf(time(r))))
        .Number($"{slot}_acled_prec", "ACLED time_precision: 1 day, 2 week, 3 month.", r => DateCodes.Acled(DateCodes.DaysOf(time(r))));

    public void AddWords(TableMaker<ExportRow> table, string slot, string meaning, Func<ExportRow, Passage?> passage) => table
        .Text($"{slot}_words", meaning, r => scope.Cite(passage(r))).As(ColumnUse.Editable)
        .Number($"{slot}_start", $"Where {slot}_words begins in the document, in Unicode code points from 0.", r => passage(r) is { } p ? r.Start(p) : null)
        .Number($"{slot}_end", $"Where {slot}_words ends: the offset after the last code point.", r => passage(r) is { } p ? r.End(p) : null);

    /// <summary>Where it is from and how it stands; the last columns are for a reviewer to fill in.</summary>
    public void AddSource(TableMaker<ExportRow> table) => table
        .Text("evidence_words", "The sentence or clause that shows it, or the first words that a statement reports.", r => scope.Cite(r.Cited.Evidence))
        .Number("evidence_start", "Where the evidence begins in the document, in Unicode code points from 0.", r => r.Start(r.Cited.Evidence))
        .Number("evidence_end", "Where it ends: the offset after the last code point.", r => r.End(r.Cited.Evidence))
        .Text("outlet", "Who published the document.", r => r.Cited.Document.Reading?.Outlet)
        .Text("published", "When the document was published: EDTF, as precise as known.", r => r.Cited.Document.Reading?.Published)
        .Text("source", "File name or URL of the document.", r => r.Cited.Document.Filed.Url ?? r.Cited.Document.Filed.Source)
        .Text("document_id", "The document in the table documents.", r => r.Cited.Document.Id)
        .Coded("state", "draft: nobody has decided; confirmed or amended: by a reviewer.", ["draft", "confirmed", "amended"], r => ContractWords.WordOf(r.Cited.Record.State))
        .Text("rule", "The place in the rules, or the row of a sheet, that gave it.", r => r.Cited.Record.Content.Rule)
        .Text("reader", "The reader that drafted it, with its version.", r => r.Cited.Record.Reading.Reader).As(ColumnUse.Bookkeeping)
        .Text("decided_by", "Who decided.", r => r.Cited.Record.Decided?.Run.Name).As(ColumnUse.Bookkeeping)
        .Date("decided_on", "When, UTC.", r => r.Cited.Record.Decided is { } line ? DayOf(line.Recorded) : null).As(ColumnUse.Bookkeeping)
        .Text("note", "What the reviewer noted.", r => (r.Cited.Record.Decided?.Entry as Dragoman.Record.Entries.Decision)?.Note).As(ColumnUse.Bookkeeping)
        .Text(Version, "The record's last entry in the ledger: a decision on an older version is refused as a conflict.", r => r.Cited.Record.Latest).As(ColumnUse.Bookkeeping)
        .Coded(Decision, "Write confirm, amend or reject here and hand the file to `dragoman import csv`.", Decisions, _ => null).As(ColumnUse.Review)
        .Text(Reviewer, "Who decides; empty for whom --reviewer names.", _ => null).As(ColumnUse.Review)
        .Text(Remark, "A note on the decision.", _ => null).As(ColumnUse.Review);

    private static LocalDate DayOf(Instant moment) => moment.InUtc().Date;
}
