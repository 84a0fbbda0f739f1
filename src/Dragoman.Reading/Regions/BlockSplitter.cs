using Dragoman.Language;

namespace Dragoman.Reading.Regions;

/// <summary>
/// Splits a text into its paragraphs and lines. A line is a paragraph of its own, unless the text is wrapped at a fixed width, as mail and
/// telegrams are: then the lines of a paragraph belong together.
/// </summary>
internal sealed class BlockSplitter
{
    private const int WidestWrap = 110; // characters; longer lines are not wrapped by hand
    private const int NarrowestWrap = 40;
    private const int Tolerance = 6; // by so much may a writer break a line early
    private const int Indent = 2;

    public IReadOnlyList<Block> Split(Document document)
    {
        List<TextSpan> lines = Lines(document);
        int width = WrapWidth(document, lines);
        List<Block> blocks = [];
        bool opens = true;
        for (int i = 0; i < lines.Count; i++)
        {
            TextSpan span = document.Trim(lines[i]);
            if (span.IsEmpty)
            {
                opens = true;
                continue;
            }

            while (width > 0 && i + 1 < lines.Count && Continues(document, lines[i], lines[i + 1], width)) span = document.Trim(new(span.Start, lines[++i].End));
            blocks.Add(new(document, span, opens));
            opens = false;
        }

        return blocks;
    }

    private static List<TextSpan> Lines(Document document)
    {
        List<TextSpan> lines = [];
        int start = 0;
        for (int i = 0; i <= document.Length; i++)
        {
            if (i < document.Length && document.Text[i] is not ('\n' or '\r' or '\u2028' or '\u2029')) continue;
            lines.Add(new(start, i));
            start = i + 1;
        }

        return lines;
    }

    /// <summary>
    /// The width at which the lines are broken, or 0 if they are not: no line is wider, and nearly every line that stops in mid-sentence
    /// stops because the next word would not have fitted.
    /// </summary>
    private static int WrapWidth(Document document, List<TextSpan> lines)
    {
        int width = lines.Max(line => document.Trim(line).End - line.Start);
        if (width is < NarrowestWrap or > WidestWrap) return 0;
        int broken = 0;
        int full = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            TextSpan line = document.Trim(lines[i]);
            if (line.IsEmpty || document.Trim(lines[i + 1]).IsEmpty || !char.IsLetterOrDigit(document.Text[line.End - 1])) continue;
            broken++;
            if (IsFull(document, lines[i], lines[i + 1], width)) full++;
        }

        return broken >= 3 && full * 10 >= broken * 7 ? width : 0;
    }

    private static bool Continues(Document document, TextSpan line, TextSpan next, int width)
    {
        TextSpan words = document.Trim(next);
        if (words.IsEmpty || IndentOf(document, next) >= IndentOf(document, line) + Indent || new Block(document, words, opens: false).IsItem) return false;
        return IsFull(document, line, next, width);
    }

    private static bool IsFull(Document document, TextSpan line, TextSpan next, int width)
    {
        TextSpan words = document.Trim(next);
        int space = document.Slice(words).IndexOf(' ');
        int first = space < 0 ? words.Length : space;
        return document.Trim(line).End - line.Start + 1 + first > width - Tolerance;
    }

    private static int IndentOf(Document document, TextSpan line) => document.Trim(line).Start - line.Start;
}
