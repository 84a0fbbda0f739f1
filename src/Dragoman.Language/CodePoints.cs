namespace Dragoman.Language;

/// <summary>
/// Turns offsets in UTF-16 code units into offsets in Unicode code points and back: the one place where the unit changes,
/// for what leaves the program (<c>dragoman-reading/1</c>, W3C Web Annotation).
/// </summary>
/// <remarks>A lone surrogate counts as one code point, so any string maps, and no text makes this throw.</remarks>
public sealed class CodePoints
{
    private readonly int[] _pairs; // start offsets of surrogate pairs, ascending

    public CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> pairs = [];
        for (int i = 0; i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text[i], text[i + 1])) pairs.Add(i++);
        _pairs = [.. pairs];
        Count = text.Length - _pairs.Length;
    }

    /// <summary>The number of code points in the text.</summary>
    public int Count { get; }

    /// <summary>The code point offset of a UTF-16 offset; one inside a surrogate pair gives that of its start.</summary>
    public int FromUtf16(int offset) => offset - PairsBefore(offset);

    public TextSpan FromUtf16(TextSpan span) => new(FromUtf16(span.Start), FromUtf16(span.End));

    /// <summary>The UTF-16 offset of a code point offset.</summary>
    public int ToUtf16(int codePoint)
    {
        int low = 0;
        int high = _pairs.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_pairs[middle] - middle < codePoint) low = middle + 1;
            else high = middle;
        }

        return codePoint + low;
    }

    public TextSpan ToUtf16(TextSpan span) => new(ToUtf16(span.Start), ToUtf16(span.End));

    /// <summary>How many pairs have begun and could be complete before the offset: those that start at most at offset − 1.</summary>
    private int PairsBefore(int offset)
    {
        int found = Array.BinarySearch(_pairs, offset);
        int started = found >= 0 ? found : ~found;
        return started;
    }
}
