using System.Runtime.InteropServices;

namespace Dragoman.Language.Neural;

/// <summary>
/// Finds the names of a document from the network's scores of its words. A name is of one type throughout a document, and a surname follows the full
/// name: what the network thinks of a capitalised word is drawn towards what it thinks of that word elsewhere in the document. Keeps its buffers;
/// belongs to one thread.
/// </summary>
internal sealed class NameReader
{
    private const int Kinds = NameLabels.Types + 1; // outside, then the types
    private const float Pull = 0.5f; // 0: each word by itself; 1: the document's mean alone
    private const float Least = 1e-4f;

    private readonly NameDecoder _decoder = new();
    private readonly Dictionary<string, int> _placeOf = new(StringComparer.Ordinal);
    private float[] _scores = [];
    private float[] _shares = []; // of each word that of each kind
    private float[] _sums = []; // of each capitalised form, in the order of first occurrence
    private int[] _counts = [];
    private int[] _places = []; // of each word that of its form; −1 if it has none
    private int[] _labels = [];

    /// <summary>Makes room for the scores of a document.</summary>
    public void Begin(int words)
    {
        if (_labels.Length >= words) return;
        int size = Math.Max(words, 2 * _labels.Length);
        (_scores, _shares, _sums) = (new float[size * NameLabels.Count], new float[size * Kinds], new float[size * Kinds]);
        (_counts, _places, _labels) = (new int[size], new int[size], new int[size]);
    }

    /// <summary>The scores of a word's labels, to be written before <see cref="Read"/>.</summary>
    public Span<float> ScoresOf(int word) => _scores.AsSpan(word * NameLabels.Count, NameLabels.Count);

    /// <param name="results">Receives the labels of the sentences' words.</param>
    public void Read(ReadOnlySpan<string> forms, ReadOnlySpan<Sentence> sentences, Span<WordAnalysis> results)
    {
        Collect(forms);
        for (int word = 0; word < forms.Length; word++)
            if (_places[word] >= 0 && _counts[_places[word]] > 1) Draw(word);
        foreach (Sentence sentence in sentences)
        {
            _decoder.Decode(_scores.AsSpan(sentence.First * NameLabels.Count), sentence.Length, _labels);
            for (int t = 0; t < sentence.Length; t++) results[sentence.First + t] = results[sentence.First + t] with { Name = _labels[t] };
        }
    }

    /// <summary>Sums the shares of each capitalised form.</summary>
    private void Collect(ReadOnlySpan<string> forms)
    {
        _placeOf.Clear();
        for (int word = 0; word < forms.Length; word++)
        {
            _places[word] = -1;
            if (!char.IsUpper(forms[word], 0)) continue;
            ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(_placeOf, forms[word], out bool known);
            if (!known)
            {
                place = _placeOf.Count - 1;
                _counts[place] = 0;
                _sums.AsSpan(place * Kinds, Kinds).Clear();
            }

            _places[word] = place;
            _counts[place]++;
            Span<float> shares = Share(word);
            for (int kind = 0; kind < Kinds; kind++) _sums[(place * Kinds) + kind] += shares[kind];
        }
    }

    /// <summary>Which share of the scores' exponentials each kind has.</summary>
    private Span<float> Share(int word)
    {
        ReadOnlySpan<float> scores = ScoresOf(word);
        Span<float> shares = _shares.AsSpan(word * Kinds, Kinds);
        float largest = System.Numerics.Tensors.TensorPrimitives.Max(scores);
        shares.Clear();
        float sum = 0;
        for (int label = 0; label < scores.Length; label++)
        {
            float share = MathF.Exp(scores[label] - largest);
            shares[label == NameLabels.Outside ? 0 : 1 + (int)NameLabels.TypeOf(label)] += share;
            sum += share;
        }

        for (int kind = 0; kind < Kinds; kind++) shares[kind] /= sum;
        return shares;
    }

    private void Draw(int word)
    {
        int place = _places[word];
        Span<float> scores = ScoresOf(word);
        for (int kind = 0; kind < Kinds; kind++)
        {
            float mean = _sums[(place * Kinds) + kind] / _counts[place];
            float pull = Pull * (MathF.Log(mean + Least) - MathF.Log(_shares[(word * Kinds) + kind] + Least));
            if (kind == 0) scores[NameLabels.Outside] += pull;
            else for (int label = NameLabels.First((NameType)(kind - 1)); label <= NameLabels.Only((NameType)(kind - 1)); label++) scores[label] += pull;
        }
    }
}
