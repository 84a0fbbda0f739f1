using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dragoman.Record.Entries;

/// <summary>
/// The frozen JSON of entries: what a ledger keeps and what an entry's id is made of. Offsets are UTF-16 code units of the document's text.
/// An unknown member or kind is an error, never passed over.
/// </summary>
public static class EntryJson
{
    private static readonly EntryJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        IgnoreReadOnlyProperties = true, // what is computed is not kept
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new PooledStringConverter(), new PassageConverter(),
            new ContractWordConverter<RegionKind>(), new ContractWordConverter<ActorKind>(), new ContractWordConverter<MentionForm>(),
            new ContractWordConverter<TimexType>(), new ContractWordConverter<QuotationMode>(), new ContractWordConverter<FindingKind>(),
            new ContractWordConverter<Factuality>(), new ContractWordConverter<RejectionScope>(), new ContractWordConverter<WorkState>(),
            new ContractWordConverter<ForecastOutcome>(), new ContractWordConverter<PlanState>(),
            new ContractWordConverter<LinkRelation>(), new ContractWordConverter<LinkStatus>(), new ContractWordConverter<Placement>(),
        },
    });

    /// <summary>One line without a line end; the same entry always gives the same characters.</summary>
    /// <exception cref="ArgumentException">A text holds a lone surrogate, which no JSON can.</exception>
    public static string Write(Entry entry) => JsonSerializer.Serialize(entry, Context.Entry);

    /// <exception cref="FormatException">It is no entry of a known kind and version.</exception>
    public static Entry Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Context.Entry) ?? throw new FormatException("an entry cannot be null");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>The kind with its version, and the document, of an entry's JSON: its first two members. Nothing after them is looked at.</summary>
    /// <exception cref="FormatException">It does not begin with them.</exception>
    public static (string Kind, string Document) HeadOf(string json)
    {
        try
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
            if (reader.Read() && Next(ref reader, "entry") is { } kind && Next(ref reader, "document") is { } document) return (kind, document);
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }

        throw new FormatException("an entry begins with its kind and its document");

        static string? Next(ref Utf8JsonReader reader, string member) =>
            reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(member) && reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    /// <summary>The id of an entry: the SHA-256 of its JSON in UTF-8, in lower-case hexadecimal.</summary>
    public static string Id(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    public static string Id(Entry entry) => Id(Write(entry));
}

[JsonSerializable(typeof(Entry))]
internal sealed partial class EntryJsonContext : JsonSerializerContext;

/// <summary>Enumerated values in the spelling of the contract.</summary>
internal sealed class ContractWordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly (byte[] Word, T Value)[] Words = [.. Enum.GetValues<T>().Select(value => (Encoding.UTF8.GetBytes(ContractWords.WordOf(value)), value))];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach ((byte[] word, T known) in Words)
                if (reader.ValueTextEquals(word)) return known;
        }

        try
        {
            return ContractWords.Parse<T>(reader.GetString() ?? "");
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(ContractWords.WordOf(value));
}
