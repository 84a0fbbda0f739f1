using System.Security.Cryptography;
using System.Text;
using Dragoman.Language.Packs;
using Dragoman.Record.Entries;

namespace Dragoman.Reading;

/// <summary>Tells with what a reader reads: the SHA-256 over all models, and over all rules and lists, names and contents, in ordinal order.</summary>
internal static class ReaderEdition
{
    public static Run Of(string reader, DataFolder data) => Run.Reader(reader, Hash(data, "models"), Hash(data, "lang", "vocab", "world"));

    private static string Hash(DataFolder data, params string[] folders)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string folder in folders.Where(data.Has))
        {
            string root = data.Path(folder);
            foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(folder + "/" + Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/') + "\n"));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
