using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dragoman.Language.Packs;

namespace Dragoman.Language.Models;

/// <summary>
/// A trained model: magic, version, named sections, and the SHA-256 of all of that at its end. A file that is truncated, altered or
/// of another version is a problem, never a model.
/// </summary>
internal sealed class ModelFile
{
    private const uint Magic = 0x4C4D_4744; // "DGML"
    private const int HashLength = 32;

    private readonly SortedDictionary<string, byte[]> _sections = new(StringComparer.Ordinal);

    /// <summary>The version of the features and of the layout; raise it when either changes.</summary>
    public const int Version = 2;

    /// <summary>Opens a section for reading. The names are the program's own: a missing one is a mistake in it.</summary>
    public BinaryReader Open(string section) => new(new MemoryStream(_sections[section], writable: false), Encoding.UTF8);

    /// <summary>Puts a section in, in place of one of that name.</summary>
    public void Add(string section, Action<BinaryWriter> write)
    {
        using MemoryStream bytes = new();
        using BinaryWriter output = new(bytes, Encoding.UTF8);
        write(output);
        output.Flush();
        _sections[section] = bytes.ToArray();
    }

    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter output = new(bytes, Encoding.UTF8);
        output.Write(Magic);
        output.Write(Version);
        output.Write(_sections.Count);
        foreach ((string name, byte[] content) in _sections)
        {
            output.Write(name);
            output.Write(content.Length);
            output.Write(content);
        }

        output.Flush();
        output.Write(SHA256.HashData(bytes.ToArray()));
        output.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads a model of the data folder; null, with a problem, if it is missing or damaged.</summary>
    public static ModelFile? Read(DataFolder data, string file, Problems problems)
    {
        if (!data.Has(file))
        {
            problems.Add(file, 0, 0, "DG1021", "the model is missing; restore it, or train it with `./dev train`");
            return null;
        }

        byte[] bytes = File.ReadAllBytes(data.Path(file));
        if (!IsWhole(bytes))
        {
            problems.Add(file, 0, 0, "DG1022", "the model is truncated or altered (its SHA-256 does not match); restore it, or train it with `./dev train`");
            return null;
        }

        using BinaryReader input = new(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        input.ReadUInt32();
        int version = input.ReadInt32();
        if (version != Version)
        {
            problems.Add(file, 0, 0, "DG1023", string.Create(CultureInfo.InvariantCulture, $"the model has layout {version}, this program reads {Version}; restore the model of this version, or train it with `./dev train`"));
            return null;
        }

        ModelFile model = new();
        for (int count = input.ReadInt32(); count > 0; count--) model._sections.Add(input.ReadString(), input.ReadBytes(input.ReadInt32()));
        return model;
    }

    private static bool IsWhole(ReadOnlySpan<byte> bytes) =>
        bytes.Length > HashLength + 12 && BitConverter.ToUInt32(bytes) == Magic && SHA256.HashData(bytes[..^HashLength]).AsSpan().SequenceEqual(bytes[^HashLength..]);
}
