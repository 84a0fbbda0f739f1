using System.Text.Json;

namespace Dragoman.Storage.Export;

/// <summary>Reads which files an export's manifest lists.</summary>
internal static class ManifestReader
{
    /// <summary>The version of the release in a folder; null where there is none.</summary>
    public static string? VersionOf(string folder) => Read(folder, json => json.TryGetProperty("release", out JsonElement version) ? version.GetString() : null);

    /// <summary>The names of the files, the manifest itself included; none where there is no manifest of an export.</summary>
    public static HashSet<string> FilesOf(string folder) =>
        Read<HashSet<string>>(folder, json => [Manifest.Name, .. json.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()!)]) ?? [];

    private static T? Read<T>(string folder, Func<JsonElement, T?> read)
        where T : class
    {
        string path = Path.Combine(folder, Manifest.Name);
        if (!File.Exists(path)) return null;
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.GetProperty("format").GetString() == Manifest.Format ? read(json.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
