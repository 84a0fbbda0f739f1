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
        for (int word = 1; word < words; word++)
            for (int label = 0; label < Count; label++) Extend(scores, word, label);

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

    private void Extend(ReadOnlySpan<float> scores, int word, int label)
    {
        const int Count = NameLabels.Count;
        int before = (word - 1) * Count;
        float best = float.NegativeInfinity;
        byte from = 0;
        for (int last = 0; last < Count; last++)
        {
            if (!NameLabels.MayFollow(last, label) || !(_best[before + last] > best)) continue;
            best = _best[before + last];
            from = (byte)last;
        }

        _best[(word * Count) + label] = best + scores[(word * Count) + label];
        _from[(word * Count) + label] = from;
    }
}
