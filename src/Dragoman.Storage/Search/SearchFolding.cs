using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Dragoman.Storage.Search;

/// <summary>
/// The form in which texts and queries are compared: lower case without diacritics, the four i of Turkish as one, so that FIRTINA finds fırtına and
/// Zelenski finds Zelenskí. A copy for searching only; nothing is ever cited from it.
/// </summary>
public static class SearchFolding
{
    private static readonly ConcurrentDictionary<char, string> Folded = new();

    /// <summary>The folded text.</summary>
    public static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char letter in text) Append(folded, letter);
        return folded.ToString();
    }

    /// <summary>The folded text, and for each of its characters the index of the one in the text that it comes from.</summary>
    public static (string Folded, int[] Origins) FoldWithOrigins(string text)
    {
        StringBuilder folded = new(text.Length);
        List<int> origins = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            Append(folded, text[i]);
            while (origins.Count < folded.Length) origins.Add(i);
        }

        return (folded.ToString(), [.. origins]);
    }

    private static void Append(StringBuilder folded, char letter)
    {
        if (letter is >= 'A' and <= 'Z') folded.Append((char)(letter | 0x20));
        else if (letter < 0x80) folded.Append(letter);
        else folded.Append(Folded.GetOrAdd(letter, static l => Decompose(l)));
    }

    private static string Decompose(char letter)
    {
        if (char.IsSurrogate(letter)) return letter.ToString();
        switch (letter)
        {
            case 'İ' or 'ı': return "i";
            case 'ß' or 'ẞ': return "ss";
            case 'ł' or 'Ł': return "l";
            case 'ø' or 'Ø': return "o";
            case 'đ' or 'Đ': return "d";
            case 'æ' or 'Æ': return "ae";
            case 'œ' or 'Œ': return "oe";
            case '’' or 'ʼ': return "'";
        }

        StringBuilder plain = new();
#pragma warning disable RS0030 // One letter of the copy that is searched; the text itself stays as it is.
        foreach (char part in char.ToLowerInvariant(letter).ToString().Normalize(NormalizationForm.FormD))
#pragma warning restore RS0030
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark) plain.Append(part);
        return plain.ToString();
    }
}
