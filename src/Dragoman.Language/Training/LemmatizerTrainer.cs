using Dragoman.Language.Models;
using Dragoman.Language.Parsing;
using Dragoman.Language.Tagging;

namespace Dragoman.Language.Training;

/// <summary>Trains the <see cref="Lemmatizer"/> on gold tags: edit scripts first, then the list of words that they get wrong.</summary>
internal sealed class LemmatizerTrainer
{
    private const int MinimumScriptCount = 3;
    private const int MinimumUpdates = 2;

    private readonly Labels _pairs;
    private readonly Casing _casing;
    private readonly SentenceDraft _draft = new();

    public LemmatizerTrainer(Labels pairs, Casing casing)
    {
        _pairs = pairs;
        _casing = casing;
    }

    public Lemmatizer Train(IReadOnlyList<TrainingSentence> sentences, int epochs, int seed)
    {
        Labels scripts = CollectScripts(sentences);
        Perceptron perceptron = new(scripts.Count);
        int[] scores = new int[scripts.Count];
        uint[] keys = new uint[TagFeatures.Maximum];
        foreach (TrainingSentence sentence in Shuffled.Epochs(sentences, epochs, seed))
        {
            Fill(sentence);
            for (int i = 0; i < sentence.Count; i++)
            {
                int right = scripts.Find(EditScript.Between(sentence.Forms[i], sentence.Lemmas[i], _casing).ToString());
                if (right < 0) continue;
                Span<uint> features = keys.AsSpan(0, TagFeatures.OfLemma(_draft, i, keys));
                perceptron.Score(features, scores);
                int chosen = Tagger.Best(scores);
                if (chosen == right) perceptron.Keep();
                else perceptron.Update(features, right, chosen);
            }
        }

        LinearModel model = perceptron.Compile(MinimumUpdates);
        return new(scripts, model, CollectExceptions(sentences, new(scripts, model, [], _casing)), _casing);
    }

    private Labels CollectScripts(IReadOnlyList<TrainingSentence> sentences) => new(sentences
        .SelectMany(sentence => sentence.Forms.Zip(sentence.Lemmas))
        .Select(pair => (Form: pair.First, Script: EditScript.Between(pair.First, pair.Second, _casing)))
        .Where(pair => !pair.Script.Replaces(pair.Form))
        .GroupBy(pair => pair.Script.ToString(), StringComparer.Ordinal)
        .Where(group => group.Count() >= MinimumScriptCount)
        .Select(group => group.Key).Append(default(EditScript) with { Add = "" } is var same ? same.ToString() : "")
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private Dictionary<uint, string> CollectExceptions(IReadOnlyList<TrainingSentence> sentences, Lemmatizer rules)
    {
        Dictionary<uint, Dictionary<string, int>> seen = [];
        Dictionary<uint, Dictionary<string, int>> ruled = [];
        foreach (TrainingSentence sentence in sentences)
        {
            Fill(sentence);
            rules.Lemmatize(_draft);
            for (int i = 0; i < sentence.Count; i++)
            {
                Count(seen, Lemmatizer.KeyOf(_draft, i), sentence.Lemmas[i]);
                Count(ruled, Lemmatizer.KeyOf(_draft, i), _draft.Lemmas[i]);
            }
        }

        return seen.Where(word => MostFrequent(word.Value) != MostFrequent(ruled[word.Key])).ToDictionary(word => word.Key, word => MostFrequent(word.Value));
    }

    private static void Count(Dictionary<uint, Dictionary<string, int>> counts, uint key, string lemma)
    {
        if (!counts.TryGetValue(key, out Dictionary<string, int>? lemmas)) counts.Add(key, lemmas = new(StringComparer.Ordinal));
        lemmas[lemma] = lemmas.GetValueOrDefault(lemma) + 1;
    }

    private static string MostFrequent(Dictionary<string, int> lemmas) =>
        lemmas.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;

    private void Fill(TrainingSentence sentence)
    {
        sentence.Fill(_draft, _casing);
        for (int i = 0; i < sentence.Count; i++) _draft.Pairs[i] = _pairs.Find(sentence.Pairs[i]);
    }
}
