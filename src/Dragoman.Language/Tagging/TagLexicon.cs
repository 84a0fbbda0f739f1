namespace Dragoman.Language.Tagging;

/// <summary>What the training data know of a word alone: the set of its tag pairs, and whether it has but one.</summary>
internal sealed class TagLexicon
{
    private const uint Unknown = 0xFFFF_FFFF;
    private readonly Dictionary<uint, Entry> _entries;

    public TagLexicon(Dictionary<uint, Entry> entries) => _entries = entries;

    /// <summary>A number that stands for the set of tag pairs of a word; the same one for all words never seen.</summary>
    public uint AmbiguityOf(uint form) => _entries.TryGetValue(form, out Entry entry) ? entry.Ambiguity : Unknown;

    /// <summary>The tag pair of a word that has hardly ever another one, or −1.</summary>
    public int OnlyPairOf(uint form) => _entries.TryGetValue(form, out Entry entry) ? entry.OnlyPair : -1;

    public void Write(BinaryWriter output)
    {
        output.Write(_entries.Count);
        foreach ((uint form, Entry entry) in _entries.OrderBy(pair => pair.Key))
        {
            output.Write(form);
            output.Write(entry.Ambiguity);
            output.Write((short)entry.OnlyPair);
        }
    }

    public static TagLexicon Read(BinaryReader input)
    {
        int count = input.ReadInt32();
        Dictionary<uint, Entry> entries = new(count);
        for (int i = 0; i < count; i++) entries.Add(input.ReadUInt32(), new(input.ReadUInt32(), input.ReadInt16()));
        return new(entries);
    }

    internal readonly record struct Entry(uint Ambiguity, int OnlyPair);
}
