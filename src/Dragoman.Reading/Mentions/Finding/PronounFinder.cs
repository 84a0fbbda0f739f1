using Dragoman.Language;
using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions.Finding;

/// <summary>Finds the pronouns that may refer to somebody.</summary>
internal sealed class PronounFinder(FoldedTokens tokens, MentionLexicon lexicon)
{
    private readonly AnnotatedDocument _text = tokens.Text;

    public IEnumerable<Candidate> Find()
    {
        for (int t = 0; t < tokens.Count; t++)
        {
            if (_text.Tokens[t].Upos is not (Upos.PRON or Upos.DET or Upos.SCONJ)) continue;
            if (lexicon.Pronoun(tokens.Key(t)) is not { } pronoun || _text.Tokens[t].Relation is "expl" or "mark") continue;
            if (pronoun.Use == PronounUse.Relative && RelativeVerb(t) < 0) continue;
            yield return new Candidate
            {
                First = t,
                End = t + 1,
                Head = t,
                Form = MentionForm.Pronoun,
                Name = _text.Tokens[t].Form,
                Pieces = [tokens.Key(t)],
                Plural = pronoun.Plural == true,
                Pronoun = pronoun,
                Why = "a pronoun",
            };
        }
    }

    /// <summary>The head of the relative clause that the pronoun stands in, or −1.</summary>
    private int RelativeVerb(int token)
    {
        for (int t = _text.Tokens[token].Head; t >= 0; t = _text.Tokens[t].Head)
            if (_text.Tokens[t].Deprel is "acl:relcl") return t;
        return -1;
    }
}
