using System.Collections.Immutable;
using Dragoman.Language.Models;
using Dragoman.Language.Parsing;

namespace Dragoman.Language.Tagging;

/// <summary>Gives every word its lemma: from a list of what the rules get wrong, else by the edit script that suits its ending and its tag best.</summary>
internal sealed class Lemmatizer
{
    private readonly Labels _labels;
    private readonly ImmutableArray<EditScript> _scripts;
    private readonly LinearModel _model;
    private readonly Dictionary<uint, string> _exceptions;
    private readonly Casing _casing;
    private readonly StringPool _pool = new();

    public Lemmatizer(Labels scripts, LinearModel model, Dictionary<uint, string> exceptions, Casing casing)
    {
        _labels = scripts;
        _scripts = [.. scripts.Names.Select(EditScript.Parse)];
        _model = model;
        _exceptions = exceptions;
        _casing = casing;
    }

    public void Lemmatize(SentenceDraft draft)
    {
        Span<uint> keys = stackalloc uint[TagFeatures.Maximum];
        Span<int> scores = stackalloc int[_model.ClassCount];
        for (int i = 0; i < draft.Count; i++)
        {
            if (!_exceptions.TryGetValue(KeyOf(draft, i), out string? lemma))
            {
                int count = TagFeatures.OfLemma(draft, i, keys);
                _model.Score(keys[..count], scores);
                lemma = _scripts[Best(draft.Forms[i], scores)].Apply(draft.Forms[i], _casing, _pool);
            }

            draft.Lemmas[i] = lemma;
        }
    }

    /// <summary>The key of a word with its tag pair; capitals tell apart, for a name keeps them.</summary>
    public static uint KeyOf(SentenceDraft draft, int i) => StableHash.Add(StableHash.Add(StableHash.Of(draft.Forms[i]), 1), (uint)draft.Pairs[i]);

    private int Best(string form, ReadOnlySpan<int> scores)
    {
        int best = -1;
        for (int i = 0; i < scores.Length; i++)
            if ((best < 0 || scores[i] > scores[best]) && !_scripts[i].Replaces(form)) best = i;
        return Math.Max(best, 0);
    }

    public void Write(BinaryWriter output)
    {
        output.Write(_casing.Name);
        _labels.Write(output);
        _model.Write(output);
        output.Write(_exceptions.Count);
        foreach ((uint key, string lemma) in _exceptions.OrderBy(pair => pair.Key))
        {
            output.Write(key);
            output.Write(lemma);
        }
    }

    public static Lemmatizer Read(BinaryReader input)
    {
        string casing = input.ReadString();
        Labels labels = Labels.Read(input);
        LinearModel model = LinearModel.Read(input);
        int count = input.ReadInt32();
        Dictionary<uint, string> exceptions = new(count);
        for (int i = 0; i < count; i++) exceptions.Add(input.ReadUInt32(), input.ReadString());
        return new(labels, model, exceptions, Casing.All.First(known => known.Name == casing));
    }
}
