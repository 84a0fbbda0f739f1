namespace Dragoman.Language.Neural;

/// <summary>Finds the best sequence of name labels in which every name is whole (Viterbi 1967). Keeps its buffers; not thread-safe.</summary>
internal sealed class NameDecoder
{
    private float[] _best = [];
    private byte[] _from = [];

    /// <param name="scores"><c>scores[word · <see cref="NameLabels.Count"/> + label]</c>.</param>
    /// <param name="labels">Receives a label a word.</param>
    public void Decode(ReadOnlySpan<float> scores, int words, Span<int> labels)
    {
        const int Count = NameLabels.Count;
        if (words == 0) return;
        if (_best.Length < words * Count) (_best, _from) = (new float[2 * words * Count], new byte[2 * words * Count]);
        for (int label = 0; label < Count; label++) _best[label] = NameLabels.MayStart(label) ? scores[label] : float.NegativeInfinity;
        for (int word = 1; word < words; word++) Extend(scores, word);

        int last = NameLabels.Outside;
        int row = (words - 1) * Count;
        for (int label = 1; label < Count; label++)
            if (NameLabels.MayEnd(label) && _best[row + label] > _best[row + last]) last = label;
        for (int word = words - 1; word >= 0; word--)
        {
            labels[word] = last;
            last = _from[(word * Count) + last];
        }
    }

    private void Extend(ReadOnlySpan<float> scores, int word)
    {
        const int Count = NameLabels.Count;
        int before = (word - 1) * Count;
        int row = word * Count;
        int closed = NameLabels.Outside; // the best label that leaves no name open
        for (int label = 1; label < Count; label++)
            if (NameLabels.MayEnd(label) && _best[before + label] > _best[before + closed]) closed = label;
        for (int label = 0; label < Count; label++)
        {
            int from = closed;
            if (!NameLabels.MayStart(label))
            {
                int first = NameLabels.First(NameLabels.TypeOf(label));
                from = _best[before + first + 1] > _best[before + first] ? first + 1 : first;
            }

            _best[row + label] = _best[before + from] + scores[row + label];
            _from[row + label] = (byte)from;
        }
    }
}
