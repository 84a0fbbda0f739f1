using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>A place in a paragraph where a quotation can open or close.</summary>
internal readonly record struct MarkPlace(int Offset, int Level, MarkRole Role, char Sign);

/// <summary>Tells the quotation marks of a paragraph from its apostrophes, and what each may do by the characters around it.</summary>
internal sealed class MarkScanner(QuotationMarks marks)
{
    /// <summary>The marks of a paragraph in text order; a straight mark that could do either has both roles.</summary>
    public List<MarkPlace> Scan(string text, TextSpan paragraph)
    {
        List<MarkPlace> places = [];
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            if (marks.At(text[i]) is not { } mark) continue;
            MarkRole role = RoleAt(text, paragraph, i, mark);
            if (role != MarkRole.None) places.Add(new(i, mark.Level, role, text[i]));
        }

        DropUnmatched(text, places);
        return places;
    }

    private MarkRole RoleAt(string text, TextSpan paragraph, int i, QuotationMark mark)
    {
        bool afterSpace = i == paragraph.Start || OpensAfter(text[i - 1]);
        bool beforeSpace = i + 1 >= paragraph.End || char.IsWhiteSpace(text[i + 1]);
        bool beforeWord = !beforeSpace && char.IsLetterOrDigit(text[i + 1]);
        bool afterWord = i > paragraph.Start && char.IsLetterOrDigit(text[i - 1]);
        if (mark.MayBeApostrophe && (afterWord ? beforeWord : IsElided(text, paragraph, i + 1))) return MarkRole.None;
        if (mark.Role != (MarkRole.Opens | MarkRole.Closes)) return mark.Role;
        if (afterSpace) return beforeSpace ? Unsure(mark) : MarkRole.Opens;
        return beforeWord ? Unsure(mark) : MarkRole.Closes;
    }

    private static MarkRole Unsure(QuotationMark mark) => mark.MayBeApostrophe ? MarkRole.None : mark.Role;

    private bool OpensAfter(char before) =>
        char.IsWhiteSpace(before) || before is '(' or '[' or '{' || (marks.At(before) is { } mark && mark.Role.HasFlag(MarkRole.Opens))
        || char.GetUnicodeCategory(before) == System.Globalization.UnicodeCategory.DashPunctuation;

    private bool IsElided(string text, TextSpan paragraph, int start)
    {
        int end = start;
        while (end < paragraph.End && char.IsLetterOrDigit(text[end])) end++;
        return end > start && (char.IsDigit(text[start]) || marks.IsElision(text.AsSpan(start, end - start)));
    }

    /// <summary>
    /// Of the marks that can be apostrophes, keeps only pairs: an opening one with the first closing one after it that no possessive explains.
    /// Such a quotation never runs beyond its paragraph.
    /// </summary>
    private void DropUnmatched(string text, List<MarkPlace> places)
    {
        HashSet<int> kept = [];
        for (int i = 0; i < places.Count; i++)
        {
            if (!IsUncertain(places[i]) || !places[i].Role.HasFlag(MarkRole.Opens)) continue;
            int close = ClosingOf(text, places, i);
            if (close < 0) continue;
            kept.Add(i);
            kept.Add(close);
            i = close;
        }

        int index = 0;
        places.RemoveAll(place => !kept.Contains(index++) && IsUncertain(place));
    }

    private bool IsUncertain(MarkPlace place) => marks.At(place.Sign) is { MayBeApostrophe: true };

    private int ClosingOf(string text, List<MarkPlace> places, int open)
    {
        int possessive = -1;
        for (int j = open + 1; j < places.Count; j++)
        {
            if (places[j].Level != places[open].Level) continue;
            if (!places[j].Role.HasFlag(MarkRole.Closes)) break;
            if (!marks.EndsLikePossessive(text[places[j].Offset - 1])) return j;
            if (possessive < 0) possessive = j;
        }

        return possessive;
    }
}
