using System.Collections.Immutable;
using Dragoman.Record;
using Dragoman.Record.Views;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Storage.Export.Tables;

/// <summary>Tables in the shape of data sets of the field: declarations of ceasefires by actor, and agreements in the columns of PA-X.</summary>
internal sealed class FieldTables(CountryCodes countries, ExportScope scope)
{
    private static readonly ImmutableArray<string> Acts = ["announced", "agreed", "extended"];

    private sealed record Declaration(ExportRow Row, Actor Actor, int Parties)
    {
        public CitedRecord Cited => Row.Cited;
    }

    /// <summary>A row for each actor of each declaration, as ETH Zurich and PRIO code ceasefires; denied and merely possible ones are left out.</summary>
    public Table MakeDeclarations(ImmutableArray<ExportRow> rows) => new TableMaker<Declaration>()
        .Text("declaration_id", "The record and the actor.", d => d.Row.Id + "/" + ActorKey.Of(d.Actor))
        .Text("record_id", "The record in the table ceasefires.", d => d.Row.Id)
        .Text("actor_name", "Who declares or agrees.", d => d.Actor.Name)
        .Text("actor_key", "The actor in the table actors.", d => ActorKey.Of(d.Actor))
        .Text("iso3", "The actor's state: ISO 3166-1 alpha-3.", d => countries.Find(d.Actor.Country)?.Alpha3)
        .Number("gw_number", "The actor's state: Gleditsch and Ward number.", d => countries.Find(d.Actor.Country)?.Gw)
        .Coded("act", "announced, agreed or extended.", Acts, d => d.Cited.Word("act"))
        .Coded("sides", "By how many parties this passage names. Empty where it names one that may be several, or one of those who agreed.", ["unilateral", "bilateral", "multilateral"], SidesOf)
        .Date("reported_on", "The day of the document that reports the declaration.", d => d.Cited.Reported)
        .Date("effective_from", "The first day of the time from when it holds, if the text gives it.", d => DateCodes.DaysOf(d.Cited.Time("start"))?.Start)
        .Number("effective_ucdp_prec", "How precisely effective_from is known: UCDP date_prec.", d => DateCodes.Ucdp(DateCodes.DaysOf(d.Cited.Time("start"))))
        .Date("effective_until", "The last day, as given or by its length.", d => EndOf(d.Cited))
        .Text("duration", "ISO 8601, if the text gives it.", d => d.Cited.Word("duration"))
        .Text("purpose_words", "The occasion or purpose that is given.", d => scope.Cite(d.Cited.Text("occasion")))
        .Text("coverage_words", "What or where it covers.", d => scope.Cite(d.Cited.Text("scope")))
        .Text("written", "Whether it is in writing: not told from the text, for a coder to fill in.", _ => null)
        .Coded("factuality", "The text's commitment to it.", ["actual", "planned", "conditional"], d => d.Cited.Finding!.Factuality?.Word())
        .Text("outlet", "Who reports it.", d => d.Cited.Document.Reading?.Outlet)
        .Make("declarations", "What one actor declared or agreed about a ceasefire, in one report.", rows.SelectMany(Declarations));

    /// <summary>Column names as in PA-X (lower case here); what only a coder can judge is left empty.</summary>
    public Table MakePax(ImmutableArray<ExportRow> rows) => new TableMaker<ExportRow>()
        .Text("agtid", "The record's id, in place of PA-X's number.", r => r.Id)
        .Text("con", "States of the parties.", r => string.Join("/", countries.Of(Parties(r)).Select(c => c.Alpha3)))
        .Text("contp", "Type of conflict: for a coder.", _ => null)
        .Text("reg", "Region: for a coder.", _ => null)
        .Text("agt", "The words that name it.", r => scope.Cite(r.Cited.Text("content") ?? r.Cited.Text("scope") ?? r.Cited.Finding!.Anchor))
        .Date("dat", "Its first day, if the text gives it.", r => DateCodes.DaysOf(r.Cited.Time("time") ?? r.Cited.Time("start"))?.Start)
        .Coded("status", "reached, signed, implemented, suspended, withdrawn; agreed for a ceasefire.", ["reached", "signed", "implemented", "suspended", "withdrawn", "agreed"], r => r.Cited.Word("act"))
        .Text("agtp", "Inter, InterIntra or Intra: for a coder.", _ => null)
        .Coded("stage", "Cea for an agreed ceasefire; else for a coder.", ["Pre", "SubPar", "SubComp", "Imp", "Cea", "Ren", "Oth"], r => r.Cited.Finding!.Kind == FindingKind.Ceasefire ? "Cea" : null)
        .Text("part", "Parties.", r => string.Join("; ", Parties(r).Select(a => a.Name)))
        .Text("thrdpart", "Third parties: for a coder.", _ => null)
        .Number("ce", "Ceasefire provisions, graded 0 to 3: for a coder.", _ => null)
        .Make("pax", "An agreement, or a ceasefire that was agreed, in columns of PA-X.", rows.Where(IsAgreement));

    private static IEnumerable<Declaration> Declarations(ExportRow row)
    {
        if (row.Cited.Finding is not { Kind: FindingKind.Ceasefire, Factuality: Factuality.Actual or Factuality.Planned or Factuality.Conditional }) return [];
        if (row.Cited.Word("act") is not { } act || !Acts.Contains(act)) return [];
        Actor[] by = [.. row.Cited.Actors("by")];
        // who agrees with another declares together with them; one that is announced "with" a mediator is not the mediator's
        Actor[] all = act == "agreed" ? [.. by.Concat(row.Cited.Actors("with")).DistinctBy(ActorKey.Of)] : [.. by.DistinctBy(ActorKey.Of)];
        return all.Select(actor => new Declaration(row, actor, all.Length));
    }

    private static string? SidesOf(Declaration declaration) => declaration.Parties switch
    {
        1 => declaration.Cited.Word("act") == "agreed" || declaration.Actor.Kind is ActorKind.Group or ActorKind.Unnamed ? null : "unilateral",
        2 => "bilateral",
        _ => "multilateral",
    };

    private static LocalDate? EndOf(CitedRecord ceasefire)
    {
        if (DateCodes.DaysOf(ceasefire.Time("end")) is { } end) return end.End;
        if (DateCodes.DaysOf(ceasefire.Time("start")) is not { Length: 1 } start || ceasefire.Word("duration") is not { } text) return null;
        // whole days only: thirty hours may end on the second day or the third
        return PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: { HasTimeComponent: false } length } ? start.Start.Plus(length).PlusDays(-1) : null;
    }

    private static bool IsAgreement(ExportRow row) => row.Cited.Finding is { } finding
        && (finding.Kind == FindingKind.Agreement || (finding.Kind == FindingKind.Ceasefire && row.Cited.Word("act") == "agreed"));

    private static IEnumerable<Actor> Parties(ExportRow row) => row.Cited.Finding!.Kind == FindingKind.Agreement
        ? row.Cited.Actors("parties")
        : row.Cited.Actors("by").Concat(row.Cited.Actors("with")).DistinctBy(ActorKey.Of);
}
