using System.Collections.Immutable;
using Dragoman.Record;

namespace Dragoman.Storage.Export;

/// <summary>The folder of an export: new, empty, or one that an earlier export made (known by its manifest), which is replaced as a whole.</summary>
internal static class ExportFolder
{
    /// <exception cref="LedgerException">DG3041: the folder holds something else. DG3042: it cannot be written.</exception>
    public static void Replace(string folder, ImmutableArray<ExportFile> files)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string partial = target + ".partial";
        try
        {
            CheckReplaceable(target);
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
            Directory.CreateDirectory(partial);
            foreach (ExportFile file in files) File.WriteAllBytes(Path.Combine(partial, file.Name), file.Bytes);
            if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
            Directory.Move(partial, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException("DG3042", $"The export cannot be written to {folder} ({e.Message}). Give another folder with --out.", e);
        }
    }

    /// <summary>An earlier export may be replaced if nothing was added to it: every file is one that its manifest lists.</summary>
    private static void CheckReplaceable(string target)
    {
        if (File.Exists(target)) throw new LedgerException("DG3041", $"{target} is a file. Give a folder with --out.");
        if (!Directory.Exists(target)) return;
        HashSet<string> listed = ManifestReader.FilesOf(target);
        string[] others = [.. Directory.EnumerateFileSystemEntries(target).Select(path => Path.GetFileName(path)).Where(name => !listed.Contains(name)).Order(StringComparer.Ordinal)];
        if (others.Length > 0)
            throw new LedgerException("DG3041", $"{target} holds what no export wrote ({others[0]}). Give a new folder with --out, or move that away.");
    }
}
