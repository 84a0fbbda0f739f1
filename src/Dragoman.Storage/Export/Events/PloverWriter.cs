using System.Collections.Immutable;
using System.Text.Json;
using Dragoman.Record;
using Dragoman.Record.Views;
using Dragoman.Storage.Export.Tables;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Storage.Export.Events;

/// <summary>
/// Writes records as events in the JSON Lines of PLOVER 0.8 (Open Event Data Alliance, 2021), by its field names. What PLOVER has no name for
/// stands under <c>dragoman</c>: the record, the CAMEO code, whether a ceasefire is declared or observed, how precise the date is. Records that are no event are left out.
/// </summary>
public sealed class PloverWriter(CountryCodes countries, ExportScope scope, Func<Finding, EventCoding?> coder)
{
    private static readonly ImmutableArray<string> Quads = ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];

    /// <summary>The events of the rows, in their order; what names neither side is none.</summary>
    public IEnumerable<(ExportRow Row, EventCoding Code)> Events(IEnumerable<ExportRow> rows) =>
        rows.Where(row => row.Cited.Finding is not null).Select(row => (Row: row, Code: coder(row.Cited.Finding!))).Where(pair => pair.Code is { } code && code.Source.Length + code.Target.Length > 0).Select(pair => (pair.Row, pair.Code!));

    public byte[] Write(IEnumerable<ExportRow> rows)
    {
        using MemoryStream stream = new();
        foreach ((ExportRow row, EventCoding code) in Events(rows))
        {
            using (Utf8JsonWriter json = new(stream, ExportJson.Compact)) Write(json, row, code);
            stream.WriteByte((byte)'\n');
        }

        return stream.ToArray();
    }

    private void Write(Utf8JsonWriter json, ExportRow row, EventCoding code)
    {
        DateInterval? own = row.Cited.TimeSlot is { } slot ? DateCodes.DaysOf(row.Cited.Time(slot)) : null;
        DateInterval? days = own ?? DateCodes.DaysOf(row.Cited.Document.Reading?.Published);
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteBoolean("has_event", true);
        WriteDay(json, "date", days?.Start);
        if (days is { Length: > 1 }) WriteDay(json, "enddate", days.End);
        WriteActors(json, "source", row, code.Source);
        WriteActors(json, "recipient", row, code.Target);
        WriteList(json, "event", code.Root);
        json.WriteNumber("quad_code", Quads.IndexOf(code.Quad) + 1);
        if (code.Mode is { } mode) WriteList(json, "mode", mode);
        WriteList(json, "event_text", scope.Cite(row.Cited.Evidence)!);
        if (scope.WithTexts) json.WriteString("text", row.Cited.Document.Text);
        WriteCitation(json, row);
        json.WriteString("coder", row.Cited.Record.Decided?.Run.Name ?? row.Cited.Record.Reading.Reader);
        WriteExtension(json, row, code, own);
        json.WriteEndObject();
    }

    private void WriteActors(Utf8JsonWriter json, string name, ExportRow row, ImmutableArray<string> ids)
    {
        json.WriteStartArray(name);
        foreach (Actor actor in row.ActorsOf(ids))
        {
            json.WriteStartObject();
            if (countries.Find(actor.Country) is { } country) json.WriteString("code", country.Plover);
            json.WriteString("actor_text", actor.Name);
            json.WriteString("identifier_id", ActorKey.Of(actor));
            if (!actor.Roles.IsEmpty) json.WriteString("office", actor.Roles[0]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCitation(Utf8JsonWriter json, ExportRow row)
    {
        json.WriteStartObject("text_info");
        json.WriteNumber("start", row.Start(row.Cited.Evidence));
        json.WriteNumber("end", row.End(row.Cited.Evidence));
        json.WriteEndObject();
        DocumentState document = row.Cited.Document;
        json.WriteStartObject("cite_info");
        ExportJson.WriteKnown(json, "citation", document.Reading?.Title);
        ExportJson.WriteKnown(json, "url", document.Filed.Url);
        ExportJson.WriteKnown(json, "language", document.Reading?.Language);
        ExportJson.WriteKnown(json, "publication", document.Reading?.Outlet);
        json.WriteString("codebook", "PLOVER");
        json.WriteString("version", "0.8");
        json.WriteEndObject();
    }

    private static void WriteExtension(Utf8JsonWriter json, ExportRow row, EventCoding code, DateInterval? own)
    {
        json.WriteStartObject("dragoman");
        json.WriteString("document", row.Cited.Document.Id);
        json.WriteString("kind", row.Cited.Kind);
        ExportJson.WriteKnown(json, "cameo", code.Cameo);
        ExportJson.WriteKnown(json, "ceasefire", CeasefireOf(row.Cited));
        ExportJson.WriteKnown(json, "factuality", row.Cited.Finding!.Factuality?.Word());
        json.WriteString("date_basis", own is null ? "published" : "text");
        json.WriteString("state", ContractWords.WordOf(row.Cited.Record.State));
        json.WriteString("rule", code.Rule);
        json.WriteEndObject();
    }

    /// <summary>Whether a ceasefire is declared or observed; null for one that ends or is refused, and for other kinds.</summary>
    private static string? CeasefireOf(CitedRecord record) => record.Finding!.Kind == FindingKind.Ceasefire
        ? record.Word("act") switch
        {
            "in-effect" => "observed",
            "announced" or "agreed" or "extended" => "declared",
            _ => null,
        }
        : null;

    private static void WriteDay(Utf8JsonWriter json, string name, LocalDate? day)
    {
        if (day is { } known) json.WriteString(name, LocalDatePattern.Iso.Format(known));
        else json.WriteNull(name);
    }

    private static void WriteList(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
