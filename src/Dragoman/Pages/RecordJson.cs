using System.Text.Encodings.Web;
using System.Text.Json;
using Dragoman.Language;
using Dragoman.Record;
using Dragoman.Record.Views;

namespace Dragoman.Pages;

/// <summary>
/// A record of the ledger as one JSON object: <c>dragoman-record/1</c>. Actors by name, times by value, spans in Unicode code points as in
/// <c>dragoman-reading/1</c>.
/// </summary>
internal static class RecordJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(CitedRecord record)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options)) new RecordJsonWriter(json, new CodePoints(record.Document.Text)).Write(record);
        return stream.ToArray();
    }
}

internal sealed class RecordJsonWriter(Utf8JsonWriter json, CodePoints codePoints)
{
    public void Write(CitedRecord record)
    {
        json.WriteStartObject();
        json.WriteString("format", "dragoman-record/1");
        json.WriteString("id", record.Record.Id);
        json.WriteString("type", record.Kind);
        json.WriteString("state", ContractWords.WordOf(record.Record.State));
        json.WriteString("version", record.Record.Latest);
        if (record.Record.Decided is { } decided)
        {
            json.WriteString("decided-by", decided.Run.ToString());
            json.WriteString("decided", NodaTime.Text.InstantPattern.ExtendedIso.Format(decided.Recorded));
        }

        WriteDocument(record.Document);
        WritePassage("evidence", record.Evidence);
        if (record.Statement is { } statement) WriteStatement(record, statement);
        else WriteFinding(record, record.Finding!);
        json.WriteString("rule", record.Record.Content.Rule);
        json.WriteEndObject();
    }

    private void WriteDocument(DocumentState document)
    {
        json.WriteStartObject("document");
        json.WriteString("key", document.Key);
        json.WriteString("id", document.Id);
        json.WriteString("source", document.Filed.Source);
        json.WriteString("title", document.Reading?.Title);
        json.WriteString("outlet", document.Reading?.Outlet);
        json.WriteString("published", document.Reading?.Published);
        json.WriteEndObject();
    }

    private void WriteStatement(CitedRecord record, Statement statement)
    {
        json.WriteString("speaker", record.ActorOf(statement.Speaker)?.Name);
        json.WriteString("mode", statement.Mode.Word());
        json.WriteStartArray("content");
        foreach (Passage passage in statement.Content) WritePassage(passage);
        json.WriteEndArray();
        if (statement.Cue is { } cue) WritePassage("cue", cue);
        WriteNames("addressee", statement.Addressee.Select(record.ActorOf).OfType<Actor>());
    }

    private void WriteFinding(CitedRecord record, Finding finding)
    {
        WritePassage("anchor", finding.Anchor);
        if (finding.Factuality is { } factuality) json.WriteString("factuality", factuality.Word());
        foreach (Slot slot in finding.Slots) WriteSlot(record, slot);
    }

    private void WriteSlot(CitedRecord record, Slot slot)
    {
        switch (slot.Value)
        {
            case SlotValue.Actors: WriteNames(slot.Name, record.Actors(slot.Name)); break;
            case SlotValue.Time: json.WriteString(slot.Name, record.Time(slot.Name)?.Value); break;
            case SlotValue.Text text: WritePassage(slot.Name, text.Passage); break;
            case SlotValue.Word word: json.WriteString(slot.Name, word.Value); break;
            case SlotValue.Number number: json.WriteNumber(slot.Name, number.Value); break;
        }
    }

    private void WriteNames(string name, IEnumerable<Actor> actors)
    {
        json.WriteStartArray(name);
        foreach (Actor actor in actors) json.WriteStringValue(actor.Name);
        json.WriteEndArray();
    }

    private void WritePassage(string name, Passage passage)
    {
        json.WritePropertyName(name);
        WritePassage(passage);
    }

    private void WritePassage(Passage passage)
    {
        json.WriteStartObject();
        json.WriteStartArray("span");
        json.WriteNumberValue(codePoints.FromUtf16(passage.Start));
        json.WriteNumberValue(codePoints.FromUtf16(passage.End));
        json.WriteEndArray();
        json.WriteString("words", passage.Words);
        json.WriteEndObject();
    }
}
