using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dragoman.Storage.Export;

/// <summary>How the exports spell JSON: UTF-8, letters of every script as they are, LF.</summary>
internal static class ExportJson
{
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonWriterOptions Indented { get; } = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>The property, unless its value is unknown.</summary>
    public static void WriteKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }
}
