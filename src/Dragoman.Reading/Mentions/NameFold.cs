using System.Globalization;
using System.Text;

namespace Dragoman.Reading.Mentions;

/// <summary>
/// Folds names for comparison: letters without case and without marks, in pieces of letters and digits, so that neither spelling
/// (<c>Zelenský</c>, <c>SANA'A</c>) nor the cut into tokens (<c>al|-|Assad</c>) matters. Only copies are folded, never the document's text.
/// </summary>
public static class NameFold
{
    /// <summary>The pieces of a name, in order: <c>Abdel-Fattah el-Sisi</c> gives <c>abdel fattah el sisi</c>.</summary>
    public static IReadOnlyList<string> Pieces(ReadOnlySpan<char> text)
    {
        List<string> pieces = [];
        StringBuilder piece = new();
        foreach (Rune rune in Decompose(text))
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (Rune.IsLetterOrDigit(rune))
            {
                piece.Append(Plain(Rune.ToLowerInvariant(rune)));
            }
            else if (piece.Length > 0)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
        }

        if (piece.Length > 0) pieces.Add(piece.ToString());
        return pieces;
    }

    /// <summary>The pieces joined by single spaces: equal for two spellings of one name.</summary>
    public static string Key(ReadOnlySpan<char> text) => string.Join(' ', Pieces(text));

    private static List<Rune> Decompose(ReadOnlySpan<char> text)
    {
        List<Rune> runes = [];
        foreach (Rune rune in text.EnumerateRunes()) // a lone surrogate comes as U+FFFD, which is no letter
        {
            if (rune.IsAscii) runes.Add(rune);
#pragma warning disable RS0030 // a folded copy of a name, not the document's text
            else runes.AddRange(rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes());
#pragma warning restore RS0030
        }

        return runes;
    }

    /// <summary>Latin letters that have no decomposition, as news writes them without their stroke.</summary>
    private static string Plain(Rune rune) => rune.Value switch
    {
        'ı' => "i",
        'ø' => "o",
        'đ' => "d",
        'ł' => "l",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ð' => "d",
        _ => rune.ToString(),
    };
}
