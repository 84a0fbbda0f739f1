using System.Collections.Immutable;
using Dragoman.Record;

namespace Dragoman.Storage.Export.Tables;

/// <summary>The tables of the records: one for the statements and one for each kind of finding, a row a record.</summary>
public sealed class RecordTables(CountryCodes countries, ExportScope scope)
{
    public const string Statements = "statements";

    private static readonly ImmutableArray<(FindingKind Kind, string Table, string Meaning)> Kinds =
    [
        (FindingKind.Ceasefire, "ceasefires", "An act in the life of a ceasefire, as one passage reports it."),
        (FindingKind.Violation, "violations", "A claim that a ceasefire or agreement was broken. Figures are one side's and must not be added up."),
        (FindingKind.Proposal, "proposals", "A concrete offer, plan or call to do something towards ending or limiting the conflict."),
        (FindingKind.Response, "responses", "A party's reaction to a proposal, plan, demand or offer."),
        (FindingKind.Condition, "conditions", "Something that one side requires of another, or names as the precondition for a step."),
        (FindingKind.Meeting, "meetings", "Talks, a summit, a visit, a call, a round of negotiations."),
        (FindingKind.Ultimatum, "ultimatums", "A threat of consequence, or a deadline, tied to what another does or fails to do."),
        (FindingKind.Agreement, "agreements", "An agreement, deal or commitment reached, signed, carried out or left."),
        (FindingKind.Forecast, "forecasts", "A statement about what will, may or will not happen."),
        (FindingKind.Novelty, "novelties", "The text says that something happens for the first time, or first since some moment."),
    ];

    private readonly RecordColumns _shared = new(countries, scope);

    /// <summary>The table that holds records of a kind (<c>statement</c>, <c>ceasefire</c>).</summary>
    public static string TableOf(string kind) => kind == "statement" ? Statements : Kinds.Single(k => k.Kind.Word() == kind).Table;

    /// <summary>The kind whose records a table holds, or null for other tables.</summary>
    public static string? KindOf(string table) =>
        table == Statements ? "statement" : Kinds.Where(k => k.Table == table).Select(k => k.Kind.Word()).SingleOrDefault();

    public ImmutableArray<Table> Make(ImmutableArray<ExportRow> rows)
    {
        ILookup<string, ExportRow> byKind = rows.ToLookup(row => row.Cited.Kind);
        return [MakeStatements(byKind["statement"]), .. Kinds.Select(k => MakeFindings(k.Kind, k.Table, k.Meaning, byKind[k.Kind.Word()]))];
    }

    private Table MakeStatements(IEnumerable<ExportRow> rows) => new TableMaker<ExportRow>()
        .With(_shared.AddKey)
        .With(t => _shared.AddActors(t, "speaker", "Who says it; empty if the text does not tell.", r => r.Cited.ActorOf(r.Cited.Statement!.Speaker) is { } speaker ? [speaker] : []))
        .Text("source_words", "The words that name the source here.", r => r.Cited.Statement!.Source?.Words)
        .Text("cue_words", "The word that marks the attribution.", r => r.Cited.Statement!.Cue?.Words)
        .Coded("mode", "direct: in quotation marks; indirect: reported; mixed: both.", Words<QuotationMode>(), r => r.Cited.Statement!.Mode.Word()).As(ColumnUse.Editable)
        .Text("content_words", "What is said; parts that the text interrupts are joined by ' … '.", r => scope.Cite(string.Join(" … ", r.Cited.Statement!.Content.Select(p => p.Words))))
        .Text("content_spans", "Its spans: start-end in Unicode code points, several separated by '; '.", r => string.Join("; ", r.Cited.Statement!.Content.Select(p => Span(r, p))))
        .With(t => _shared.AddActors(t, "addressee", "To whom.", r => r.ActorsOf(r.Cited.Statement!.Addressee)))
        .Text("venue_words", "Where or through what it was said.", r => scope.Cite(r.Cited.Statement!.Venue))
        .With(t => _shared.AddTime(t, "time", "When it was said.", r => r.Cited.TimeOf(r.Cited.Statement!.Time)))
        .Text("within_id", "The statement that reports this one.", Within)
        .With(_shared.AddSource)
        .Make(Statements, "Who said what: an attribution of words or opinion to a source.", rows);

    private Table MakeFindings(FindingKind kind, string name, string meaning, IEnumerable<ExportRow> rows)
    {
        TableMaker<ExportRow> table = new TableMaker<ExportRow>().With(_shared.AddKey);
        foreach (SlotSchema slot in FindingSchema.Of(kind)) AddSlot(table, kind, slot);
        if (FindingSchema.CarriesFactuality(kind))
            table.Coded("factuality", "The text's own commitment to it.", Words<Factuality>(), r => r.Cited.Finding!.Factuality?.Word()).As(ColumnUse.Editable);
        return table
            .Text("anchor_words", "The word or phrase that evokes the record.", r => scope.Cite(r.Cited.Finding!.Anchor))
            .Text("told_by", "Who claims it, where somebody in the text does rather than the outlet.", r => r.Cited.ToldBy?.Name)
            .With(_shared.AddSource)
            .Make(name, meaning, rows);
    }

    private void AddSlot(TableMaker<ExportRow> table, FindingKind kind, SlotSchema slot)
    {
        string meaning = SlotMeanings.Of(kind, slot.Name);
        switch (slot.Type)
        {
            case SlotType.Actors:
                _shared.AddActors(table, slot.Name, meaning, r => r.Cited.Actors(slot.Name));
                break;
            case SlotType.Time:
                _shared.AddTime(table, slot.Name, meaning, r => r.Cited.Time(slot.Name));
                break;
            case SlotType.Text:
                _shared.AddWords(table, slot.Name, meaning, r => r.Cited.Text(slot.Name));
                break;
            case SlotType.Number:
                table.Number(slot.Name, meaning, r => r.Cited.Number(slot.Name)).As(ColumnUse.Editable);
                break;
            case SlotType.Duration:
                table.Text(slot.Name, meaning, r => r.Cited.Word(slot.Name)).As(ColumnUse.Editable);
                break;
            default:
                table.Coded(slot.Name, meaning, slot.Words, r => r.Cited.Word(slot.Name)).As(ColumnUse.Editable);
                break;
        }
    }

    private static string Span(ExportRow row, Passage passage) => string.Create(null, $"{row.Start(passage)}-{row.End(passage)}");

    private static string? Within(ExportRow row) => row.Cited.Statement!.Within is { } local
        ? row.Cited.Document.Records.FirstOrDefault(r => r.Kind == "statement" && ReferenceEquals(r.Reading, row.Cited.Record.Reading) && r.Content.LocalId == local)?.Id
        : null;

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(ContractWords.WordOf);
}
