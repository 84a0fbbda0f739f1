using System.Collections.Immutable;

namespace Dragoman.Language.Models;

/// <summary>The classes of a classifier by name; the number of a class is its place.</summary>
internal sealed class Labels
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public Labels(IEnumerable<string> names)
    {
        Names = [.. names];
        for (int i = 0; i < Names.Length; i++) _numbers.Add(Names[i], i);
    }

    public ImmutableArray<string> Names { get; }

    public int Count => Names.Length;

    /// <summary>The number of a name, or −1.</summary>
    public int Find(string name) => _numbers.GetValueOrDefault(name, -1);

    public void Write(BinaryWriter output)
    {
        output.Write(Names.Length);
        foreach (string name in Names) output.Write(name);
    }

    public static Labels Read(BinaryReader input)
    {
        string[] names = new string[input.ReadInt32()];
        for (int i = 0; i < names.Length; i++) names[i] = input.ReadString();
        return new(names);
    }
}
