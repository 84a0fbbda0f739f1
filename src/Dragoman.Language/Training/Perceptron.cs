using Dragoman.Language.Models;

namespace Dragoman.Language.Training;

/// <summary>
/// The averaged perceptron (Collins 2002) over hashed features, in whole numbers. Rows grow only where a mistake was made.
/// </summary>
internal sealed class Perceptron
{
    private readonly Dictionary<uint, Row> _rows = [];
    private readonly int _classCount;
    private int _step = 1;

    public Perceptron(int classCount) => _classCount = classCount;

    public int ClassCount => _classCount;

    public void Score(ReadOnlySpan<uint> keys, Span<int> scores)
    {
        scores.Clear();
        foreach (uint key in keys)
        {
            if (!_rows.TryGetValue(key | 1, out Row? row)) continue;
            foreach (ref Cell cell in row.Cells.AsSpan(0, row.Count)) scores[cell.Class] += cell.Weight;
        }
    }

    /// <summary>Counts a decision that was right.</summary>
    public void Keep() => _step++;

    /// <summary>Moves the weights of the features from the class that was chosen to the one that would have been right.</summary>
    public void Update(ReadOnlySpan<uint> keys, int right, int chosen)
    {
        foreach (uint key in keys)
        {
            if (!_rows.TryGetValue(key | 1, out Row? row)) _rows.Add(key | 1, row = new Row());
            row.Change(right, 1, _step);
            row.Change(chosen, -1, _step);
        }

        _step++;
    }

    /// <summary>The averaged weights, of features that took part in at least <paramref name="minimumUpdates"/> updates, scaled to 16 bits.</summary>
    public LinearModel Compile(int minimumUpdates)
    {
        List<uint> keys = [];
        List<(ushort, short)[]> rows = [];
        double largest = _rows.Values.SelectMany(row => row.Cells.Take(row.Count)).Select(cell => Math.Abs(cell.Average(_step))).DefaultIfEmpty(1).Max();
        double scale = Math.Min(256, short.MaxValue / Math.Max(largest, 1e-9));
        foreach ((uint key, Row row) in _rows.OrderBy(pair => pair.Key))
        {
            if (row.Updates < minimumUpdates) continue;
            (ushort, short)[] weights = [.. row.Cells.Take(row.Count)
                .Select(cell => (Class: (ushort)cell.Class, Value: (short)Math.Round(cell.Average(_step) * scale)))
                .Where(weight => Math.Abs((int)weight.Value) > SmallestWeight).OrderBy(weight => weight.Class)];
            if (weights.Length == 0) continue;
            keys.Add(key);
            rows.Add(weights);
        }

        return LinearModel.Of(_classCount, keys, rows);
    }

    private const int SmallestWeight = 8;

    private sealed class Row
    {
        public Cell[] Cells { get; private set; } = new Cell[2];

        public int Count { get; private set; }

        public int Updates { get; private set; }

        public void Change(int label, int by, int step)
        {
            if (by > 0) Updates++;
            int i = 0;
            while (i < Count && Cells[i].Class != label) i++;
            if (i == Count)
            {
                if (Count == Cells.Length)
                {
                    Cell[] larger = new Cell[Count * 2];
                    Cells.CopyTo(larger, 0);
                    Cells = larger;
                }

                Cells[Count++].Class = label;
            }

            Cells[i].Change(by, step);
        }
    }

    private struct Cell
    {
        public int Class;
        public int Weight;
        private int _since;
        private long _total;

        public void Change(int by, int step)
        {
            _total += (long)Weight * (step - _since);
            _since = step;
            Weight += by;
        }

        public readonly double Average(int step) => (double)(_total + ((long)Weight * (step - _since))) / step;
    }
}
