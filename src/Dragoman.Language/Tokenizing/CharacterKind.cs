using System.Globalization;

namespace Dragoman.Language.Tokenizing;

/// <summary>The kinds of characters that tokenising tells apart; every mark of punctuation is its own kind.</summary>
internal static class CharacterKind
{
    public static uint Of(char c)
    {
        if (c is >= 'a' and <= 'z') return 'x';
        if (c is >= 'A' and <= 'Z') return 'X';
        if (c is >= '0' and <= '9') return 'd';
        if (c < 128) return c <= ' ' ? ' ' : c;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => 'X',
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => 'x',
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => 'm',
            UnicodeCategory.DecimalDigitNumber => 'd',
            UnicodeCategory.Surrogate => 's',
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
            UnicodeCategory.OtherSymbol => 'o',
            _ => c,
        };
    }

    /// <summary>A letter or a mark that sits on one.</summary>
    public static bool IsLetter(char c) => Of(c) is 'x' or 'X' or 'm';

    /// <summary>Whether a boundary at <paramref name="at"/> would cut a surrogate pair or a mark off its letter.</summary>
    public static bool IsInside(ReadOnlySpan<char> text, int at) =>
        (char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1])) || Of(text[at]) == 'm' || text[at] is '\uFE0F' or '\u200D' || text[at - 1] == '\u200D';
}
