using System.Collections.Immutable;
using System.Numerics;

namespace Dragoman.Language.Neural;

/// <summary>Rows of an embedding table by key. Row 0 belongs to all keys that the table does not know; the keys, sorted, have rows 1, 2, ….</summary>
internal sealed class KeyTable
{
    private readonly uint[] _slotKeys;
    private readonly int[] _slotRows; // 0: free
    private readonly int _mask;

    public KeyTable(ImmutableArray<uint> sortedKeys)
    {
        Keys = sortedKeys;
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(sortedKeys.Length * 2) + 2);
        _slotKeys = new uint[size];
        _slotRows = new int[size];
        _mask = size - 1;
        for (int i = 0; i < sortedKeys.Length; i++) Insert(sortedKeys[i], i + 1);
    }

    public ImmutableArray<uint> Keys { get; }

    public int Rows => Keys.Length + 1;

    /// <summary>The row of a key; 0 if it is not known.</summary>
    public int this[uint key]
    {
        get
        {
            for (int slot = (int)key & _mask; ; slot = (slot + 1) & _mask)
            {
                int row = _slotRows[slot];
                if (row == 0 || _slotKeys[slot] == key) return row;
            }
        }
    }

    private void Insert(uint key, int row)
    {
        int slot = (int)key & _mask;
        while (_slotRows[slot] != 0) slot = (slot + 1) & _mask;
        _slotKeys[slot] = key;
        _slotRows[slot] = row;
    }
}
