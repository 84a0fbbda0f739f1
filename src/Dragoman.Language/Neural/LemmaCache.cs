namespace Dragoman.Language.Neural;

/// <summary>
/// Makes lemmas: by the lexicon, or else by the script that the network chose. Keeps those made lately, so that a word that comes again makes no new
/// string. Belongs to one thread.
/// </summary>
internal sealed class LemmaCache
{
    private const int Capacity = 16384;

    private readonly NeuralModel _model;
    private readonly LemmaLexicon _lexicon;
    private readonly Dictionary<(string Form, Upos Upos, int Script), string> _lemmas = [];

    public LemmaCache(NeuralModel model, LemmaLexicon lexicon) => (_model, _lexicon) = (model, lexicon);

    public string Lemma(string form, Upos upos, int script)
    {
        if (_lemmas.TryGetValue((form, upos, script), out string? lemma)) return lemma;
        if (_lemmas.Count >= Capacity) _lemmas.Clear();
        lemma = (_lexicon.Find(form, upos) ?? _model.Scripts[script]).Apply(form, _model.Casing);
        _lemmas.Add((form, upos, script), lemma);
        return lemma;
    }
}
