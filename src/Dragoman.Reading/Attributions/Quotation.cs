using System.Collections.Immutable;
using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>Words in quotation marks.</summary>
/// <param name="Inner">What stands between the marks, a span for each paragraph, trimmed of white space, in text order; at least one.</param>
/// <param name="Outer">From the opening mark to the end of the closing one (of the last span, if it was never closed).</param>
/// <param name="Parent">Index of the quotation that holds this one, or −1.</param>
/// <param name="IsClosed">Whether a closing mark was found.</param>
public sealed record Quotation(ImmutableArray<TextSpan> Inner, TextSpan Outer, int Parent, bool IsClosed)
{
    /// <summary>Whether the offset lies within the quoted words (or between its paragraphs).</summary>
    public bool Holds(int offset) => offset >= Inner[0].Start && offset < Inner[^1].End;
}

/// <summary>The quotations of a document, by where they start; a quotation comes before those that it holds.</summary>
public sealed class Quotations
{
    private readonly int[] _starts;
    private readonly HashSet<int> _ends;

    public Quotations(ImmutableArray<Quotation> all)
    {
        All = all;
        _starts = [.. all.Select(quotation => quotation.Outer.Start)];
        _ends = [.. all.Where(quotation => quotation.IsClosed).Select(quotation => quotation.Outer.End)];
    }

    public ImmutableArray<Quotation> All { get; }

    /// <summary>Whether a quotation's opening mark stands at the offset.</summary>
    public bool OpensAt(int offset) => Array.BinarySearch(_starts, offset) >= 0;

    /// <summary>Whether a quotation's closing mark ends at the offset.</summary>
    public bool ClosesAt(int offset) => _ends.Contains(offset);

    /// <summary>Index of the innermost quotation whose words hold the offset, or −1.</summary>
    public int At(int offset)
    {
        int found = Array.BinarySearch(_starts, offset);
        int index = found >= 0 ? found : ~found - 1;
        while (index >= 0 && !All[index].Holds(offset)) index = All[index].Parent;
        return index;
    }
}
