using System.Text;
using Dragoman.Language.Training;

namespace Dragoman.Language.Evaluation;

/// <summary>A word as the metric sees it: its place among all characters of the text but white space, and its analysis.</summary>
/// <param name="Span">That of the whole token for a word of a range.</param>
/// <param name="Head">Index of the head among all words of the text; −1 for the root.</param>
internal sealed record UdUnit(TextSpan Span, bool InRange, ConlluRow Row, int Head);

/// <summary>A text as the metric sees it.</summary>
internal sealed class UdSide
{
    private readonly StringBuilder _characters = new();

    public UdSide(IEnumerable<ConlluSentence> sentences)
    {
        foreach (ConlluSentence sentence in sentences) Add(sentence);
        Characters = _characters.ToString();
    }

    public string Characters { get; }

    public List<TextSpan> Sentences { get; } = [];

    public List<TextSpan> Tokens { get; } = [];

    public List<UdUnit> Words { get; } = [];

    private void Add(ConlluSentence sentence)
    {
        int start = _characters.Length;
        int firstWord = Words.Count;
        int range = 0;
        for (int i = 0; i < sentence.Words.Length;)
        {
            bool inRange = range < sentence.Ranges.Length && sentence.Ranges[range].First == i + 1;
            ConlluRow row = inRange ? sentence.Ranges[range++] : sentence.Words[i];
            int tokenStart = _characters.Length;
            foreach (char c in row.Form)
                if (!char.IsWhiteSpace(c)) _characters.Append(c);
            TextSpan span = new(tokenStart, _characters.Length);
            Tokens.Add(span);
            for (int last = inRange ? row.Last : i + 1; i < last; i++)
            {
                ConlluRow word = sentence.Words[i];
                Words.Add(new(span, inRange, word, word.Head <= 0 ? -1 : firstWord + word.Head - 1));
            }
        }

        Sentences.Add(new(start, _characters.Length));
    }
}
