namespace Dragoman.Language.Packs;

/// <summary>The folder that holds <c>lang/</c>, <c>world/</c>, <c>vocab/</c>, <c>models/</c>: text files that an analyst edits, and trained models.</summary>
public sealed class DataFolder
{
    public DataFolder(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        Root = System.IO.Path.GetFullPath(root);
    }

    public string Root { get; }

    /// <summary>The full path of a file given with forward slashes, relative to the folder.</summary>
    public string Path(string relative) => System.IO.Path.Combine(Root, relative.Replace('/', System.IO.Path.DirectorySeparatorChar));

    public bool Has(string relative) => File.Exists(Path(relative)) || Directory.Exists(Path(relative));

    /// <summary>The files of a folder with this extension, relative, with forward slashes, in ordinal order; none if the folder is missing.</summary>
    public IReadOnlyList<string> Files(string folder, string extension)
    {
        string path = Path(folder);
        if (!Directory.Exists(path)) return [];
        return [.. Directory.EnumerateFiles(path, "*" + extension, SearchOption.TopDirectoryOnly)
            .Select(file => folder + "/" + System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)];
    }
}
