using System.Globalization;
using Dragoman.Language.Models;

namespace Dragoman.Language.Tagging;

/// <summary>How a lemma is made from a form: fold the capitals or keep them, take letters off the end, put others on.</summary>
internal readonly record struct EditScript(bool Folds, int Strip, string Add)
{
    private const int LongestForm = 256;

    public static EditScript Between(string form, string lemma, Casing casing)
    {
        string folded = casing.Fold(form);
        int kept = Shared(form, lemma);
        int foldedKept = Shared(folded, lemma);
        bool folds = foldedKept > kept;
        int shared = folds ? foldedKept : kept;
        return new(folds, form.Length - shared, lemma[shared..]);
    }

    /// <summary>Whether nothing of the form is left in the lemma: such pairs are learnt one by one.</summary>
    public bool Replaces(string form) => Strip >= form.Length;

    public string Apply(string form, Casing casing, StringPool pool)
    {
        int kept = form.Length - Strip;
        if (kept < 0 || kept + Add.Length > LongestForm) return form;
        if (!Folds && Strip == 0 && Add.Length == 0) return form;
        Span<char> lemma = stackalloc char[kept + Add.Length];
        if (Folds) casing.Fold(form.AsSpan(0, kept), lemma);
        else form.AsSpan(0, kept).CopyTo(lemma);
        Add.CopyTo(lemma[kept..]);
        return pool.Get(lemma);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Folds ? 'f' : 'k')}{Strip}|{Add}");

    public static EditScript Parse(string text)
    {
        int bar = text.IndexOf('|', StringComparison.Ordinal);
        return new(text[0] == 'f', int.Parse(text.AsSpan(1, bar - 1), NumberStyles.None, CultureInfo.InvariantCulture), string.Intern(text[(bar + 1)..]));
    }

    private static int Shared(string left, string right)
    {
        int i = 0;
        while (i < left.Length && i < right.Length && left[i] == right[i]) i++;
        return i;
    }
}
