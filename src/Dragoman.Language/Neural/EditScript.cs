using System.Globalization;

namespace Dragoman.Language.Neural;

/// <summary>How a form is cased before its ending is changed.</summary>
internal enum LemmaCase
{
    Lower, Keep, Title,
}

/// <summary>
/// The way from a form to its lemma: case, how many characters go at the end, what comes instead. Written <c>L2y</c>: in lower case,
/// two characters off, <c>y</c> on.
/// </summary>
internal readonly record struct EditScript(LemmaCase Case, int Cut, string Ending)
{
    /// <summary>The script that leads from a form to a lemma and keeps the most of the form.</summary>
    public static EditScript Between(string form, string lemma, Casing casing)
    {
        EditScript best = default;
        int kept = -1;
        foreach (LemmaCase letters in (ReadOnlySpan<LemmaCase>)[LemmaCase.Lower, LemmaCase.Keep, LemmaCase.Title])
        {
            string cased = InCase(form, letters, casing);
            int common = cased.AsSpan().CommonPrefixLength(lemma);
            if (common <= kept) continue;
            kept = common;
            best = new(letters, cased.Length - common, lemma[common..]);
        }

        return best;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null if it is no script.</summary>
    public static EditScript? Parse(string text)
    {
        int digits = 1;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        int letters = text.Length == 0 ? -1 : "LKT".IndexOf(text[0], StringComparison.Ordinal);
        if (letters < 0 || !int.TryParse(text.AsSpan(1, digits - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int cut)) return null;
        if (digits < text.Length && text[digits] == '_') digits++;
        return new((LemmaCase)letters, cut, text[digits..]);
    }

    /// <summary>The lemma of a form; the form itself (cased) where more would be cut than it has.</summary>
    public string Apply(string form, Casing casing)
    {
        string cased = InCase(form, Case, casing);
        if (Cut > cased.Length || (Cut == cased.Length && Ending.Length == 0)) return cased;
        return Cut == 0 && Ending.Length == 0 ? cased : string.Concat(cased.AsSpan(0, cased.Length - Cut), Ending);
    }

    /// <remarks>An underscore keeps an ending that begins with a digit apart from the number.</remarks>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{"LKT"[(int)Case]}{Cut}{(Ending.Length > 0 && (char.IsAsciiDigit(Ending[0]) || Ending[0] == '_') ? "_" : "")}{Ending}");

    private static string InCase(string form, LemmaCase letters, Casing casing)
    {
        if (letters == LemmaCase.Keep || form.Length == 0) return form;
        return string.Create(form.Length, (form, letters, casing), static (text, from) =>
        {
            for (int i = 0; i < text.Length; i++)
                text[i] = i == 0 && from.letters == LemmaCase.Title ? char.ToUpperInvariant(from.form[i]) : from.casing.Fold(from.form[i]);
        });
    }
}
