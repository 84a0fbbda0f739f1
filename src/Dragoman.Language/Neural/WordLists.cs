using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Dragoman.Language.Neural;

/// <summary>What a list says of the words in it.</summary>
internal enum WordListKind
{
    Given, Surname, Town, PartOfTown, State, PartOfState, OfState, People, Title, Body, Person, Organisation, PartOfOrganisation,
}

/// <summary>
/// Which lists a word is in, by its <see cref="WordFeatures.Form"/> key: names of people and places that no treebank is large enough to hold. The network
/// learns what membership is worth; case is not considered here, for the outline tells it.
/// </summary>
internal sealed class WordLists
{
    private readonly KeyTable _keys;
    private readonly ushort[] _sets; // by row; bit by WordListKind

    private WordLists(KeyTable keys, ushort[] sets)
    {
        _keys = keys;
        _sets = sets;
    }

    public static int Kinds { get; } = Enum.GetValues<WordListKind>().Length;

    public static WordLists Empty { get; } = From([], Casing.Plain);

    /// <summary>The keys of the embedding table, a row a kind of list.</summary>
    public static KeyTable Rows { get; } = new([.. Enumerable.Range(1, Kinds).Select(kind => (uint)kind)]);

    /// <summary>The set of lists that a word is in, bit by <see cref="WordListKind"/>.</summary>
    public int this[uint form] => _sets[_keys[form]];

    /// <param name="entries">Words, each with a list that it is in.</param>
    public static WordLists From(IEnumerable<(string Word, WordListKind Kind)> entries, Casing casing)
    {
        WordFeatures features = new(casing);
        SortedDictionary<uint, ushort> sets = [];
        foreach ((string word, WordListKind kind) in entries)
        {
            features.Read(word);
            sets[features.Form] = (ushort)(sets.GetValueOrDefault(features.Form) | (1 << (int)kind));
        }

        return new(new([.. sets.Keys]), [0, .. sets.Values]);
    }

    public void Write(BinaryWriter output)
    {
        output.Write(_keys.Keys.Length);
        output.Write(MemoryMarshal.AsBytes(_keys.Keys.AsSpan()));
        output.Write(MemoryMarshal.AsBytes(_sets.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the caller has made sure that the bytes are whole.</summary>
    public static WordLists Read(BinaryReader input)
    {
        uint[] keys = new uint[input.ReadInt32()];
        input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        ushort[] sets = new ushort[keys.Length + 1];
        input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(sets.AsSpan()));
        return new(new(ImmutableCollectionsMarshal.AsImmutableArray(keys)), sets);
    }
}
