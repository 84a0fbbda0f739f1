using Dragoman.Language.Models;

namespace Dragoman.Language.Tokenizing;

/// <summary>
/// Finds where sentences end among the words of a block: an averaged perceptron decides at every place where one could; a blank
/// line always ends one, and a closing quotation mark or bracket stays with the sentence it closes.
/// </summary>
internal sealed class SentenceSplitter
{
    private const int LongestDateline = 10; // words
    private const int LongestPlace = 6; // words of a dateline up to its agency in brackets
    private const int LongestEditorial = 3; // words that a bracketed remark of an editor may open

    private readonly LinearModel _model;
    private readonly Casing _casing;
    private readonly Abbreviations _abbreviations;
    private readonly Marks _marks;

    public SentenceSplitter(LinearModel model, Casing casing, Abbreviations abbreviations, Marks marks)
    {
        _model = model;
        _casing = casing;
        _abbreviations = abbreviations;
        _marks = marks;
    }

    /// <summary>Adds the end (index after the last word) of every sentence of a block's words to a list.</summary>
    public void Split(Document document, ReadOnlySpan<RawToken> tokens, List<int> ends)
    {
        Span<uint> keys = stackalloc uint[SentenceFeatures.Maximum];
        Span<int> scores = stackalloc int[2];
        ReadOnlySpan<char> text = document.Text;
        SentenceMemory memory = default;
        for (int i = 0; i < tokens.Length; i++)
        {
            memory.Take(text[tokens[i].Start..tokens[i].End], _marks);
            if (i + 1 < tokens.Length && !Ends(text, tokens, i, memory, keys, scores)) continue;
            ends.Add(i + 1);
            memory = default;
        }
    }

    private bool Ends(ReadOnlySpan<char> text, ReadOnlySpan<RawToken> tokens, int i, SentenceMemory memory, Span<uint> keys, Span<int> scores)
    {
        if (IsBlankLine(text[tokens[i].End..tokens[i + 1].Start])) return true;
        if (!MayEnd(text, tokens, i, memory.Words, _marks)) return false;
        int count = SentenceFeatures.Of(new(text, tokens, i, memory, _abbreviations, _casing), keys);
        _model.Score(keys[..count], scores);
        return scores[1] > scores[0];
    }

    /// <summary>
    /// Whether a sentence could end after a word at all: not inside a token, not before a mark that closes, not between two small
    /// words, not after a quotation that ends in a comma, not at a dash or a bracketed word but those of a dateline.
    /// </summary>
    /// <param name="length">Words of the sentence so far, with this one.</param>
    internal static bool MayEnd(ReadOnlySpan<char> text, ReadOnlySpan<RawToken> tokens, int i, int length, Marks marks)
    {
        RawToken last = tokens[i];
        RawToken next = tokens[i + 1];
        if (next.Joined) return false;
        char end = text[last.End - 1];
        char start = text[next.Start];
        bool gap = next.Start > last.End;
        if (!gap && (marks.Closing.Contains(start) || char.IsLetterOrDigit(end))) return false;
        if (text[last.End..next.Start].Contains('\n')) return true;
        if (IsInserted(text, tokens[..(i + 1)], length, marks)) return false;
        if (marks.EndingQuotes.Contains(end) && i > 0 && tokens[i - 1].End == last.Start && !marks.Ending.Contains(text[last.Start - 1])) return false;
        return !(char.IsLower(start) && (char.IsLetterOrDigit(end) || marks.Commas.Contains(end)));
    }

    /// <summary>Whether the words end in a dash or a bracketed word within a sentence: "the Vestmark Army (VA)", "our friends [in]".</summary>
    private static bool IsInserted(ReadOnlySpan<char> text, ReadOnlySpan<RawToken> words, int length, Marks marks)
    {
        char end = text[words[^1].End - 1];
        if (marks.Dashes.Contains(end)) return words[^1].Length <= 2 && length > LongestDateline;
        int least = marks.EditorialBrackets.Contains(end) ? LongestEditorial : LongestPlace;
        return marks.ClosingBrackets.Contains(end) && length > least && IsGloss(text, words[..^1], marks);
    }

    /// <summary>Whether the words end in an opening bracket and one word, after a word.</summary>
    private static bool IsGloss(ReadOnlySpan<char> text, ReadOnlySpan<RawToken> before, Marks marks)
    {
        if (before.Length < 3 || !marks.OpeningBrackets.Contains(text[before[^2].Start]) || !char.IsLetter(text[before[^1].Start])) return false;
        return char.IsLetter(text[before[^3].End - 1]);
    }

    private static bool IsBlankLine(ReadOnlySpan<char> gap) => gap.Length > 1 && gap.Count('\n') > 1;

    public void Write(BinaryWriter output)
    {
        output.Write(_casing.Name);
        _model.Write(output);
    }

    public static SentenceSplitter Read(BinaryReader input, Abbreviations abbreviations, Marks marks)
    {
        string casing = input.ReadString();
        return new(LinearModel.Read(input), Casing.All.First(known => known.Name == casing), abbreviations, marks);
    }
}
