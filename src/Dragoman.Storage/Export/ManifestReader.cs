using System.Text.Json;

namespace Dragoman.Storage.Export;

/// <summary>Reads which files an export's manifest lists.</summary>
internal static class ManifestReader
{
    /// <summary>The names of the files, the manifest itself included; none where there is no manifest of an export.</summary>
    public static HashSet<string> FilesOf(string folder)
    {
        string path = Path.Combine(folder, Manifest.Name);
        if (!File.Exists(path)) return [];
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.GetProperty("format").GetString() != Manifest.Format) return [];
            return [Manifest.Name, .. json.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()!)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }
}
