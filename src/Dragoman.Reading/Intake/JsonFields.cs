using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dragoman.Reading.Intake;

/// <summary>The fields of one JSON document; null and "" count as absent, another type than the expected one refuses the document.</summary>
internal sealed partial class JsonFields
{
    private readonly JsonElement _json;

    public JsonFields(JsonElement json, string place)
    {
        Place = place;
        _json = json.ValueKind == JsonValueKind.Object ? json : throw Wrong("this is no object; write {\"text\": …}");
    }

    public string Place { get; }

    public UnreadableException Wrong(string message) => new("DG2008", Place, message);

    public string? Text(string name)
    {
        if (!_json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw Wrong($"\"{name}\" must be a string");
        return String(value, name) is { Length: > 0 } text ? text : null;
    }

    /// <summary>A string or a list of strings.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        if (!_json.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.Array) return Text(name) is { } one ? [one] : [];
        return [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? String(item, name) : throw Wrong($"\"{name}\" must hold strings"))];
    }

    /// <summary>An ISO 8601 date, to the day, month or year, or a point in time.</summary>
    public string? Date(string name)
    {
        if (Text(name) is not { } text) return null;
        return Iso().IsMatch(text) ? text : throw Wrong($"\"{name}\" must be a date like 2025-04-22 (or 2025-04, or 2025)");
    }

    /// <summary>JSON can hold half a surrogate pair, of which no string can be made.</summary>
    private string String(JsonElement value, string name)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException error) when (error.InnerException is DecoderFallbackException or null)
        {
            throw Wrong($"\"{name}\" holds half a character (a lone surrogate or invalid UTF-8); export the line again");
        }
    }

    [GeneratedRegex("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])([T ].*)?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();
}
