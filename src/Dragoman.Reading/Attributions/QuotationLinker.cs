using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds the quotation that a cue introduces or follows: by place, since a tree says little about what stands in marks.</summary>
internal sealed class QuotationLinker(Discourse discourse, SourceFinder sources)
{
    private const int WidestGap = 25; // tokens of addressee, time and place between a cue and its quotation

    private const int ShortSentence = 8; // "Anna Dorn said." as a sentence of its own after a quotation

    private readonly AnnotatedDocument _text = discourse.Text;

    /// <summary>Index of the quotation that the cue introduces, or −1.</summary>
    public int After(CueHit cue)
    {
        int level = discourse.LevelOf(cue.Head);
        int gap = cue.Last + 1;
        while (gap < _text.Tokens.Length && gap <= cue.Last + WidestGap && !OpensHere(gap, level))
        {
            if (discourse.IsFinite(gap) || _text.Tokens[gap] is { Upos: Upos.VERB } verb && verb.Relation is not ("acl" or "amod" or "case" or "mark") || !discourse.IsInside(gap, level) || EndsBefore(cue, gap)) return -1;
            gap++;
        }

        if (gap >= _text.Tokens.Length || !OpensHere(gap, level)) return -1;
        int quotation = QuotationOpenedAt(gap, level);
        return quotation >= 0 && IsIntroduced(cue, gap) && IsUtterance(quotation, gap) ? quotation : -1;
    }

    /// <summary>Index of the quotation that the cue follows ("…," he said), or −1.</summary>
    public int Before(CueHit cue)
    {
        if (!cue.Pattern.Has(Takes.Aside) || discourse.IsIngForm(cue.Head)) return -1; // "…," he said, adding …: a participle introduces what follows it
        int level = discourse.LevelOf(cue.Head);
        int quotation = LastBefore(cue.Head, level);
        if (quotation < 0) return -1;
        int first = _text.TokenAt(discourse.Quotations.All[quotation].Outer.End);
        int last = _text.TokenAt(discourse.Quotations.All[quotation].Inner[^1].End - 1);
        if (_text.Sentences[_text.SentenceOf(last)].Block != _text.Sentences[_text.SentenceOf(cue.Head)].Block) return -1;
        if (!IsOpenEnded(quotation, first, cue) || !StandsAlone(quotation)) return -1;
        return IsCueClause(first, cue) ? quotation : -1;
    }

    /// <summary>Whether the words in marks are an utterance that starts a sentence or follows a pause; not the end of a clause that the cue reports.</summary>
    public bool StandsAlone(int quotation)
    {
        int before = PreviousWord(discourse.Quotations.All[quotation].Outer.Start);
        if (before < 0) return true;
        int opening = _text.TokenAt(discourse.Quotations.All[quotation].Inner[0].Start);
        if (opening >= _text.Tokens.Length || _text.SentenceOf(before) != _text.SentenceOf(opening)) return true;
        return discourse.IsPunctuation(before) || _text.Tokens[before].Upos is Upos.CCONJ || before < discourse.SentenceOf(opening).First;
    }

    /// <summary>The last token before an offset that is no quotation mark, or −1.</summary>
    private int PreviousWord(int offset)
    {
        int token = _text.TokenAt(offset) - 1;
        while (token >= 0 && _text.Tokens[token].Span.End > offset) token--;
        return token;
    }

    private bool OpensHere(int token, int level) => discourse.LevelOf(token) is >= 0 and var at && at != level && QuotationOpenedAt(token, level) >= 0;

    /// <summary>The child quotation of the level whose first word is the token, or −1.</summary>
    private int QuotationOpenedAt(int token, int level)
    {
        int quotation = discourse.LevelOf(token);
        while (quotation >= 0 && discourse.Quotations.All[quotation].Parent != level) quotation = discourse.Quotations.All[quotation].Parent;
        return quotation >= 0 && discourse.Quotations.All[quotation].Inner[0].Start == _text.Tokens[token].Span.Start ? quotation : -1;
    }

    /// <summary>Whether the sentence ends before the gap does, unless it ends by announcing ("He added:").</summary>
    private bool EndsBefore(CueHit cue, int gap) => _text.SentenceOf(gap) != _text.SentenceOf(cue.Head) && !IsAnnounced(gap);

    private bool IsAnnounced(int gap)
    {
        int before = gap - 1;
        while (before >= 0 && discourse.IsPunctuation(before) && _text.Tokens[before].Form is not ":") before--;
        return before >= 0 && _text.Tokens[before].Form is ":";
    }

    private bool IsIntroduced(CueHit cue, int gap)
    {
        int before = gap - 1;
        while (before > cue.Last && discourse.IsPunctuation(before) && !discourse.IsComma(before) && _text.Tokens[before].Form is not ":") before--;
        if (before <= cue.Last || discourse.IsPunctuation(before)) return true;
        Token token = _text.Tokens[before];
        if (discourse.Words.Complementizers.Contains(token.Lemma)) return true;
        bool isHearer = cue.Pattern.Has(Takes.Hearer) && token.Relation is "obj" or "iobj";
        return token.Head == cue.Head && (isHearer || token.Relation is "advmod" or "compound") && !discourse.IsFinite(gap);
    }

    /// <summary>Whether the quotation says the whole of it: it ends where the clause ends, or is a sentence in itself.</summary>
    private bool IsUtterance(int quotation, int first)
    {
        int next = _text.TokenAt(discourse.Quotations.All[quotation].Outer.End);
        if (next >= _text.Tokens.Length || _text.SentenceOf(next) != _text.SentenceOf(first)) return true;
        if (discourse.IsComplementizer(first - 1) || discourse.IsComplementizer(first - 2)) return discourse.IsPunctuation(next);
        if (discourse.IsPunctuation(next)) return true;
        for (int t = first; t < next; t++)
            if (discourse.IsFinite(t) && discourse.Child(Predicate(t), (token, _) => token.Relation is "nsubj" or "expl") is >= 0 and var subject && discourse.IsInside(subject, quotation)) return true;
        return false;
    }

    private int Predicate(int verb) => _text.Tokens[verb].Relation is "aux" or "cop" && _text.Tokens[verb].Head >= 0 ? _text.Tokens[verb].Head : verb;

    /// <summary>The bracket that closes the one at the token, within a few words; −1 if the token opens none.</summary>
    private int ClosingBracket(int token)
    {
        if (_text.Tokens[token].Form is not "(") return -1;
        for (int t = token + 1; t < _text.Tokens.Length && t < token + ShortSentence; t++)
            if (_text.Tokens[t].Form is ")") return t;
        return -1;
    }

    private int LastBefore(int token, int level)
    {
        int found = -1;
        for (int q = 0; q < discourse.Quotations.All.Length && discourse.Quotations.All[q].Outer.Start < _text.Tokens[token].Span.Start; q++)
            if (discourse.Quotations.All[q].Parent == level && discourse.Quotations.All[q].Outer.End <= _text.Tokens[token].Span.Start) found = q;
        return found;
    }

    /// <summary>Whether the quotation ends as one does before its cue: with a comma, a question or exclamation mark, a dash, or nothing.</summary>
    private bool IsOpenEnded(int quotation, int first, CueHit cue)
    {
        char last = _text.Document.Text[discourse.Quotations.All[quotation].Inner[^1].End - 1];
        if (last is not ('.' or '。')) return true;
        Sentence sentence = discourse.SentenceOf(cue.Head);
        return cue.Last + 2 >= sentence.End && sentence.End - first <= ShortSentence;
    }

    /// <summary>Whether the tokens between the quotation and the cue are its subject, adverbs and auxiliaries alone.</summary>
    private bool IsCueClause(int first, CueHit cue)
    {
        SourceFound source = sources.Find(cue);
        (int from, int to) = source.Head >= first && source.Head < cue.Head ? _text.Subtree(source.Head) : (cue.Head, cue.Head);
        if (cue.Head - first > WidestGap * 2) return false;
        int bracketed = 0;
        for (int t = first; t < cue.Head; t++)
        {
            if (t >= from && t < to) continue;
            if (ClosingBracket(t) is > 0 and var closing)
            {
                bracketed += closing - t + 1; // "Rep. Anna Dorn (N-Vestmark) said"
                t = closing;
                continue;
            }

            if (_text.Tokens[t].Form is ":" or ";" || discourse.IsSentenceEnd(t)) return false;
            if (discourse.IsFinite(t) && _text.Tokens[t].Relation is not "aux") return false;
        }

        return source.Head < first ? cue.Head - first - bracketed <= 3 : from - first - bracketed <= 6;
    }
}
