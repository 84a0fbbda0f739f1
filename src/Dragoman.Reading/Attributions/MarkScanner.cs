using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>A place in a paragraph where a quotation can open or close.</summary>
/// <param name="Offset">Where the mark stands.</param>
/// <param name="Level">0 for the outermost.</param>
/// <param name="Role">What it can do there.</param>
/// <param name="Sign">Its (first) character.</param>
/// <param name="Length">2 for a mark written as two apostrophes, else 1.</param>
internal readonly record struct MarkPlace(int Offset, int Level, MarkRole Role, char Sign, int Length);

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
            bool isDoubled = i + 1 < paragraph.End && text[i + 1] == text[i] && marks.IsDoubled(text[i]);
            MarkRole role = RoleAt(text, paragraph, new(i, i + (isDoubled ? 2 : 1)), isDoubled ? mark with { Level = 0, MayBeApostrophe = false } : mark);
            if (role != MarkRole.None) places.Add(new(i, isDoubled ? 0 : mark.Level, role, text[i], isDoubled ? 2 : 1));
            if (isDoubled) i++;
        }

        DropUnmatched(text, places);
        return places;
    }

    private MarkRole RoleAt(string text, TextSpan paragraph, TextSpan place, QuotationMark mark)
    {
        bool afterSpace = place.Start == paragraph.Start || OpensAfter(text[place.Start - 1]);
        bool beforeSpace = place.End >= paragraph.End || char.IsWhiteSpace(text[place.End]);
        bool beforeWord = !beforeSpace && char.IsLetterOrDigit(text[place.End]);
        bool afterWord = place.Start > paragraph.Start && char.IsLetterOrDigit(text[place.Start - 1]);
        if (mark.MayBeApostrophe && (afterWord ? beforeWord : IsElided(text, paragraph, place.End))) return MarkRole.None;
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

    private bool IsUncertain(MarkPlace place) => place.Length == 1 && marks.At(place.Sign) is { MayBeApostrophe: true };

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
