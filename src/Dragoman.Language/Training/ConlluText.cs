using System.Collections.Immutable;
using System.Text;

namespace Dragoman.Language.Training;

/// <summary>Where a sentence of a treebank stands in its text, and each of its words.</summary>
/// <param name="Words">One span a word. The words of a contraction divide its form; where their forms do not add up to it they all have its span.</param>
/// <param name="Joined">Whether the word continues the orthographic token of the word before it.</param>
public sealed record PlacedSentence(ConlluSentence Sentence, TextSpan Span, ImmutableArray<TextSpan> Words, ImmutableArray<bool> Joined);

/// <summary>
/// The running text that a treebank's sentences were taken from, restored from forms and <c>SpaceAfter</c>: a space between
/// sentences, a blank line between paragraphs. Every paragraph is a block.
/// </summary>
public sealed record ConlluText(Document Document, ImmutableArray<TextSpan> Blocks, ImmutableArray<PlacedSentence> Sentences)
{
    public static ConlluText Restore(IEnumerable<ConlluSentence> sentences)
    {
        StringBuilder text = new();
        ImmutableArray<TextSpan>.Builder blocks = ImmutableArray.CreateBuilder<TextSpan>();
        ImmutableArray<PlacedSentence>.Builder placed = ImmutableArray.CreateBuilder<PlacedSentence>();
        int blockStart = 0;
        foreach (ConlluSentence sentence in sentences)
        {
            if (sentence.StartsParagraph && placed.Count > 0)
            {
                blocks.Add(new(blockStart, placed[^1].Span.End));
                while (text.Length > placed[^1].Span.End) text.Length--;
                text.Append("\n\n");
                blockStart = text.Length;
            }

            placed.Add(Place(sentence, text));
        }

        if (placed.Count > 0) blocks.Add(new(blockStart, placed[^1].Span.End));
        return new(new(text.ToString()), blocks.ToImmutable(), placed.ToImmutable());
    }

    private static PlacedSentence Place(ConlluSentence sentence, StringBuilder text)
    {
        int count = sentence.Words.Length;
        TextSpan[] words = new TextSpan[count];
        bool[] joined = new bool[count];
        int start = text.Length;
        int end = start;
        int range = 0;
        for (int i = 0; i < count;)
        {
            ConlluRow row = range < sentence.Ranges.Length && sentence.Ranges[range].First == i + 1 ? sentence.Ranges[range++] : sentence.Words[i];
            int last = row.Kind == ConlluRowKind.Range ? row.Last : i + 1;
            Divide(sentence, row, new(text.Length, text.Length + row.Form.Length), words.AsSpan(i, last - i), i);
            joined.AsSpan(i + 1, last - i - 1).Fill(true);
            text.Append(row.Form);
            end = text.Length;
            if (row.SpaceAfter) text.Append(' ');
            i = last;
        }

        return new(sentence, new(start, end), [.. words], [.. joined]);
    }

    private static void Divide(ConlluSentence sentence, ConlluRow row, TextSpan whole, Span<TextSpan> words, int first)
    {
        int at = whole.Start;
        bool adds = true;
        for (int i = 0; i < words.Length; i++)
        {
            string form = sentence.Words[first + i].Form;
            words[i] = new(at, at + form.Length);
            adds &= words.Length == 1 || (words[i].End <= whole.End && string.CompareOrdinal(row.Form, at - whole.Start, form, 0, form.Length) == 0);
            at += form.Length;
        }

        if (!adds || at != whole.End) words.Fill(whole);
    }
}
