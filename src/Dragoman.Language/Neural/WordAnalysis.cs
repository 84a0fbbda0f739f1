namespace Dragoman.Language.Neural;

/// <summary>What the parser says of a word.</summary>
/// <param name="Head">Index of the governor in the sentence; −1 for the root.</param>
/// <param name="Name">Label of <see cref="NameLabels"/>.</param>
internal readonly record struct WordAnalysis(Upos Upos, string Xpos, string Feats, string Lemma, int Head, string Deprel, int Name);
