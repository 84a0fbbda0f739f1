namespace Dragoman.Language;

/// <summary>The universal part-of-speech tags of Universal Dependencies 2, in their order and spelling.</summary>
public enum Upos
{
    X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB,
}
