using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds the content of a cue that follows or interrupts it: "…, officials said", "as officials said, …", "…, according to officials".</summary>
internal sealed class AsideContent(Discourse discourse)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    public ContentFound? Find(CueHit cue, SourceFound source)
    {
        bool isPreposition = cue.Pattern.Class is CueClass.Prep;
        if (!isPreposition && (!cue.Pattern.Has(Takes.Aside) || !cue.Pattern.Has(Takes.Clause) || HasComplement(cue, source))) return null;
        TokenRange sentence = LevelRange(cue.Head);
        TokenRange group = GroupOf(cue, source, sentence);
        TokenRange left = new(AfterOpening(sentence, group.First), group.First);
        TokenRange right = new(group.End, sentence.End);
        bool isMarked = isPreposition || Marker(cue.Head) >= 0;
        bool isSetOff = EndsWithComma(left) || (isMarked && EndsSentence(group.End, sentence));
        if (HasClause(left) && isSetOff && (right.IsEmpty || discourse.IsPunctuation(right.First)))
            return ContentFound.Of("aside", left, StartsWithComma(right) && GoesOn(cue, source, group, right) ? right : default);
        if (!left.IsEmpty && EndsWithComma(left) && StartsWithComma(right) && source.IsNamed && HasClause(right) && !IsSubject(source.Head, right))
            return ContentFound.Of("interrupting aside", left, right);
        return isMarked && StartsWithComma(right) && !HasClause(left) ? ContentFound.Of("aside before its content", right) : null;
    }

    /// <summary>Whether cue and source stand between commas: "The bridge, officials said, is closed".</summary>
    public bool IsInserted(CueHit cue, SourceFound source) =>
        discourse.IsComma(cue.Last + 1) && source.IsNamed && source.Head < cue.Head && cue.Head - source.Head <= 3
        && _text.Subtree(source.Head).First is > 0 and var first && (discourse.IsComma(first) || discourse.IsComma(first - 1));

    /// <summary>Whether the cue governs something else to its right: then it is no aside.</summary>
    private bool HasComplement(CueHit cue, SourceFound source) => discourse.Child(cue.Head, (token, at) => at > cue.Last && at != source.Head
        && token.Relation is "xcomp" or "obj" && !cue.Pattern.Has(Takes.Hearer)) >= 0;

    /// <summary>Leaves out "But" and "However,": the author's link, not the source's words.</summary>
    private int AfterOpening(TokenRange sentence, int end)
    {
        int t = sentence.First;
        if (t < end && _text.Tokens[t].Upos is Upos.CCONJ) t++;
        if (t + 1 < end && _text.Tokens[t].Upos is Upos.ADV && discourse.IsComma(t + 1)) t += 2;
        return t;
    }

    /// <summary>The part of the sentence at the level of quotation of the cue.</summary>
    private TokenRange LevelRange(int head)
    {
        Sentence sentence = discourse.SentenceOf(head);
        int level = discourse.LevelOf(head);
        int first = head;
        int end = head + 1;
        while (first > sentence.First && (level < 0 || discourse.IsInside(first - 1, level))) first--;
        while (end < sentence.End && (level < 0 || discourse.IsInside(end, level))) end++;
        return new(first, end);
    }

    /// <summary>The cue with its source, its auxiliaries and what tells time, place and addressee.</summary>
    private TokenRange GroupOf(CueHit cue, SourceFound source, TokenRange sentence)
    {
        int first = cue.Head;
        int end = cue.Last + 1;
        if (sentence.Contains(source.Head))
        {
            (int sourceFirst, int sourceEnd) = _text.Subtree(source.Head);
            if (source.Head < cue.Head) first = Math.Min(first, Math.Max(sourceFirst, LastCommaBefore(source.Head, sentence.First) + 1));
            else if (sourceFirst <= end + 2 || sourceFirst <= cue.Head) end = Math.Max(end, sourceEnd);
        }

        while (first < cue.Head && discourse.IsPunctuation(first)) first++; // the comma before a source may hang on it
        if (Marker(cue.Head) is >= 0 and var marker && marker < first) first = marker;
        while (first > sentence.First && _text.Tokens[first - 1] is { Upos: Upos.ADV or Upos.AUX or Upos.CCONJ } && !discourse.IsComma(first - 1)) first--;
        if (cue.Pattern.Class is CueClass.Prep && sentence.Contains(source.Head)) end = source.Head + 1; // a subject may seem to hang on the source
        while (end < sentence.End && !discourse.IsComma(end) && !EndsSentence(end, sentence)) end++;
        return new(first, end);
    }

    private int LastCommaBefore(int head, int from)
    {
        for (int t = head - 1; t >= from; t--)
            if (discourse.IsComma(t) && !_text.IsWithin(_text.Tokens[t].Head, head)) return t;
        return from - 1;
    }

    private bool EndsSentence(int token, TokenRange sentence) => token == sentence.End - 1 && discourse.IsPunctuation(token);

    private int Marker(int verb) => discourse.Child(verb, (token, at) => at < verb && token.Relation is "mark" or "advmod" or "case" && discourse.Words.AsideMarkers.Contains(token.Lemma));

    private bool HasClause(TokenRange range)
    {
        for (int t = range.First; t < range.End; t++)
            if (discourse.IsFinite(t)) return true;
        return false;
    }

    private bool EndsWithComma(TokenRange range) => discourse.IsComma(range.End - 1) || (discourse.IsPunctuation(range.End - 1) && range.End - 2 >= range.First && discourse.IsComma(range.End - 2));

    /// <summary>Whether the source is the subject of what follows the cue: then the cue is a relative clause or an apposition of it.</summary>
    private bool IsSubject(int source, TokenRange right) => right.Contains(_text.Tokens[source].Head);

    private bool StartsWithComma(TokenRange range) => !range.IsEmpty && discourse.IsComma(range.First);

    /// <summary>Whether what follows the aside still belongs to the content: it does not hang on the cue or its source.</summary>
    private bool GoesOn(CueHit cue, SourceFound source, TokenRange group, TokenRange right)
    {
        for (int t = right.First; t < right.End; t++)
        {
            int head = _text.Tokens[t].Head;
            if (discourse.IsPunctuation(t) || right.Contains(head)) continue;
            bool hangsOnCue = head == cue.Head || head == source.Head || group.Contains(head);
            return !hangsOnCue || (head == cue.Head && _text.Tokens[t].Relation is "ccomp" or "parataxis");
        }

        return false;
    }
}
