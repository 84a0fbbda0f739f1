using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>
/// Finds the clause that a cue governs: a finite complement, an infinitive, a gerund. The tree gives the clause; where it gives none, the words
/// that follow a complementizer do. Punctuation and further cues correct its end, because attachment is what parsers get wrong most.
/// </summary>
internal sealed class ClauseContent(Discourse discourse)
{
    private readonly AnnotatedDocument _text = discourse.Text;
    private readonly ClauseExtension _extension = new(discourse);
    private readonly ClauseStart _start = new(discourse);

    public ContentFound? Find(CueHit cue, SourceFound source)
    {
        if (cue.Pattern.Has(Takes.Clause))
        {
            int clause = FiniteComplement(cue);
            if (clause >= 0) return ContentFound.Of("clause", RangeOf(cue, clause));
            if (AfterComplementizer(cue) is { IsEmpty: false } after) return ContentFound.Of("words after the complementizer", after);
        }

        if (cue.Pattern.Has(Takes.Infinitive) && Dependent(cue, IsInfinitive) is >= 0 and var infinitive) return ContentFound.Of("infinitive", RangeOf(cue, infinitive));
        if (cue.Pattern.Has(Takes.Gerund) && Dependent(cue, IsGerund) is >= 0 and var gerund) return ContentFound.Of("gerund", RangeOf(cue, gerund));
        return cue.Pattern.Has(Takes.Clause) && cue.Pattern.IsSpeech && source.Head < cue.Head ? ContentFound.Of("words after the cue", WordsAfter(cue)) : null;
    }

    /// <summary>What follows a verb of saying up to the end, if it starts at once and holds a clause: a clause that the tree attached elsewhere.</summary>
    private TokenRange WordsAfter(CueHit cue)
    {
        int end = discourse.SentenceOf(cue.Head).End;
        if (cue.Last + 1 >= end || discourse.IsPunctuation(cue.Last + 1) || _text.Tokens[cue.Last + 1].Upos is Upos.ADP or Upos.CCONJ) return default;
        TokenRange after = new(cue.Last + 1, EndOf(cue, cue.Head, end));
        for (int t = after.First; t < after.End; t++)
        {
            if (discourse.IsComma(t) || _text.Tokens[t].Relation is "mark") return default;
            if (discourse.IsFinite(t)) return IsRelative(t) ? default : after;
        }

        return default;
    }

    private bool IsRelative(int verb)
    {
        int clause = _text.Tokens[verb].Relation is "aux" or "cop" ? _text.Tokens[verb].Head : verb;
        return clause >= 0 && _text.Tokens[clause].Deprel is "acl:relcl" && IsClause(clause); // without a subject of its own it has lost it to the cue
    }

    /// <summary>The range of a dependent clause to the right of the cue: without its complementizer, to where the next cue or the quotation ends it.</summary>
    public TokenRange RangeOf(CueHit cue, int clause)
    {
        (int first, int end) = _text.Subtree(clause);
        first = Math.Max(first, cue.Last + 1);
        end = _extension.EndOf(cue, Math.Max(first, end));
        return new(AfterMarker(_start.Of(cue, first, clause), end), EndOf(cue, clause, end));
    }

    /// <summary>The range of a nominal (or a nominal and its second part) that the cue governs: up to where a circumstance of the saying begins.</summary>
    public TokenRange NominalRangeOf(CueHit cue, int head)
    {
        TokenRange range = RangeOf(cue, head);
        for (int t = Math.Max(head, range.First) + 1; t < range.End; t++)
            if (IsCircumstance(cue, head, t)) return new(range.First, t);
        return range;
    }

    /// <summary>Whether a phrase of time or occasion begins here that tells of the saying: "… during a visit", "… in a statement on Thursday".</summary>
    private bool IsCircumstance(CueHit cue, int content, int marker)
    {
        Token token = _text.Tokens[marker];
        if (token.Relation is not ("case" or "mark" or "advmod") || token.Head < 0 || discourse.LevelOf(marker) != discourse.LevelOf(cue.Head)) return false;
        int governor = _text.Tokens[token.Head].Head;
        if (discourse.Words.Circumstances.Contains(token.Lemma)) return governor == cue.Head || (governor == content && token.Relation is "case");
        return governor == cue.Head && discourse.Words.VenuePrepositions.Contains(token.Lemma) && discourse.Words.Venues.Contains(_text.Tokens[token.Head].Lemma);
    }

    public bool IsInfinitive(Token token, int at) =>
        token.Relation is "xcomp" or "advcl" or "acl" or "ccomp" && discourse.Child(at, (child, c) => child.Upos is Upos.PART && child.Relation is "mark" && c < at) >= 0
        && discourse.Child(at, (child, _) => child.Relation is "nsubj") < 0;

    private bool IsGerund(Token token, int at) => token.Relation is "xcomp" or "ccomp" or "advcl" && discourse.IsIngForm(at) && !discourse.IsComma(at - 1);

    private int FiniteComplement(CueHit cue)
    {
        int complement = Dependent(cue, (token, at) => token.Relation is "ccomp" && !IsInfinitive(token, at) && !IsAside(at));
        if (complement >= 0 || cue.Noun == cue.Head) return complement >= 0 ? complement : LooseComplement(cue);
        complement = discourse.Child(cue.Noun, (token, at) => at > cue.Last && token.Relation is "acl" or "ccomp" or "advcl" && IsClause(at));
        return complement >= 0 ? complement : LooseComplement(cue);
    }

    /// <summary>A clause with a subject of its own that follows at once but was attached otherwise.</summary>
    private int LooseComplement(CueHit cue) => Dependent(cue, (token, at) =>
        token.Relation is "parataxis" or "advcl" or "acl" or "dep" or "conj" or "xcomp" && IsClause(at) && StartsRightAfter(cue, at) && !IsSubordinate(at));

    /// <summary>Whether the clause is itself an aside that reports the cue: "…, officials said" at the end.</summary>
    private bool IsAside(int clause) =>
        discourse.CueAt(clause) is { } other && other.Pattern.Has(Takes.Aside) && _text.Subtree(clause).First is > 0 and var first && (discourse.IsComma(first) || discourse.IsComma(first - 1))
        && discourse.Child(clause, (token, at) => token.Relation is "ccomp" && at > clause) < 0;

    private bool IsClause(int at) => discourse.Child(at, (token, _) => token.Relation is "nsubj" or "csubj" or "expl") >= 0;

    private bool IsSubordinate(int at) => discourse.Child(at, (token, _) => token.Relation is "mark" or "cc" && !discourse.Words.Complementizers.Contains(token.Lemma)) >= 0;

    private bool StartsRightAfter(CueHit cue, int clause)
    {
        int first = _text.Subtree(clause).First;
        for (int t = cue.Last + 1; t < first; t++)
            if (discourse.IsPunctuation(t) || discourse.IsFinite(t)) return false;
        return first > cue.Last;
    }

    private int Dependent(CueHit cue, Func<Token, int, bool> fits) =>
        discourse.Child(cue.Head, (token, at) => at > cue.Last && discourse.IsInside(at, discourse.LevelOf(cue.Head)) && fits(token, at));

    private TokenRange AfterComplementizer(CueHit cue)
    {
        int end = discourse.SentenceOf(cue.Head).End;
        bool passedClause = false;
        for (int t = cue.Last + 1; t < end; t++)
        {
            if (discourse.IsComplementizer(t) && !(passedClause && MayGovern(t - 1))) return new(t + 1, EndOf(cue, cue.Head, end));
            passedClause |= discourse.IsFinite(t);
        }

        return default;
    }

    /// <summary>Whether a complementizer after the token may belong to it and not to the cue ("the claim that", "said that").</summary>
    private bool MayGovern(int token) => _text.Tokens[token].Upos is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.PRON or Upos.PROPN;

    private int AfterMarker(int first, int end)
    {
        int t = first;
        while (t < end && (discourse.IsComma(t) || _text.Tokens[t].Form is ":")) t++;
        if (t < end && discourse.IsComplementizer(t)) t++;
        return t;
    }

    /// <summary>Cuts a clause where another cue of the same sentence begins: ", adding that …", ", and his spokesman said …".</summary>
    private int EndOf(CueHit cue, int clause, int end)
    {
        int level = discourse.LevelOf(cue.Head);
        bool opensSentence = discourse.IsIngForm(cue.Head) && cue.Head == discourse.SentenceOf(cue.Head).First;
        for (int t = Math.Max(cue.Last, clause) + 1; t < end; t++)
        {
            if (opensSentence && discourse.IsComma(t) && discourse.LevelOf(t) == level) return t; // "Commenting on the truce, she …"
            if (discourse.LevelOf(t) == level && discourse.CueAt(t) is { } other && StartOfNext(cue, other) is > 0 and var cut && cut > cue.Last + 1) return cut;
            if (level < 0 && discourse.LevelOf(t) < 0 && IsBackground(t, end)) return t;
            if (level >= 0 && !discourse.IsInside(t, level)) return t;
        }

        return end;
    }

    /// <summary>Whether a comma starts a relative clause that ends the sentence: the author's background, as a rule.</summary>
    private bool IsBackground(int comma, int end)
    {
        if (!discourse.IsComma(comma) || comma + 1 >= end || end + 1 < discourse.SentenceOf(comma).End) return false;
        Token token = _text.Tokens[comma + 1];
        if (!token.HasFeature("PronType=Rel")) return false;
        int clause = token.Head;
        return clause > comma && _text.Tokens[clause].Deprel is "acl:relcl" && _text.Subtree(clause).End + 1 >= end;
    }

    private int StartOfNext(CueHit cue, CueHit other)
    {
        Token token = _text.Tokens[other.Head];
        if (other.Pattern.Class is not CueClass.Verb) return -1;
        int before = other.Head - 1;
        while (before > cue.Last && _text.Tokens[before].Upos is Upos.ADV or Upos.AUX or Upos.PART) before--;
        if (discourse.IsIngForm(other.Head)) return discourse.IsComma(before) ? before : -1;
        int subject = discourse.Child(other.Head, (child, at) => child.Relation is "nsubj" && at < other.Head);
        if (subject >= 0 && token.Relation is "conj" && other.Pattern.IsSpeech) before = Math.Max(cue.Last, _text.Subtree(subject).First - 1);
        bool isCoordinated = token.Relation is "conj" && discourse.HaveSameForm(other.Head, cue.Head) && _text.Tokens[before].Upos is Upos.CCONJ;
        if (!isCoordinated || !other.Pattern.Has(Takes.Clause | Takes.Quote)) return -1;
        return discourse.IsComma(before - 1) ? before - 1 : before;
    }
}
