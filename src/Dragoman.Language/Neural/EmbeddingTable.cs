using System.Runtime.Intrinsics;

namespace Dragoman.Language.Neural;

/// <summary>Vectors of 8-bit numbers, a row a key, with a scale a row.</summary>
internal sealed class EmbeddingTable
{
    private readonly sbyte[] _values;
    private readonly float[] _scales;

    public EmbeddingTable(KeyTable keys, int width, sbyte[] values, float[] scales)
    {
        Keys = keys;
        Width = width;
        _values = values;
        _scales = scales;
    }

    public KeyTable Keys { get; }

    public int Width { get; }

    /// <summary>Adds a row, times <paramref name="factor"/>, to <paramref name="target"/>, which is as wide as the table, a multiple of sixteen.</summary>
    public unsafe void AddTo(float* target, int row, float factor)
    {
        Vector512<float> scale = Vector512.Create(_scales[row] * factor);
        fixed (sbyte* values = &_values[row * Width])
        {
            for (int j = 0; j < Width; j += Vector512<float>.Count)
            {
                Vector256<short> halves = Vector256.WidenLower(Vector128.Load(values + j).ToVector256Unsafe());
                Vector512<int> whole = Vector512.WidenLower(halves.ToVector512Unsafe());
                (Vector512.Load(target + j) + (Vector512.ConvertToSingle(whole) * scale)).Store(target + j);
            }
        }
    }
}
