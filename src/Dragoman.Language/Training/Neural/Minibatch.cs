using System.Collections.Immutable;

namespace Dragoman.Language.Training.Neural;

/// <summary>
/// Sentences side by side: word t of sentence s stands in row <c>t · Width + s</c>. The width is a multiple of eight, the kernels' block;
/// rows beyond the end of a sentence are dead.
/// </summary>
internal sealed class Minibatch
{
    private readonly Dictionary<int, int> _numberOf = [];

    public IReadOnlyList<TrainingSentence> Sentences { get; private set; } = [];

    public int Width { get; private set; }

    public int Steps { get; private set; }

    public int Rows => Width * Steps;

    /// <summary>For each row 1 if it holds a word, otherwise 0.</summary>
    public float[] Alive { get; private set; } = [];

    /// <summary>For each row the place of its word in <see cref="Words"/>; 0 for dead rows.</summary>
    public int[] WordOf { get; private set; } = [];

    /// <summary>The different words of the batch, in the order of their first occurrence.</summary>
    public List<int> Words { get; } = [];

    public int Row(int sentence, int word) => (word * Width) + sentence;

    public void Load(IReadOnlyList<TrainingSentence> sentences)
    {
        Sentences = sentences;
        Width = Pad(sentences.Count);
        Steps = sentences.Count == 0 ? 0 : sentences.Max(sentence => sentence.Length);
        if (Alive.Length < Rows) (Alive, WordOf) = (new float[Rows + (Rows / 2)], new int[Rows + (Rows / 2)]);
        Alive.AsSpan(0, Rows).Clear();
        WordOf.AsSpan(0, Rows).Clear();
        Words.Clear();
        _numberOf.Clear();
        for (int s = 0; s < sentences.Count; s++)
        {
            ImmutableArray<int> words = sentences[s].Words;
            for (int t = 0; t < words.Length; t++)
            {
                Alive[Row(s, t)] = 1;
                WordOf[Row(s, t)] = NumberOf(words[t]);
            }
        }
    }

    public static int Pad(int rows) => (rows + MatrixProduct.Block - 1) / MatrixProduct.Block * MatrixProduct.Block;

    private int NumberOf(int word)
    {
        if (_numberOf.TryGetValue(word, out int number)) return number;
        _numberOf.Add(word, Words.Count);
        Words.Add(word);
        return Words.Count - 1;
    }
}
