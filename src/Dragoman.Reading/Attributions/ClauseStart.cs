using Dragoman.Language;
using Dragoman.Reading.Times;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>
/// Tells where a reported clause starts: after whom it is told and when, and before words that the tree hangs on the verb of saying though only
/// the clause can have them ("said | authorities called off the talks").
/// </summary>
internal sealed class ClauseStart(Discourse discourse)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    /// <param name="cue">The cue.</param>
    /// <param name="first">The first token of the clause in the tree, after the cue.</param>
    /// <param name="clause">Its head.</param>
    public int Of(CueHit cue, int first, int clause) => AfterTime(cue, First(cue, first, clause), clause);

    /// <summary>
    /// Where a clause starts: at the first word after the cue that is not its addressee, an adverb, a phrase of time or place or the source.
    /// What else stands before the clause that the tree gives belongs to it.
    /// </summary>
    private int First(CueHit cue, int first, int clause)
    {
        if (AfterTimeAndComplementizer(cue) is > 0 and var behind && behind <= clause) return behind;
        bool lacksSubject = !IsClause(clause); // then "told the paper that waiting … would fail" may hang "waiting" on the paper
        for (int t = cue.Last + 1; t < first; t++)
        {
            if (lacksSubject && discourse.Words.Complementizers.Contains(_text.Tokens[t].Lemma) && FollowsHearer(cue, t)) return t + 1;
            if (discourse.IsComplementizer(t)) return FollowsHearer(cue, t) ? t + 1 : first;
            if (discourse.IsComma(t)) return first;
        }

        return cue.Pattern.Class is CueClass.Verb && cue.Pattern.Has(Takes.Clause) ? FirstBelow(cue, first) : first;
    }

    /// <summary>The first word between cue and clause that hangs on the cue and can only belong to the clause.</summary>
    private int FirstBelow(CueHit cue, int first)
    {
        for (int t = cue.Last + 1; t < first; t++)
        {
            int top = TopBelow(cue, t);
            if (_text.Tokens[top].Head != cue.Head) continue;
            if (IsBesideClause(cue, top)) t = Math.Max(t, _text.Subtree(top).End - 1);
            else if (_text.Tokens[top].Relation is "obj" or "ccomp" or "parataxis" or "nsubj") return t;
        }

        return first;
    }

    /// <summary>The token after "that", if only a phrase of time stands between it and the cue: "said on Monday that …"; else −1.</summary>
    private int AfterTimeAndComplementizer(CueHit cue)
    {
        int t = cue.Last + 1;
        int end = discourse.SentenceOf(cue.Head).End;
        while (t < end && _text.Tokens[t].Upos is Upos.ADP or Upos.DET or Upos.ADV) t++;
        Timex? timex = t < end ? discourse.Times.FirstOrDefault(time => time.Span.Contains(_text.Tokens[t].Span)) : null;
        if (timex is null) return -1;
        while (t < end && _text.Tokens[t].Span.Start < timex.Span.End) t++;
        return t < end && discourse.Words.Complementizers.Contains(_text.Tokens[t].Lemma) && _text.Tokens[t].Upos is Upos.SCONJ or Upos.PRON ? t + 1 : -1;
    }

    /// <summary>The highest ancestor of a token below the cue that stands to the cue's right.</summary>
    private int TopBelow(CueHit cue, int token)
    {
        int top = token;
        while (_text.Tokens[top].Head != cue.Head && _text.Tokens[top].Head > cue.Last) top = _text.Tokens[top].Head;
        return top;
    }

    /// <summary>Whether what hangs on the cue is no part of the clause: whom it is told, when, where, or who says it.</summary>
    private bool IsBesideClause(CueHit cue, int top) => _text.Tokens[top].Relation switch
    {
        "obj" or "iobj" => cue.Pattern.Has(Takes.Hearer),
        "nsubj" => discourse.Child(cue.Head, (token, at) => at < cue.Head && token.Relation is "nsubj") < 0, // "X said Y came" has one subject on each side
        "obl" or "advmod" or "punct" or "compound" => true,
        _ => false,
    };

    /// <summary>Whether all between the cue and the complementizer is whom it is told: "told the paper that …".</summary>
    private bool FollowsHearer(CueHit cue, int complementizer)
    {
        if (!cue.Pattern.Has(Takes.Hearer) || complementizer == cue.Last + 1) return false;
        for (int t = cue.Last + 1; t < complementizer; t++)
        {
            if (discourse.IsFinite(t)) return false;
            int top = TopBelow(cue, t);
            if (_text.Tokens[top].Head != cue.Head || _text.Tokens[top].Relation is not ("obj" or "iobj")) return false;
        }

        return true;
    }

    /// <summary>After the day on which it was said, if that stands between the cue and the clause without being its subject: "said Monday it had …".</summary>
    private int AfterTime(CueHit cue, int first, int clause)
    {
        if (first != cue.Last + 1 || cue.Pattern.Class is not CueClass.Verb) return first;
        foreach (Timex timex in discourse.Times)
        {
            if (timex.Span.Start < _text.Tokens[first].Span.Start) continue;
            if (timex.Span.Start > _text.Tokens[first].Span.Start || timex.Type is TimexType.Duration or TimexType.Set) return first;
            int end = _text.TokenAt(timex.Span.End);
            int subject = discourse.Child(clause, (token, _) => token.Relation is "nsubj" or "expl");
            return subject >= end && subject < clause && !discourse.IsPunctuation(end) && _text.Tokens[end].Upos is not (Upos.PART or Upos.ADP or Upos.NOUN) ? end : first;
        }

        return first;
    }

    private bool IsClause(int at) => discourse.Child(at, (token, _) => token.Relation is "nsubj" or "csubj" or "expl") >= 0;
}
