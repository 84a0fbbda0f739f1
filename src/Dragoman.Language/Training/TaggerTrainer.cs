using System.Collections.Immutable;
using Dragoman.Language.Models;
using Dragoman.Language.Parsing;
using Dragoman.Language.Tagging;

namespace Dragoman.Language.Training;

/// <summary>Trains the <see cref="Tagger"/>: tag pairs from left to right on its own predictions, then morphology.</summary>
internal sealed class TaggerTrainer
{
    private const int UnambiguousCount = 20; // a word seen so often with one tag pair only …
    private const double UnambiguousShare = 0.998; // … or nearly so needs no model
    private const int MinimumUpdates = 2;

    private readonly Labels _pairs;
    private readonly Casing _casing;
    private readonly SentenceDraft _draft = new();

    /// <param name="pairs">The tag pairs of the whole training data, so that taggers of parts of it agree on their numbers.</param>
    public TaggerTrainer(Labels pairs, Casing casing)
    {
        _pairs = pairs;
        _casing = casing;
    }

    public Tagger Train(IReadOnlyList<TrainingSentence> sentences, int epochs, int seed)
    {
        TagLexicon lexicon = Collect(sentences);
        LinearModel pairModel = TrainPairs(sentences, lexicon, epochs, seed);
        (MorphologyTable morphology, LinearModel morphologyModel) = TrainMorphology(sentences, epochs, seed);
        return new(_pairs, lexicon, pairModel, morphology, morphologyModel);
    }

    private TagLexicon Collect(IReadOnlyList<TrainingSentence> sentences)
    {
        Dictionary<uint, int[]> counts = [];
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++)
            {
                uint form = WordHashes.Of(sentence.Forms[i], _casing).Form;
                if (!counts.TryGetValue(form, out int[]? ofPairs)) counts.Add(form, ofPairs = new int[_pairs.Count]);
                ofPairs[_pairs.Find(sentence.Pairs[i])]++;
            }
        }

        return new(counts.ToDictionary(pair => pair.Key, pair => Summarise(pair.Value)));
    }

    private static TagLexicon.Entry Summarise(int[] counts)
    {
        int total = counts.Sum();
        int best = Array.IndexOf(counts, counts.Max());
        uint set = 7;
        for (int pair = 0; pair < counts.Length; pair++)
            if (counts[pair] * 20 >= total) set = StableHash.Add(set, (uint)pair);
        bool single = total >= UnambiguousCount && counts[best] >= total * UnambiguousShare;
        return new(set, single ? best : -1);
    }

    private LinearModel TrainPairs(IReadOnlyList<TrainingSentence> sentences, TagLexicon lexicon, int epochs, int seed)
    {
        Perceptron perceptron = new(_pairs.Count);
        int[] scores = new int[_pairs.Count];
        uint[] keys = new uint[TagFeatures.Maximum];
        foreach (TrainingSentence sentence in Shuffled.Epochs(sentences, epochs, seed))
        {
            sentence.Fill(_draft, _casing);
            for (int i = 0; i < sentence.Count; i++)
            {
                int only = lexicon.OnlyPairOf(_draft.Hashes[i].Form);
                if (only >= 0)
                {
                    _draft.Pairs[i] = only;
                    continue;
                }

                Span<uint> features = keys.AsSpan(0, TagFeatures.OfPair(_draft, lexicon, i, keys));
                perceptron.Score(features, scores);
                int right = _pairs.Find(sentence.Pairs[i]);
                int chosen = Tagger.Best(scores);
                if (chosen == right) perceptron.Keep();
                else perceptron.Update(features, right, chosen);
                _draft.Pairs[i] = chosen;
            }
        }

        return perceptron.Compile(MinimumUpdates);
    }

    private (MorphologyTable Table, LinearModel Model) TrainMorphology(IReadOnlyList<TrainingSentence> sentences, int epochs, int seed)
    {
        MorphologyTable table = CollectMorphology(sentences);
        ImmutableArray<TagPair> pairs = [.. _pairs.Names.Select(TagPair.Parse)];
        Perceptron perceptron = new(table.Names.Length);
        int[] scores = new int[table.Names.Length];
        uint[] keys = new uint[TagFeatures.Maximum];
        foreach (TrainingSentence sentence in Shuffled.Epochs(sentences, epochs, seed))
        {
            sentence.Fill(_draft, _casing);
            for (int i = 0; i < sentence.Count; i++)
            {
                _draft.Pairs[i] = _pairs.Find(sentence.Pairs[i]);
                _draft.Upos[i] = pairs[_draft.Pairs[i]].Upos;
            }

            for (int i = 0; i < sentence.Count; i++)
            {
                ReadOnlySpan<int> candidates = table.Of(_draft.Pairs[i]);
                if (candidates.Length == 1) continue;
                Span<uint> features = keys.AsSpan(0, TagFeatures.OfMorphology(_draft, i, keys));
                perceptron.Score(features, scores);
                int right = table.Find(sentence.Feats[i]);
                int chosen = MorphologyTable.Best(candidates, scores);
                if (chosen == right) perceptron.Keep();
                else perceptron.Update(features, right, chosen);
            }
        }

        return (table, perceptron.Compile(MinimumUpdates));
    }

    private MorphologyTable CollectMorphology(IReadOnlyList<TrainingSentence> sentences)
    {
        Labels sets = new(sentences.SelectMany(sentence => sentence.Feats).Append("").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        int[][] counts = [.. Enumerable.Range(0, _pairs.Count).Select(_ => new int[sets.Count])];
        foreach (TrainingSentence sentence in sentences)
            for (int i = 0; i < sentence.Count; i++) counts[_pairs.Find(sentence.Pairs[i])][sets.Find(sentence.Feats[i])]++;
        int[][] ofPair = [.. counts.Select(row => Enumerable.Range(0, sets.Count).Where(set => row[set] > 0)
            .OrderByDescending(set => row[set]).ThenBy(set => set).DefaultIfEmpty(sets.Find("")).ToArray())];
        return new(sets, ofPair);
    }
}
