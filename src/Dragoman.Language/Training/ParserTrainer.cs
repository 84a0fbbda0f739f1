using Dragoman.Language.Models;
using Dragoman.Language.Parsing;
using Dragoman.Language.Tagging;

namespace Dragoman.Language.Training;

/// <summary>
/// Trains the <see cref="DependencyParser"/> with a dynamic oracle and exploration (Goldberg &amp; Nivre 2012), on tags predicted by
/// taggers that have not seen the sentence.
/// </summary>
internal sealed class ParserTrainer
{
    private const double Exploration = 0.9; // how often a wrong move is followed, from the second pass on
    private const int MinimumUpdates = 3;

    private readonly Labels _relations;
    private readonly Transitions _transitions;
    private readonly Casing _casing;
    private readonly SentenceDraft _draft = new();
    private readonly Configuration _state = new();

    public ParserTrainer(IReadOnlyList<TrainingSentence> sentences, Casing casing)
    {
        _relations = new(sentences.SelectMany(sentence => sentence.Deprels).Append("root").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        _transitions = new(_relations);
        _casing = casing;
    }

    /// <param name="sentences">Each with the number of the tagger that may tag it.</param>
    /// <param name="taggers">One for every part of the data.</param>
    public DependencyParser Train(IReadOnlyList<(TrainingSentence Sentence, int Part)> sentences, IReadOnlyList<Tagger> taggers, int epochs, int seed)
    {
        Perceptron perceptron = new(_transitions.Count);
        Random random = new(seed);
        int done = 0;
        (TrainingSentence, int, int[])[] tagged = [.. sentences.Select(item => (item.Sentence, item.Part, Projective.Lift(item.Sentence.Heads)))];
        foreach ((TrainingSentence sentence, int part, int[] heads) in Shuffled.Epochs(tagged, epochs, seed))
        {
            sentence.Fill(_draft, _casing);
            taggers[part].Tag(_draft);
            int[] labels = [.. sentence.Deprels.Select(_transitions.Find)];
            TrainOn(perceptron, new(_transitions, heads, labels), done >= tagged.Length ? Exploration : 0, random);
            done++;
        }

        return new(_relations, perceptron.Compile(MinimumUpdates));
    }

    private void TrainOn(Perceptron perceptron, Oracle oracle, double exploration, Random random)
    {
        Span<int> scores = stackalloc int[_transitions.Count];
        Span<uint> keys = stackalloc uint[ParseFeatures.Maximum];
        _state.Start(_draft.Count);
        while (!_state.IsFinal)
        {
            Span<uint> features = keys[..ParseFeatures.Of(_draft, _state, keys)];
            perceptron.Score(features, scores);
            int chosen = _transitions.Best(_state, scores);
            int right = oracle.Best(_state, scores);
            if (oracle.Cost(_state, chosen) <= oracle.Cost(_state, right))
            {
                perceptron.Keep();
                _transitions.Apply(_state, chosen);
                continue;
            }

            perceptron.Update(features, right, chosen);
            _transitions.Apply(_state, exploration > 0 && random.NextDouble() < exploration ? chosen : right);
        }
    }
}
