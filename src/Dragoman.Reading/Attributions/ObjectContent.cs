using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds content that is a nominal: an object, an object with its second part, the phrase of a preposition.</summary>
internal sealed class ObjectContent(Discourse discourse, ClauseContent clauses, CueLexicon lexicon)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    public ContentFound? Find(CueHit cue)
    {
        int content = ObjectOf(cue);
        foreach (PairedComplement pair in cue.Pattern.Pairs)
            if (Paired(cue, pair, content) is { } found) return found;
        if (cue.Pattern.Has(Takes.Nominal) && content >= 0 && IsTold(content)) return ContentFound.Of("object", RangeOf(cue, content));
        if (cue.Pattern.Has(Takes.Nominal) && PrepositionalGerund(cue) is >= 0 and var gerund) return ContentFound.Of("gerund", clauses.RangeOf(cue, gerund));
        if (cue.Pattern.Has(Takes.Claim) && content >= 0 && lexicon.IsNoun(_text.Tokens[content].Lemma)) return ContentFound.Of("claim", RangeOf(cue, content));
        foreach (string preposition in cue.Pattern.Prepositions)
            if (PhraseOf(cue, preposition, content) is { IsEmpty: false } phrase) return ContentFound.Of("phrase", phrase);
        return null;
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

    private ContentFound? Paired(CueHit cue, PairedComplement pair, int content)
    {
        bool isPassive = discourse.Child(cue.Head, (token, _) => token.Deprel is "nsubj:pass" or "aux:pass") >= 0 || _text.Tokens[cue.Head].Deprel is "acl";
        int second = pair.Second switch
        {
            "inf" => Second(cue, content, clauses.IsInfinitive, withSubject: true),
            "pred" => Second(cue, content, (token, at) => token.Relation is "xcomp" && !clauses.IsInfinitive(token, at), withSubject: false),
            _ => Second(cue, content, (token, at) => token.Relation is "obl" or "nmod" or "advcl" or "acl" or "xcomp" && Marker(at, pair.Second) >= 0
                && discourse.Child(at, (child, _) => child.Relation is "nsubj") < 0, withSubject: false, isHearer: pair.ObjectIsHearer),
        };
        if (second < 0 && content > cue.Last && AfterObject(cue, content, pair.Second) is { IsEmpty: false } rest) return ContentFound.Of("object and second part", rest);
        if (second < 0 && pair.Second is "pred" && Described(cue) is { IsEmpty: false } described) return ContentFound.Of("object and second part", described);
        if (second < 0 || (pair.Second is "pred" && content < 0 && !isPassive && _text.Tokens[cue.Head].Deprel is not "acl:relcl")) return null;
        int start = Math.Max(_text.Subtree(second).First, cue.Last + 1);
        int end = clauses.RangeOf(cue, second).End;
        bool takesObject = !pair.ObjectIsHearer && content > cue.Last && content < second;
        int passive = discourse.Child(cue.Head, (token, _) => token.Deprel is "nsubj:pass");
        if (takesObject) start = Math.Max(cue.Last + 1, _text.Subtree(content).First);
        else if (pair.Second is "inf" && InfinitiveMark(second) is > 0 and var mark) start = Math.Max(start, mark);
        else if (!pair.ObjectIsHearer && passive >= 0 && pair.Second is not "inf" and not "pred") start = AfterMarker(second, pair.Second);
        return ContentFound.Of(pair.Second is "inf" ? "object and infinitive" : "object and second part", new TokenRange(start, end));
    }

    /// <summary>An object with a quotation that describes it, or two nominals in a row: what a predicate looks like in a tree that has none.</summary>
    private TokenRange Described(CueHit cue)
    {
        int level = discourse.LevelOf(cue.Head);
        int limit = discourse.SentenceOf(cue.Head).End;
        bool isQuoted = false;
        int end = cue.Last + 1;
        for (; end < limit && (discourse.LevelOf(end) != level || !(discourse.IsComma(end) || discourse.IsSentenceEnd(end))); end++)
        {
            if (discourse.LevelOf(end) != level) isQuoted = true;
            else if (!isQuoted && discourse.IsFinite(end)) return default;
        }

        int nominals = 0;
        foreach (int child in _text.Children(cue.Head))
            if (child > cue.Last && child < end && _text.Tokens[child].Relation is "obj" or "iobj" or "xcomp") nominals++;
        bool startsAtOnce = end > cue.Last + 1 && _text.Tokens[cue.Last + 1].Upos is not (Upos.ADP or Upos.PART or Upos.ADV or Upos.PUNCT or Upos.SCONJ);
        return startsAtOnce && (isQuoted || nominals > 1) ? new(cue.Last + 1, end) : default;
    }

    /// <summary>The object with what its preposition introduces, by the order of the words: for trees that hang it elsewhere.</summary>
    private TokenRange AfterObject(CueHit cue, int content, string preposition)
    {
        (int first, int end) = _text.Subtree(content);
        int limit = discourse.SentenceOf(cue.Head).End;
        for (int t = content + 1; t <= Math.Min(end, limit - 1); t++)
        {
            if (!_text.Tokens[t].Lemma.Equals(preposition, StringComparison.OrdinalIgnoreCase) || _text.Tokens[t].Upos is not (Upos.ADP or Upos.SCONJ)) continue;
            int stop = t + 1;
            while (stop < limit && (!discourse.IsComma(stop) || discourse.LevelOf(stop) != discourse.LevelOf(cue.Head))) stop++;
            return new(Math.Max(first, cue.Last + 1), stop);
        }

        return default;
    }

    private int Second(CueHit cue, int content, Func<Token, int, bool> fits, bool withSubject, bool isHearer = false)
    {
        int second = discourse.Child(cue.Head, (token, at) => at > cue.Last && fits(token, at));
        if (second < 0 && content >= 0 && !isHearer) second = discourse.Child(content, (token, at) => at > content && token.Relation is "nmod" or "acl" or "advcl" && fits(token, at));
        if (second >= 0 || !withSubject) return second;
        return discourse.Child(cue.Head, (token, at) => at > cue.Last && token.Relation is "ccomp" or "xcomp" && HasInfinitiveMark(at));
    }

    private bool HasInfinitiveMark(int at) => InfinitiveMark(at) >= 0;

    private int InfinitiveMark(int verb) => discourse.Child(verb, (token, _) => token.Upos is Upos.PART && token.Relation is "mark");

    private int Marker(int complement, string preposition) => discourse.Child(complement, (token, _) =>
        token.Relation is "case" or "mark" && token.Lemma.Equals(preposition, StringComparison.OrdinalIgnoreCase));

    private int AfterMarker(int complement, string preposition) => Marker(complement, preposition) is >= 0 and var marker ? marker + 1 : _text.Subtree(complement).First;

    private TokenRange PhraseOf(CueHit cue, string preposition, int content)
    {
        int phrase = discourse.Child(cue.Head, (token, at) => at > cue.Last && token.Relation is "obl" or "nmod" or "advcl" && Marker(at, preposition) >= 0);
        if (phrase < 0 && content >= 0) phrase = discourse.Child(content, (token, at) => at > cue.Last && token.Relation is "nmod" && Marker(at, preposition) >= 0);
        return phrase < 0 ? default : new(AfterMarker(phrase, preposition), clauses.RangeOf(cue, phrase).End);
    }

    private TokenRange RangeOf(CueHit cue, int content)
    {
        TokenRange range = clauses.RangeOf(cue, content);
        return new(Math.Max(range.First, cue.Last + 1), range.End);
    }
}
