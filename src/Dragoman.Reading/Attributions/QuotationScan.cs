using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>One pass over consecutive paragraphs with the marks that are open.</summary>
internal sealed class QuotationScan(Document document, QuotationMarks marks, List<MarkedParagraph> paragraphs)
{
    private const int LookAhead = 12; // paragraphs in which a mark may still be closed

    private readonly List<QuotationDraft> _open = []; // outermost first

    public void Into(List<QuotationDraft> drafts)
    {
        for (int p = 0; p < paragraphs.Count; p++)
        {
            int first = Resume(p);
            for (int i = first; i < paragraphs[p].Places.Count; i++) Take(paragraphs[p], p, i, drafts);
            EndParagraph(p);
        }
    }

    /// <summary>Goes on with a quotation from the paragraph before; the index of the first mark that is not its reopening.</summary>
    private int Resume(int p)
    {
        if (_open.Count == 0) return 0;
        bool reopens = paragraphs[p].OpensWith == _open[0].Level;
        _open[0].SegmentStart = paragraphs[p].Span.Start + (reopens ? paragraphs[p].Places[0].Length : 0);
        return reopens ? 1 : 0;
    }

    private void Take(MarkedParagraph paragraph, int p, int i, List<QuotationDraft> drafts)
    {
        MarkPlace place = paragraph.Places[i];
        int holder = _open.FindLastIndex(draft => draft.Level == place.Level);
        bool opens = place.Role == MarkRole.Opens || (place.Role.HasFlag(MarkRole.Opens) && holder < 0);
        if (opens && holder == _open.Count - 1 && holder >= 0 && _open[holder].Sign == place.Sign && marks.At(place.Sign)!.Value.Role.HasFlag(MarkRole.Closes))
            opens = paragraph.Places.Count - i > 2; // the same straight sign again: a quotation within needs two more marks
        if (opens)
        {
            QuotationDraft draft = new(place.Offset, place.Length, place.Level, place.Sign, p);
            _open.Add(draft);
            drafts.Add(draft);
        }
        else if (holder >= 0)
        {
            for (int d = _open.Count - 1; d >= holder; d--) CloseAt(_open[d], place.Offset, d == holder ? place.Length : 0);
            _open.RemoveRange(holder, _open.Count - holder);
        }
    }

    private static void CloseAt(QuotationDraft draft, int offset, int length)
    {
        draft.Inner.Add(new(draft.SegmentStart, Math.Max(draft.SegmentStart, offset)));
        draft.End = offset + length;
        draft.IsClosed = length > 0;
    }

    private void EndParagraph(int p)
    {
        if (_open.Count == 0) return;
        int end = paragraphs[p].Span.End;
        bool goesOn = GoesOn(p, _open[0]);
        for (int d = goesOn ? 1 : 0; d < _open.Count; d++) CloseAt(_open[d], end, length: 0);
        if (goesOn) _open[0].Inner.Add(new(_open[0].SegmentStart, Math.Max(_open[0].SegmentStart, end)));
        _open.RemoveRange(goesOn ? 1 : 0, _open.Count - (goesOn ? 1 : 0));
    }

    private bool GoesOn(int p, QuotationDraft draft)
    {
        if (p + 1 >= paragraphs.Count) return false;
        MarkedParagraph next = paragraphs[p + 1];
        if (next.OpensWith == draft.Level) return true;
        if (next.AfterBarrier) return false;
        return IsAnnounced(draft) || (draft.Start == paragraphs[draft.Paragraph].Span.Start && ClosesLater(p + 1, draft.Level));
    }

    private bool IsAnnounced(QuotationDraft draft)
    {
        int before = draft.Start - 1;
        while (before >= 0 && char.IsWhiteSpace(document.Text[before])) before--;
        return before >= 0 && marks.Announces(document.Text[before]);
    }

    private bool ClosesLater(int from, int level)
    {
        for (int p = from; p < paragraphs.Count && p < from + LookAhead && !paragraphs[p].AfterBarrier; p++)
        {
            if (paragraphs[p].OpensWith == level) return false;
            int depth = 0;
            foreach (MarkPlace place in paragraphs[p].Places.Where(place => place.Level == level))
            {
                bool opens = place.Role == MarkRole.Opens || (place.Role.HasFlag(MarkRole.Opens) && depth <= 0);
                depth += opens ? 1 : -1;
                if (depth < 0) return true;
            }
        }

        return false;
    }
}
