using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds an object with its second part: "accused Norland of delay", "asked Norland to wait", "called the talks useless".</summary>
internal sealed class PairedContent(Discourse discourse, ClauseContent clauses)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    /// <param name="cue">The cue.</param>
    /// <param name="pair">What it takes.</param>
    /// <param name="content">Its object, or −1.</param>
    public ContentFound? Find(CueHit cue, PairedComplement pair, int content)
    {
        string shape = pair.Second is PairedComplement.Infinitive ? "object and infinitive" : "object and second part";
        int second = SecondOf(cue, pair, content);
        if (second < 0) return ContentFound.Of(shape, ByOrder(cue, pair, content));
        return pair.Second is PairedComplement.Predicate && content < 0 && !LacksObject(cue.Head) ? null : ContentFound.Of(shape, new TokenRange(StartOf(cue, pair, content, second), (pair.Second is PairedComplement.Infinitive ? clauses.RangeOf(cue, second) : clauses.NominalRangeOf(cue, second)).End));
    }

    /// <summary>Whether a predicate may stand without its object: in a passive, a participle or a relative clause the object is elsewhere.</summary>
    private bool LacksObject(int verb) =>
        _text.Tokens[verb].Deprel is "acl" or "acl:relcl" || discourse.Child(verb, (token, _) => token.Deprel is "nsubj:pass" or "aux:pass") >= 0;

    private int SecondOf(CueHit cue, PairedComplement pair, int content)
    {
        if (pair.Second is PairedComplement.Predicate) return Dependent(cue, (token, at) => token.Relation is "xcomp" && !clauses.IsInfinitive(token, at));
        Func<Token, int, bool> fits = pair.Second is PairedComplement.Infinitive ? clauses.IsInfinitive : (token, at) => IsPhrase(token, at, pair.Second);
        int second = Dependent(cue, fits);
        if (second < 0 && content >= 0 && !(pair.ObjectIsHearer && pair.Second is not PairedComplement.Infinitive))
            second = discourse.Child(content, (token, at) => at > content && token.Relation is "nmod" or "acl" or "advcl" && fits(token, at));
        return second < 0 && pair.Second is PairedComplement.Infinitive ? Dependent(cue, (token, at) => token.Relation is "ccomp" or "xcomp" && InfinitiveMark(at) >= 0) : second;
    }

    private int Dependent(CueHit cue, Func<Token, int, bool> fits) => discourse.Child(cue.Head, (token, at) => at > cue.Last && fits(token, at));

    private bool IsPhrase(Token token, int at, string preposition) =>
        token.Relation is "obl" or "nmod" or "advcl" or "acl" or "xcomp" && discourse.MarkerOf(at, preposition) >= 0
        && discourse.Child(at, (child, _) => child.Relation is "nsubj") < 0;

    private int InfinitiveMark(int verb) => discourse.Child(verb, (token, _) => token.Upos is Upos.PART && token.Relation is "mark");

    private int StartOf(CueHit cue, PairedComplement pair, int content, int second)
    {
        int start = Math.Max(_text.Subtree(second).First, cue.Last + 1);
        if (!pair.ObjectIsHearer && content > cue.Last && content < second) return Math.Max(cue.Last + 1, _text.Subtree(content).First);
        if (pair.Second is PairedComplement.Infinitive) return Math.Max(start, InfinitiveMark(second));
        bool isPassive = discourse.Child(cue.Head, (token, _) => token.Deprel is "nsubj:pass") >= 0;
        return !pair.ObjectIsHearer && isPassive && pair.Second is not PairedComplement.Predicate ? discourse.AfterMarker(second, pair.Second) : start;
    }

    /// <summary>The object and its second part by the order of the words: for trees that hang the second part elsewhere.</summary>
    private TokenRange ByOrder(CueHit cue, PairedComplement pair, int content)
    {
        TokenRange after = content > cue.Last ? AfterObject(cue, content, pair.Second) : default;
        return after.IsEmpty && pair.Second is PairedComplement.Predicate ? Described(cue) : after;
    }

    private TokenRange AfterObject(CueHit cue, int content, string preposition)
    {
        (int first, int end) = _text.Subtree(content);
        int limit = discourse.SentenceOf(cue.Head).End;
        for (int t = content + 1; t <= Math.Min(end, limit - 1); t++)
        {
            if (!_text.Tokens[t].Lemma.Equals(preposition, StringComparison.OrdinalIgnoreCase) || _text.Tokens[t].Upos is not (Upos.ADP or Upos.SCONJ)) continue;
            return new(Math.Max(first, cue.Last + 1), NextPause(t + 1, limit, discourse.LevelOf(cue.Head)));
        }

        return default;
    }

    /// <summary>An object with a quotation that describes it, or two nominals in a row: what a predicate looks like in a tree that has none.</summary>
    private TokenRange Described(CueHit cue)
    {
        int first = cue.Last + 1;
        int limit = discourse.SentenceOf(cue.Head).End;
        int level = discourse.LevelOf(cue.Head);
        int end = NextPause(first, limit, level);
        if (end <= first || _text.Tokens[first].Upos is Upos.ADP or Upos.PART or Upos.ADV or Upos.PUNCT or Upos.SCONJ) return default;
        int nominals = 0;
        foreach (int child in _text.Children(cue.Head))
            if (child > cue.Last && child < end && _text.Tokens[child].Relation is "obj" or "iobj" or "xcomp") nominals++;
        int quoted = first;
        while (quoted < end && discourse.LevelOf(quoted) == level && !discourse.IsFinite(quoted)) quoted++;
        bool isQuoted = quoted < end && discourse.LevelOf(quoted) != level;
        return isQuoted || (quoted == end && nominals > 1) ? new(first, end) : default;
    }

    /// <summary>The next comma or sentence end at the level of quotation.</summary>
    private int NextPause(int from, int limit, int level)
    {
        int t = from;
        while (t < limit && (discourse.LevelOf(t) != level || !(discourse.IsComma(t) || discourse.IsSentenceEnd(t)))) t++;
        return t;
    }
}
