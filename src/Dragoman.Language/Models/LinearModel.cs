namespace Dragoman.Language.Models;

/// <summary>
/// A linear classifier with sparse rows: a feature key leads to the few classes it speaks for or against. Whole numbers only, so
/// that every machine gives the same scores.
/// </summary>
internal sealed class LinearModel
{
    private const ushort LastOfRow = 0x8000;

    private readonly Slot[] _slots;
    private readonly Weight[] _weights;
    private readonly uint _mask;

    private LinearModel(int classCount, uint[] keys, Weight[] weights)
    {
        ClassCount = classCount;
        int capacity = 16;
        while (capacity < keys.Length * 2) capacity *= 2;
        _slots = new Slot[capacity];
        _mask = (uint)capacity - 1;
        _weights = weights;
        int at = 0;
        foreach (uint key in keys)
        {
            Insert(key, at);
            while (weights[at++].Class < LastOfRow)
            {
            }
        }
    }

    /// <summary>A model of these features; each row has at least one weight.</summary>
    public static LinearModel Of(int classCount, IReadOnlyList<uint> keys, IReadOnlyList<(ushort Class, short Value)[]> rows)
    {
        List<Weight> weights = [];
        foreach ((ushort Class, short Value)[] row in rows)
            for (int i = 0; i < row.Length; i++) weights.Add(new((ushort)(row[i].Class | (i == row.Length - 1 ? LastOfRow : 0)), row[i].Value));
        return new(classCount, [.. keys], [.. weights]);
    }

    public int ClassCount { get; }

    public int FeatureCount { get; private set; }

    public int WeightCount => _weights.Length;

    /// <summary>Adds the weights of all features to the scores, which are cleared first.</summary>
    public void Score(ReadOnlySpan<uint> keys, Span<int> scores)
    {
        scores.Clear();
        Span<int> starts = stackalloc int[keys.Length];
        int found = 0;
        foreach (uint key in keys) // all look-ups first: their waits for memory overlap
        {
            int start = Find(key);
            if (start >= 0) starts[found++] = start;
        }

        foreach (int start in starts[..found])
        {
            for (int w = start; ; w++)
            {
                Weight weight = _weights[w];
                scores[weight.Class & ~LastOfRow] += weight.Value;
                if (weight.Class >= LastOfRow) break;
            }
        }
    }

    public void Write(BinaryWriter output)
    {
        output.Write(ClassCount);
        output.Write(FeatureCount);
        output.Write(_weights.Length);
        foreach (Slot slot in _slots.Where(slot => slot.Key != 0).OrderBy(slot => slot.Start)) output.Write(slot.Key);
        foreach (Weight weight in _weights)
        {
            output.Write(weight.Class);
            output.Write(weight.Value);
        }
    }

    public static LinearModel Read(BinaryReader input)
    {
        int classCount = input.ReadInt32();
        uint[] keys = new uint[input.ReadInt32()];
        Weight[] weights = new Weight[input.ReadInt32()];
        for (int i = 0; i < keys.Length; i++) keys[i] = input.ReadUInt32();
        for (int i = 0; i < weights.Length; i++) weights[i] = new(input.ReadUInt16(), input.ReadInt16());
        return new(classCount, keys, weights);
    }

    /// <summary>Where the weights of a feature start, or −1.</summary>
    private int Find(uint key)
    {
        uint sought = key | 1;
        for (uint i = key >> 1 & _mask; ; i = (i + 1) & _mask)
        {
            Slot slot = _slots[i];
            if (slot.Key == sought) return slot.Start;
            if (slot.Key == 0) return -1;
        }
    }

    private void Insert(uint key, int start)
    {
        uint i = key >> 1 & _mask;
        while (_slots[i].Key != 0) i = (i + 1) & _mask;
        _slots[i] = new(key | 1, start);
        FeatureCount++;
    }

    private readonly record struct Slot(uint Key, int Start);

    private readonly record struct Weight(ushort Class, short Value);

    /// <summary>The class with the highest score; the first of equals.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}
