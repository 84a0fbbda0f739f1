using System.Collections.Immutable;

namespace Dragoman.Bench;

/// <summary>
/// Where data give words without the spaces between them: whether a space stands before a word. Closing marks, genitives and the parts of
/// <c>U.S.</c> and <c>sub-Saharan</c> are joined; quotation marks that open and close alike open and close by turns.
/// </summary>
internal static class Detokenizer
{
    private const string Closing = ".,;:!?)]}%”»…";
    private const string Opening = "([{“«$£€#";
    private const string Straight = "\"";

    /// <param name="word">Not the first.</param>
    public static bool IsSpaced(ImmutableArray<string> forms, int word)
    {
        string form = forms[word];
        string before = forms[word - 1];
        if (Closes(form) || Opens(before) || IsInitialAfterInitial(forms, word)) return false;
        if (form.StartsWith('\'') || form.StartsWith('’')) return form.Length == 1 && word + 1 < forms.Length && !IsJoinedApostrophe(forms, word);
        if (before is "'" or "’") return word > 1 && !IsJoinedApostrophe(forms, word - 1);
        if (before == Straight || form == Straight) return forms.Take(word).Count(earlier => earlier == Straight) % 2 == 0;
        if (form == "-") return !IsHyphen(forms, word);
        return before != "-" || !IsHyphen(forms, word - 1);
    }

    private static bool Closes(string form) => form.Length > 0 && Closing.Contains(form[0], StringComparison.Ordinal) && form.All(c => !char.IsLetterOrDigit(c));

    private static bool Opens(string form) => form.Length == 1 && Opening.Contains(form[0], StringComparison.Ordinal);

    /// <summary>The second capital of <c>U . S .</c></summary>
    private static bool IsInitialAfterInitial(ImmutableArray<string> forms, int word) => word > 1 && forms[word - 1] == "." && IsCapital(forms[word - 2]) && IsCapital(forms[word]);

    private static bool IsCapital(string form) => form.Length == 1 && char.IsUpper(form, 0);

    /// <summary>An apostrophe within a word or before a short ending: <c>King ’ s</c>, <c>don ’ t</c>.</summary>
    private static bool IsJoinedApostrophe(ImmutableArray<string> forms, int word) => word > 0 && EndsInLetter(forms[word - 1]) && word + 1 < forms.Length && forms[word + 1].Length <= 2 && char.IsLetter(forms[word + 1], 0);

    /// <summary>A hyphen in a word, as opposed to a dash between words: it stands before a small letter or a figure, or between two capitalised words of a name.</summary>
    private static bool IsHyphen(ImmutableArray<string> forms, int word) =>
        word > 0 && word + 1 < forms.Length && EndsInLetter(forms[word - 1]) && forms[word + 1].Length > 0 && char.IsLetterOrDigit(forms[word + 1], 0);

    private static bool EndsInLetter(string form) => form.Length > 0 && char.IsLetterOrDigit(form[^1]);
}
