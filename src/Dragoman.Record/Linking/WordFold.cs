using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Dragoman.Record.Linking;

/// <summary>
/// Folds words for comparison between documents: runs of letters and digits without case and without combining marks. Only copies are
/// folded, never a document's text. The same in every culture.
/// </summary>
public static class WordFold
{
    /// <summary>The words of a text, in order.</summary>
    public static ImmutableArray<string> Words(ReadOnlySpan<char> text)
    {
        ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>();
        StringBuilder word = new();
        foreach (Rune rune in text.EnumerateRunes()) // a lone surrogate comes as U+FFFD, which is no letter
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune));
            }
            else if (word.Length > 0 && !IsWithinWord(rune))
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0) words.Add(word.ToString());
        return words.DrainToImmutable();
    }

    /// <summary>The words joined by single spaces: equal for two spellings that differ in case and punctuation.</summary>
    public static string Key(string text) => string.Join(' ', Words(text));

    /// <summary>Marks, and the apostrophe in <c>Sana'a</c> in either form.</summary>
    private static bool IsWithinWord(Rune rune) =>
        rune.Value is '\'' or '’' or 'ʼ' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
