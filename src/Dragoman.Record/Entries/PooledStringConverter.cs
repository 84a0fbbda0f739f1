using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dragoman.Record.Entries;

/// <summary>
/// Reads equal strings as one: ids, rules, names and sentences come again and again in a document's lines. Each thread has a table of the last
/// seen, so a ledger in memory holds few strings twice.
/// </summary>
internal sealed class PooledStringConverter : JsonConverter<string>
{
    private const int Slots = 1 << 13;
    private const int Longest = 256; // bytes

    [ThreadStatic]
    private static string?[]? Seen;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > Longest) return reader.GetString();
        ReadOnlySpan<byte> bytes = reader.ValueSpan;
        string?[] seen = Seen ??= new string?[Slots];
        int slot = SlotOf(bytes);
        if (seen[slot] is { } known && Ascii.Equals(bytes, known)) return known;
        string text = reader.GetString()!;
        seen[slot] = text;
        return text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>From the length and three samples of eight bytes; only the pool depends on it.</summary>
    private static int SlotOf(ReadOnlySpan<byte> bytes)
    {
        ulong hash = (ulong)bytes.Length;
        if (bytes.Length < sizeof(ulong))
        {
            foreach (byte b in bytes) hash = (hash * 31) + b;
        }
        else
        {
            hash = Mix(hash, bytes);
            hash = Mix(hash, bytes[((bytes.Length - sizeof(ulong)) / 2)..]);
            hash = Mix(hash, bytes[^sizeof(ulong)..]);
        }

        return (int)((hash * 0x9E3779B97F4A7C15) >> 51);
    }

    private static ulong Mix(ulong hash, ReadOnlySpan<byte> bytes) => (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 0xD6E8FEB86659FD93;
}
