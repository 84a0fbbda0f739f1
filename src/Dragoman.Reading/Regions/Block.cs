using System.Globalization;
using Dragoman.Language;

namespace Dragoman.Reading.Regions;

/// <summary>A paragraph, heading or line of the page, with what its shape tells.</summary>
internal sealed class Block
{
    private const int ProseWords = 8;
    private const int LongWords = 30; // more words than any heading has

    public Block(Document document, TextSpan span, bool opens)
    {
        Span = span;
        Text = document[span];
        Opens = opens;
        Words = CountWords(Text);
        Bare = Text.Trim('#', '*', '_', '>', '•', '⦁', '·', '▪', '-', '–', '—', ' ', '\t');
    }

    /// <summary>Without white space at its ends.</summary>
    public TextSpan Span { get; }

    public string Text { get; }

    /// <summary>The text without Markdown's marks, bullets and dashes at its ends.</summary>
    public string Bare { get; }

    /// <summary>Whether an empty line (or the start of the text) stands before it.</summary>
    public bool Opens { get; }

    public int Words { get; }

    /// <summary>A list item or a line behind a bullet.</summary>
    public bool IsItem => Text.Length > 2 && Text[0] is '*' or '-' or '•' or '⦁' or '·' or '▪' && Text.Length > 1 && char.IsWhiteSpace(Text[1]);

    /// <summary>The number of # before a Markdown heading; 0 for anything else.</summary>
    public int HeadingLevel
    {
        get
        {
            int level = Text.TakeWhile(c => c == '#').Count();
            return level is > 0 and <= 6 && level < Text.Length && Text[level] == ' ' ? level : 0;
        }
    }

    /// <summary>Whether it ends as a sentence does: full stop, question or exclamation mark, ellipsis, colon or semicolon, behind which quotes and brackets may close.</summary>
    public bool EndsSentence => LastMark(Text) is '.' or '!' or '?' or '…' or ':' or ';' or ',' or '。' or '؟' or '।';

    /// <summary>Whether a sentence ends within it and another begins.</summary>
    public bool HoldsSentences
    {
        get
        {
            for (int i = 1; i + 2 < Text.Length; i++)
            {
                if (Text[i] is not ('.' or '!' or '?') || !char.IsLower(Text[i - 1])) continue;
                int next = i + 1;
                while (next < Text.Length && Text[next] is '"' or '”' or '’' or ')' or ' ') next++;
                if (next > i + 1 && next < Text.Length && Text[next - 1] == ' ' && char.IsUpper(Text[next])) return true;
            }

            return false;
        }
    }

    /// <summary>Running text, which must not be lost to the reader.</summary>
    public bool IsProse => (Words >= ProseWords && (EndsSentence || HoldsSentences)) || Words >= LongWords;

    /// <summary>Short, and not ended as a sentence: a heading, a label, a link.</summary>
    public bool IsLabel => Words is > 0 and < LongWords && LastMark(Text) is not ('.' or '…' or ':' or ';' or ',' or '。' or '।');

    public bool IsCapitals => Text.Count(char.IsLetter) >= 3 && !Text.Any(char.IsLower) && Text.Any(char.IsUpper);

    private static int CountWords(string text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool isWord = char.IsLetterOrDigit(c) || (inside && (c is '\'' or '’' or '-' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate));
            if (isWord && !inside) words++;
            inside = isWord;
        }

        return words;
    }

    private static char LastMark(string text)
    {
        int end = text.Length;
        while (end > 0 && text[end - 1] is '"' or '\'' or '”' or '’' or '»' or '“' or ')' or ']' or '*' or '_' or ' ') end--;
        return end > 0 ? text[end - 1] : ' ';
    }
}
