using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dragoman.Language;
using Dragoman.Record;

namespace Dragoman.Reading.Drafting;

/// <summary>Writes a reading as one line of <c>dragoman-reading/1</c>; spans become Unicode code points here.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object, UTF-8, without a line end.</summary>
    public static byte[] Write(DocumentReading reading)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options)) new ReadingJsonWriter(json, new CodePoints(reading.Document.Text)).Write(reading);
        return stream.ToArray();
    }
}

internal sealed class ReadingJsonWriter(Utf8JsonWriter json, CodePoints codePoints)
{
    public void Write(DocumentReading reading)
    {
        json.WriteStartObject();
        json.WriteString("format", "dragoman-reading/1");
        WriteDocument(reading.Document);
        WriteList("regions", reading.Regions, WriteRegion);
        WriteList("actors", reading.Actors, WriteActor);
        WriteList("times", reading.Times, WriteTime);
        WriteList("statements", reading.Statements, WriteStatement);
        WriteList("records", reading.Findings, WriteFinding);
        WriteList("events", reading.Events, WriteEvent);
        json.WriteEndObject();
    }

    private void WriteDocument(ReadDocument document)
    {
        json.WriteStartObject("document");
        json.WriteString("id", document.Id);
        json.WriteString("source", document.Source);
        json.WriteString("language", document.Language);
        json.WriteString("title", document.Title);
        json.WriteString("outlet", document.Outlet);
        WriteTexts("byline", document.Byline);
        json.WriteString("published", document.Published);
        if (document.Dated is not null) WriteSpan("dated", document.Dated);
        if (document.Translation is { } original)
        {
            json.WriteStartObject("translation");
            json.WriteString("language", original.Language);
            json.WriteString("title", original.Title);
            json.WriteString("outlet", original.Outlet);
            json.WriteString("published", original.Published);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("translation");
        }

        if (document.Url is not null) json.WriteString("url", document.Url);
        json.WriteString("text", document.Text);
        json.WriteEndObject();
    }

    private void WriteRegion(TextRegion region)
    {
        json.WriteString("kind", region.Kind.Word());
        WriteSpan("span", region.Place);
    }

    private void WriteActor(Actor actor)
    {
        json.WriteString("id", actor.Id);
        json.WriteString("kind", actor.Kind.Word());
        json.WriteString("name", actor.Name);
        if (actor.Country is not null) json.WriteString("country", actor.Country);
        WriteTexts("roles", actor.Roles);
        WriteTexts("aliases", actor.Aliases);
        if (actor.World is not null) json.WriteString("world", actor.World);
        WriteList("mentions", actor.Mentions, mention =>
        {
            WriteSpan("span", mention.Place);
            json.WriteString("form", mention.Form.Word());
        });
    }

    private void WriteTime(CitedTime time)
    {
        json.WriteString("id", time.Id);
        WriteSpan("span", time.Place);
        json.WriteString("type", time.Type.Word());
        json.WriteString("value", time.Value);
        if (time.From is not null) json.WriteString("from", time.From);
        if (time.Until is not null) json.WriteString("until", time.Until);
        if (time.Basis is not null) json.WriteString("basis", time.Basis);
        if (time.Unresolved is not null) json.WriteString("unresolved", time.Unresolved);
    }

    private void WriteStatement(Statement statement)
    {
        json.WriteString("id", statement.Id);
        json.WriteString("speaker", statement.Speaker);
        WriteSpan("source", statement.Source);
        WriteSpan("cue", statement.Cue);
        json.WriteStartArray("content");
        foreach (Passage passage in statement.Content) WriteSpan(passage);
        json.WriteEndArray();
        json.WriteString("mode", statement.Mode.Word());
        WriteTexts("addressee", statement.Addressee);
        WriteSpan("venue", statement.Venue);
        if (statement.InOtherWords is not null) WriteSpan("inOtherWords", statement.InOtherWords);
        json.WriteString("time", statement.Time);
        json.WriteString("within", statement.Within);
        WriteProvenance(statement.Rule, statement.Why);
    }

    private void WriteFinding(Finding finding)
    {
        json.WriteString("id", finding.Id);
        json.WriteString("type", finding.Kind.Word());
        WriteSpan("anchor", finding.Anchor);
        WriteSpan("evidence", finding.Evidence);
        json.WriteString("statement", finding.Statement);
        if (finding.Factuality is { } factuality) json.WriteString("factuality", factuality.Word());
        foreach (Slot slot in finding.Slots) WriteSlot(slot);
        WriteProvenance(finding.Rule, finding.Why);
    }

    private void WriteEvent(CodedEvent coded)
    {
        json.WriteString("id", coded.Id);
        json.WriteString("type", coded.Type);
        json.WriteString("mode", coded.Mode);
        json.WriteString("quad", coded.Quad);
        WriteTexts("source", coded.Source);
        WriteTexts("target", coded.Target);
        WriteSpan("anchor", coded.Anchor);
        WriteSpan("evidence", coded.Evidence);
        json.WriteString("record", coded.Record);
        WriteProvenance(coded.Rule, why: null);
    }

    private void WriteSlot(Slot slot)
    {
        switch (slot.Value)
        {
            case SlotValue.Actors actors: WriteTexts(slot.Name, actors.Ids); break;
            case SlotValue.Time time: json.WriteString(slot.Name, time.Id); break;
            case SlotValue.Text text: WriteSpan(slot.Name, text.Passage); break;
            case SlotValue.Word word: json.WriteString(slot.Name, word.Value); break;
            case SlotValue.Number number: json.WriteNumber(slot.Name, number.Value); break;
        }
    }

    private void WriteProvenance(string? rule, string? why)
    {
        if (rule is not null) json.WriteString("rule", rule);
        if (why is not null) json.WriteString("why", why);
    }

    private void WriteList<T>(string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTexts(string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private void WriteSpan(string name, Passage? passage)
    {
        json.WritePropertyName(name);
        WriteSpan(passage);
    }

    private void WriteSpan(Passage? passage)
    {
        if (passage is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        json.WriteNumberValue(codePoints.FromUtf16(passage.Start));
        json.WriteNumberValue(codePoints.FromUtf16(passage.End));
        json.WriteEndArray();
    }
}
