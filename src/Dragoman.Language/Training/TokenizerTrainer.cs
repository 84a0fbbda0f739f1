using Dragoman.Language.Models;
using Dragoman.Language.Tokenizing;

namespace Dragoman.Language.Training;

/// <summary>Trains the <see cref="Tokenizer"/> and the <see cref="SentenceSplitter"/> on restored treebank text.</summary>
internal sealed class TokenizerTrainer
{
    private const int MinimumUpdates = 2;

    private readonly Casing _casing;
    private readonly Abbreviations _abbreviations;
    private readonly Marks _marks;

    public TokenizerTrainer(Casing casing, Abbreviations abbreviations, Marks marks)
    {
        _casing = casing;
        _abbreviations = abbreviations;
        _marks = marks;
    }

    public Tokenizer TrainTokenizer(ConlluText text, int epochs, int seed)
    {
        Chunk[] chunks = [.. Chunks(text)];
        HashSet<uint> divided = CollectDivided(chunks);
        Perceptron perceptron = new(3);
        int[] scores = new int[3];
        uint[] keys = new uint[BoundaryFeatures.Maximum];
        foreach (Chunk chunk in Shuffled.Epochs(chunks, epochs, seed))
        {
            int last = 0;
            for (int at = 1; at < chunk.Text.Length; at++)
            {
                Boundary right = chunk.Boundaries[at];
                if (IsLookedAt(chunk.Text, at, divided))
                {
                    Span<uint> features = keys.AsSpan(0, BoundaryFeatures.Of(chunk.Text, last, at, _abbreviations, _casing, keys));
                    perceptron.Score(features, scores);
                    int chosen = LinearModel.Best(scores);
                    if (chosen == (int)right) perceptron.Keep();
                    else perceptron.Update(features, (int)right, chosen);
                }

                if (right != Boundary.None) last = at;
            }
        }

        return new(perceptron.Compile(MinimumUpdates), divided, _casing, _abbreviations, _marks);
    }

    public SentenceSplitter TrainSplitter(ConlluText text, int epochs, int seed)
    {
        (RawToken[] Tokens, HashSet<int> Ends)[] blocks = [.. Blocks(text)];
        Perceptron perceptron = new(2);
        int[] scores = new int[2];
        uint[] keys = new uint[SentenceFeatures.Maximum];
        string characters = text.Document.Text;
        foreach ((RawToken[] tokens, HashSet<int> ends) in Shuffled.Epochs(blocks, epochs, seed))
        {
            SentenceMemory memory = default;
            for (int i = 0; i + 1 < tokens.Length; i++)
            {
                memory.Take(characters.AsSpan(tokens[i].Start, tokens[i].Length), _marks);
                int right = ends.Contains(i + 1) ? 1 : 0;
                if (SentenceSplitter.MayEnd(characters, tokens, i, memory.Words, _marks))
                {
                    Span<uint> features = keys.AsSpan(0, SentenceFeatures.Of(new(characters, tokens, i, memory, _abbreviations, _casing), keys));
                    perceptron.Score(features, scores);
                    int chosen = scores[1] > scores[0] ? 1 : 0;
                    if (chosen == right) perceptron.Keep();
                    else perceptron.Update(features, right, chosen);
                }

                if (right == 1) memory = default;
            }
        }

        return new(perceptron.Compile(MinimumUpdates), _casing, _abbreviations, _marks);
    }

    private bool IsLookedAt(string chunk, int at, HashSet<uint> divided)
    {
        if (CharacterKind.IsInside(chunk, at)) return false;
        (int start, int end, bool letters) = RunAround(chunk, at);
        if (at >= end) return true;
        return letters && ((end < chunk.Length && _marks.Apostrophes.Contains(chunk[end])) || divided.Contains(StableHash.OfFolded(chunk.AsSpan(start, end - start), _casing)));
    }

    private HashSet<uint> CollectDivided(IEnumerable<Chunk> chunks)
    {
        HashSet<uint> divided = [];
        foreach (Chunk chunk in chunks)
        {
            for (int at = 1; at < chunk.Text.Length; at++)
            {
                if (chunk.Boundaries[at] == Boundary.None) continue;
                (int start, int end, bool letters) = RunAround(chunk.Text, at);
                if (letters && at < end) divided.Add(StableHash.OfFolded(chunk.Text.AsSpan(start, end - start), _casing));
            }
        }

        return divided;
    }

    /// <summary>The run of letters or digits that goes on across a place; empty at the place if none does.</summary>
    private static (int Start, int End, bool Letters) RunAround(string chunk, int at)
    {
        int start = 0;
        while (start < at)
        {
            (int end, bool letters) = Tokenizer.RunEnd(chunk, start);
            if (end > at) return (start, end, letters);
            start = Math.Max(end, start + 1);
        }

        return (at, at, false);
    }

    private static IEnumerable<Chunk> Chunks(ConlluText text)
    {
        Dictionary<int, Boundary> starts = [];
        foreach (PlacedSentence sentence in text.Sentences)
            for (int i = 0; i < sentence.Words.Length; i++) starts.TryAdd(sentence.Words[i].Start, sentence.Joined[i] ? Boundary.Word : Boundary.Token);
        string characters = text.Document.Text;
        for (int i = 0; i < characters.Length; i++)
        {
            if (char.IsWhiteSpace(characters[i])) continue;
            int start = i;
            while (i < characters.Length && !char.IsWhiteSpace(characters[i])) i++;
            yield return new(characters[start..i], [.. Enumerable.Range(start, i - start).Select(at => starts.GetValueOrDefault(at, Boundary.None))]);
        }
    }

    private static IEnumerable<(RawToken[] Tokens, HashSet<int> Ends)> Blocks(ConlluText text)
    {
        int next = 0;
        foreach (TextSpan block in text.Blocks)
        {
            List<RawToken> tokens = [];
            HashSet<int> ends = [];
            for (; next < text.Sentences.Length && text.Sentences[next].Span.Start < block.End; next++)
            {
                PlacedSentence sentence = text.Sentences[next];
                for (int i = 0; i < sentence.Words.Length; i++)
                    if (i == 0 || sentence.Words[i] != sentence.Words[i - 1]) tokens.Add(new(sentence.Words[i].Start, sentence.Words[i].End, sentence.Joined[i]));
                ends.Add(tokens.Count);
            }

            yield return ([.. tokens], ends);
        }
    }

    private sealed record Chunk(string Text, Boundary[] Boundaries);
}
