namespace Dragoman.Language.Neural;

/// <summary>
/// Sentences of a document side by side on their way through the network, the longest first: the t-th words of those that have one stand in
/// neighbouring rows, filled up to a multiple of the kernels' block.
/// </summary>
internal sealed class SentenceBatch
{
    private readonly List<Sentence> _sentences = [];
    private int[] _starts = []; // the first row of each step, and the number of rows at the end

    public IReadOnlyList<Sentence> Sentences => _sentences;

    /// <summary>The words of the longest sentence.</summary>
    public int Steps { get; private set; }

    public int Rows { get; private set; }

    /// <summary>The words of all sentences together.</summary>
    public int Words { get; private set; }

    public int Row(int sentence, int word) => _starts[word] + sentence;

    /// <summary>How many rows the words number <paramref name="step"/> take.</summary>
    public int Width(int step) => _starts[step + 1] - _starts[step];

    public bool IsAlive(int sentence, int word) => sentence < _sentences.Count && word < _sentences[sentence].Length;

    /// <param name="sentences">The longest first.</param>
    public void Load(ReadOnlySpan<Sentence> sentences)
    {
        _sentences.Clear();
        (Steps, Words) = (sentences[0].Length, 0);
        foreach (Sentence sentence in sentences)
        {
            _sentences.Add(sentence);
            Words += sentence.Length;
        }

        if (_starts.Length <= Steps) _starts = new int[(2 * Steps) + 1];
        int alive = sentences.Length;
        int rows = 0;
        for (int step = 0; step < Steps; step++)
        {
            while (sentences[alive - 1].Length <= step) alive--;
            _starts[step] = rows;
            rows += IntegerProduct.Pad(alive);
        }

        _starts[Steps] = Rows = rows;
    }
}
