namespace Dragoman.Language.Neural;

/// <summary>The lemmas made lately, so that a word that comes again makes no new string. Belongs to one thread.</summary>
internal sealed class LemmaCache
{
    private const int Capacity = 16384;

    private readonly NeuralModel _model;
    private readonly Dictionary<(string Form, int Script), string> _lemmas = [];

    public LemmaCache(NeuralModel model) => _model = model;

    public string Lemma(string form, int script)
    {
        if (_lemmas.TryGetValue((form, script), out string? lemma)) return lemma;
        if (_lemmas.Count >= Capacity) _lemmas.Clear();
        lemma = _model.Scripts[script].Apply(form, _model.Casing);
        _lemmas.Add((form, script), lemma);
        return lemma;
    }
}
