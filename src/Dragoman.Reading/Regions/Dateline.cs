using Dragoman.Language;

namespace Dragoman.Reading.Regions;

/// <summary>
/// The place, date and agency with which a wire story opens: "HALVARD, Sept 7 (Straits Wire) — …", "SARRAT, May 21. /SW/. …". Its first part is
/// in capitals, the words of the others begin with one.
/// </summary>
internal static class Dateline
{
    private const int Reach = 90; // characters

    private static readonly string[] Ends = [" — ", " – ", " -- ", " - ", "— ", "– ", "/. "];

    /// <summary>The dateline's part of a paragraph, up to and with the dash; null if it opens with none.</summary>
    public static string? Of(string paragraph)
    {
        int end = Ends.Select(mark => (mark, at: paragraph.IndexOf(mark, StringComparison.Ordinal))).Where(found => found.at is > 0 and <= Reach)
            .Select(found => found.at + found.mark.Length - 1).DefaultIfEmpty(-1).Min();
        if (end < 0) return null;
        string opening = paragraph[..end];
        string[] parts = WithoutBrackets(opening).Split([',', '.', '—', '–', '-'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && parts[0].Count(char.IsUpper) >= 2 && !parts[0].Any(char.IsLower) && parts.All(BeginsInCapitals) ? opening : null;
    }

    /// <summary>The paragraph as two: the dateline, and what follows it.</summary>
    public static IEnumerable<TextSpan> Split(Document document, TextSpan paragraph)
    {
        if (Of(document[paragraph]) is not { } opening) return [paragraph];
        int border = paragraph.Start + opening.Length;
        return [document.Trim(new(paragraph.Start, border)), document.Trim(new(border, paragraph.End))];
    }

    private static bool BeginsInCapitals(string part) => part.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => !char.IsLower(word[0]));

    private static string WithoutBrackets(string text)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        int close = open < 0 ? -1 : text.IndexOf(')', open);
        return close < 0 ? text : WithoutBrackets(text[..open] + text[(close + 1)..]);
    }
}
