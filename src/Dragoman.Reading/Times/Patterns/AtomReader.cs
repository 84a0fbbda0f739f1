using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Language;

namespace Dragoman.Reading.Times.Patterns;

/// <summary>Cuts the blocks of a document into atoms.</summary>
internal sealed class AtomReader(Lexicon lexicon)
{
    private const int LongestNumber = 9;

    /// <summary>The atoms of all blocks in text order, with a border after each block.</summary>
    public Atom[] Read(Document document, ImmutableArray<TextSpan> blocks)
    {
        List<Atom> atoms = new(document.Length / 5);
        foreach (TextSpan block in blocks)
        {
            ReadBlock(document.Text, block, atoms);
            atoms.Add(Atom.Border(block.End));
        }

        return [.. atoms];
    }

    private void ReadBlock(string text, TextSpan block, List<Atom> atoms)
    {
        bool spaced = true;
        int start = block.Start;
        while (start < block.End)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                spaced = true;
                start++;
                continue;
            }

            int end = EndOfAtom(text, start, block.End);
            ReadOnlySpan<char> form = text.AsSpan(start, end - start);
            atoms.Add(new(new(start, end), lexicon.Find(form), NumberOf(form), spaced));
            spaced = false;
            start = end;
        }
    }

    private static int EndOfAtom(string text, int start, int limit)
    {
        int end = start + 1;
        if (char.IsAsciiDigit(text[start]))
            while (end < limit && char.IsAsciiDigit(text[end])) end++;
        else if (IsWordPart(text[start]))
            while (end < limit && IsWordPart(text[end])) end++;
        return end;
    }

    private static bool IsWordPart(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static int NumberOf(ReadOnlySpan<char> form) =>
        form.Length <= LongestNumber && char.IsAsciiDigit(form[0]) ? int.Parse(form, NumberStyles.None, CultureInfo.InvariantCulture) : -1;
}
