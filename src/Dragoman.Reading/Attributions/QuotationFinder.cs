using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Regions;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>
/// Finds quotations by their marks alone: nested ones, ones that each paragraph reopens, and ones that are never closed.
/// A quotation left open at the end of a paragraph goes on if the next paragraph reopens it, if a later one closes it, or if something
/// announced it (a line that ends in a colon); the last runs to the end of the body. Else it ends with its paragraph: a mark was forgotten.
/// </summary>
public sealed class QuotationFinder(QuotationMarks marks)
{
    private readonly MarkScanner _scanner = new(marks);

    public Quotations Find(Document document, ImmutableArray<Region> regions)
    {
        List<QuotationDraft> drafts = [];
        List<MarkedParagraph> prose = [];
        bool barrier = false;
        foreach (Region region in regions)
        {
            List<MarkPlace> places = _scanner.Scan(document.Text, region.Span);
            if (region.Kind is RegionKind.Body or RegionKind.Standfirst)
            {
                prose.Add(new(region.Span, places, barrier));
                barrier = false;
            }
            else
            {
                barrier |= region.Kind is RegionKind.Note or RegionKind.Chrome;
                if (region.IsRead) new QuotationScan(document, marks, [new(region.Span, places, false)]).Into(drafts);
            }
        }

        new QuotationScan(document, marks, prose).Into(drafts);
        return new(Finish(document, drafts));
    }

    private static ImmutableArray<Quotation> Finish(Document document, List<QuotationDraft> drafts)
    {
        List<(QuotationDraft Draft, ImmutableArray<TextSpan> Inner)> kept = [];
        foreach (QuotationDraft draft in drafts.OrderBy(d => d.Start))
        {
            ImmutableArray<TextSpan> inner = [.. draft.Inner.Select(document.Trim).Where(span => !span.IsEmpty)];
            if (!inner.IsEmpty) kept.Add((draft, inner));
        }

        ImmutableArray<Quotation>.Builder quotations = ImmutableArray.CreateBuilder<Quotation>();
        Stack<int> open = [];
        foreach ((QuotationDraft draft, ImmutableArray<TextSpan> inner) in kept)
        {
            TextSpan outer = new(draft.Start, Math.Max(draft.End, inner[^1].End));
            while (open.TryPeek(out int top) && !quotations[top].Outer.Contains(outer)) open.Pop();
            quotations.Add(new(inner, outer, open.TryPeek(out int parent) ? parent : -1, draft.IsClosed));
            open.Push(quotations.Count - 1);
        }

        return quotations.ToImmutable();
    }
}

/// <summary>A paragraph with its marks, and whether the body stopped before it (a note or the site's chrome).</summary>
internal sealed record MarkedParagraph(TextSpan Span, List<MarkPlace> Places, bool AfterBarrier)
{
    /// <summary>The level of the mark that the paragraph starts with, or −1.</summary>
    public int OpensWith => Places.Count > 0 && Places[0].Offset == Span.Start && Places[0].Role.HasFlag(MarkRole.Opens) ? Places[0].Level : -1;
}

/// <summary>A quotation in the making.</summary>
internal sealed class QuotationDraft(int start, int length, int level, char sign, int paragraph)
{
    public int Start { get; } = start;

    public int Level { get; } = level;

    public char Sign { get; } = sign;

    /// <summary>Index of the paragraph in which it opened.</summary>
    public int Paragraph { get; } = paragraph;

    public List<TextSpan> Inner { get; } = [];

    /// <summary>Where its words begin in the paragraph at hand.</summary>
    public int SegmentStart { get; set; } = start + length;

    public int End { get; set; }

    public bool IsClosed { get; set; }
}
