using System.Text.Json;
using Dragoman.Language;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Views;
using NodaTime.Text;

namespace Dragoman.Desk.Api;

/// <summary>The API's JSON: names as in <c>dragoman-reading/1</c> and <c>dragoman-record/1</c>, spans in Unicode code points.</summary>
internal sealed class ApiJson(Utf8JsonWriter json)
{
    public void WriteSummary(LedgerState state)
    {
        json.WriteStartObject();
        json.WriteNumber("head", state.Head);
        json.WriteNumber("documents", state.Documents.Count);
        json.WriteNumber("failures", state.Failures.Count);
        json.WriteNumber("open", state.InOrder.Sum(d => d.Open));
        json.WriteEndObject();
    }

    public void WriteDocuments(IEnumerable<DocumentState> documents, string? next) => WritePage(next, () =>
    {
        foreach (DocumentState document in documents)
        {
            json.WriteStartObject();
            WriteOrigin(document);
            json.WriteEndObject();
        }
    });

    public void WriteRecords(IEnumerable<CitedRecord> records, string? next) => WritePage(next, () =>
    {
        foreach (IGrouping<DocumentState, CitedRecord> sameText in records.GroupBy(r => r.Document))
        {
            RecordJsonWriter writer = new(json, new CodePoints(sameText.Key.Text));
            foreach (CitedRecord record in sameText) writer.Write(record);
        }
    });

    public void WriteDocument(DocumentState document)
    {
        CodePoints codePoints = new(document.Text);
        json.WriteStartObject();
        WriteOrigin(document);
        json.WriteStartArray("regions");
        foreach (TextRegion region in document.Reading?.Regions ?? [])
        {
            json.WriteStartObject();
            json.WriteString("kind", region.Kind.Word());
            WriteSpan(codePoints, region.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteActors(document);
        WriteTimes(document, codePoints);
        json.WriteEndObject();
    }

    private void WriteActors(DocumentState document)
    {
        json.WriteStartArray("actors");
        foreach (Actor actor in document.Reading?.Actors ?? [])
        {
            json.WriteStartObject();
            json.WriteString("id", actor.Id);
            json.WriteString("name", actor.Name);
            json.WriteString("kind", actor.Kind.Word());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTimes(DocumentState document, CodePoints codePoints)
    {
        json.WriteStartArray("times");
        foreach (CitedTime time in document.Reading?.Times ?? [])
        {
            json.WriteStartObject();
            json.WriteString("id", time.Id);
            json.WriteString("type", time.Type.Word());
            json.WriteString("value", time.Value);
            WriteSpan(codePoints, time.Place);
            json.WriteString("words", time.Place.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteOrigin(DocumentState document)
    {
        json.WriteString("key", document.Key);
        json.WriteString("id", document.Id);
        json.WriteString("source", document.Filed.Source);
        json.WriteString("url", document.Filed.Url);
        json.WriteString("title", document.Reading?.Title);
        json.WriteString("outlet", document.Reading?.Outlet);
        json.WriteString("language", document.Reading?.Language);
        json.WriteString("published", document.Reading?.Published);
        json.WriteString("reader", document.Reading?.Reader);
        json.WriteString("recorded", InstantPattern.ExtendedIso.Format(document.Recorded));
        json.WriteNumber("records", document.Records.Length);
        json.WriteNumber("open", document.Open);
    }

    private void WriteSpan(CodePoints codePoints, Passage place)
    {
        json.WriteStartArray("span");
        json.WriteNumberValue(codePoints.FromUtf16(place.Start));
        json.WriteNumberValue(codePoints.FromUtf16(place.End));
        json.WriteEndArray();
    }

    private void WritePage(string? next, Action writeItems)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        writeItems();
        json.WriteEndArray();
        json.WriteString("next", next);
        json.WriteEndObject();
    }
}
