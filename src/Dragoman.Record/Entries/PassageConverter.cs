using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dragoman.Record.Entries;

/// <summary>Reads and writes passages by hand: most of a ledger's objects are passages, and the general way costs several times as much.</summary>
internal sealed class PassageConverter : JsonConverter<Passage>
{
    private static readonly PooledStringConverter Words = new();

    public override Passage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("a passage is an object");
        int? start = null;
        int? end = null;
        string? words = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("start"u8) && reader.Read()) start = reader.GetInt32();
            else if (reader.ValueTextEquals("end"u8) && reader.Read()) end = reader.GetInt32();
            else if (reader.ValueTextEquals("words"u8) && reader.Read()) words = Words.Read(ref reader, typeof(string), options);
            else throw new JsonException("a passage has no member beside start, end and words");
        }

        return start is { } first && end is { } last && words is not null ? new(first, last, words) : throw new JsonException("a passage lacks its start, end or words");
    }

    public override void Write(Utf8JsonWriter writer, Passage value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("start"u8, value.Start);
        writer.WriteNumber("end"u8, value.End);
        writer.WriteString("words"u8, value.Words);
        writer.WriteEndObject();
    }
}
