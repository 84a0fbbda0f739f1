using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds content that is a nominal: an object, an object with its second part, the phrase of a preposition.</summary>
internal sealed class ObjectContent(Discourse discourse, ClauseContent clauses, CueLexicon lexicon)
{
    private readonly AnnotatedDocument _text = discourse.Text;
    private readonly PairedContent _pairs = new(discourse, clauses);

    public ContentFound? Find(CueHit cue)
    {
        int content = ObjectOf(cue);
        foreach (PairedComplement pair in cue.Pattern.Pairs)
            if (_pairs.Find(cue, pair, content) is { } found) return found;
        if (cue.Pattern.Has(Takes.Nominal) && content >= 0 && IsTold(content)) return ContentFound.Of("object", RangeOf(cue, content));
        if (cue.Pattern.Has(Takes.Nominal) && PrepositionalGerund(cue) is >= 0 and var gerund) return ContentFound.Of("gerund", clauses.RangeOf(cue, gerund));
        if (content >= 0 && OfKind(cue, _text.Tokens[content].Lemma) is { } kind) return ContentFound.Of(kind, RangeOf(cue, content));
        foreach (string preposition in cue.Pattern.Prepositions)
            if (PhraseOf(cue, preposition, content) is { IsEmpty: false } phrase) return ContentFound.Of("phrase", phrase);
        return null;
    }

    /// <summary>"claim" or "finding", if the cue takes an object of that kind and the noun is one; else null.</summary>
    private string? OfKind(CueHit cue, string noun)
    {
        if (cue.Pattern.Has(Takes.Claim) && lexicon.IsNoun(noun)) return "claim";
        return cue.Pattern.Has(Takes.Finding) && discourse.Words.Findings.Contains(noun) ? "finding" : null;
    }

    /// <summary>The object of the cue, the complement of its last preposition, or the subject of its passive; −1 if there is none.</summary>
    public int ObjectOf(CueHit cue)
    {
        if (_text.Tokens[cue.Last].Upos is Upos.ADP or Upos.SCONJ or Upos.ADV && cue.Last > cue.Head)
        {
            int complement = _text.Tokens[cue.Last].Head;
            if (complement > cue.Last && _text.Tokens[cue.Last].Relation is "case") return complement;
        }

        int content = discourse.Child(cue.Head, (token, at) => token.Relation is "obj" && at > cue.Last);
        if (content < 0) content = discourse.Child(cue.Noun, (token, at) => token.Relation is "nmod" && at > cue.Last && cue.Noun != cue.Head);
        return content;
    }

    private int PrepositionalGerund(CueHit cue) =>
        cue.Last > cue.Head && _text.Tokens[cue.Last] is { Upos: Upos.ADP or Upos.SCONJ } last && last.Relation is "mark" && last.Head > cue.Last ? last.Head : -1;

    /// <summary>Whether a nominal says enough to be the content: not a bare pronoun.</summary>
    private bool IsTold(int content) => _text.Tokens[content].Upos is not Upos.PRON || _text.Children(content).Length > 0;

    private TokenRange PhraseOf(CueHit cue, string preposition, int content)
    {
        int phrase = discourse.Child(cue.Head, (token, at) => at > cue.Last && token.Relation is "obl" or "nmod" or "advcl" && discourse.MarkerOf(at, preposition) >= 0);
        if (phrase < 0 && content >= 0) phrase = discourse.Child(content, (token, at) => at > cue.Last && token.Relation is "nmod" && discourse.MarkerOf(at, preposition) >= 0);
        return phrase < 0 ? default : new(discourse.AfterMarker(phrase, preposition), clauses.RangeOf(cue, phrase).End);
    }

    private TokenRange RangeOf(CueHit cue, int content)
    {
        TokenRange range = clauses.NominalRangeOf(cue, content);
        return new(Math.Max(range.First, cue.Last + 1), range.End);
    }
}
