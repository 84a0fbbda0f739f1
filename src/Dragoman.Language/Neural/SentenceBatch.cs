namespace Dragoman.Language.Neural;

/// <summary>
/// Sentences of a document side by side on their way through the network: word t of the s-th stands in row <c>t · Width + s</c>; the width is a
/// multiple of eight.
/// </summary>
internal sealed class SentenceBatch
{
    private readonly List<Sentence> _sentences = [];

    public IReadOnlyList<Sentence> Sentences => _sentences;

    public int Width { get; private set; }

    public int Steps { get; private set; }

    public int Rows => Width * Steps;

    /// <summary>The words of all sentences together.</summary>
    public int Words { get; private set; }

    public int Row(int sentence, int word) => (word * Width) + sentence;

    public bool IsAlive(int sentence, int word) => sentence < _sentences.Count && word < _sentences[sentence].Length;

    public void Load(ReadOnlySpan<Sentence> sentences)
    {
        _sentences.Clear();
        (Steps, Words) = (0, 0);
        foreach (Sentence sentence in sentences)
        {
            _sentences.Add(sentence);
            Steps = Math.Max(Steps, sentence.Length);
            Words += sentence.Length;
        }

        Width = (sentences.Length + IntegerProduct.Block - 1) / IntegerProduct.Block * IntegerProduct.Block;
    }
}
