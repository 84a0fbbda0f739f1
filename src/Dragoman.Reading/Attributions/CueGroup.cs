using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>The cue with its source and what tells time, place and addressee, and what stands to its left and right in the sentence, at its level of quotation.</summary>
/// <param name="Words">The tokens of the group.</param>
/// <param name="Left">What stands before it, without "But" or "However,": the author's link, not the source's words.</param>
/// <param name="Right">What stands after it.</param>
/// <param name="IsMarked">Whether a word makes it an aside: "as", "according to".</param>
internal sealed record CueGroup(TokenRange Words, TokenRange Left, TokenRange Right, bool IsMarked);

/// <summary>Finds the group of a cue by attachment and commas.</summary>
internal sealed class CueGroupFinder(Discourse discourse)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    public CueGroup Find(CueHit cue, SourceFound source)
    {
        TokenRange sentence = LevelRange(cue.Head);
        int marker = Marker(cue.Head);
        int first = FirstOf(cue, source, marker, sentence);
        int end = EndOf(cue, source, sentence);
        int opening = AfterOpening(sentence.First, first);
        return new(new(first, end), new(marker >= 0 ? AfterReport(opening, first) : opening, first), new(end, sentence.End), marker >= 0 || cue.Pattern.Class is CueClass.Prep);
    }

    private int FirstOf(CueHit cue, SourceFound source, int marker, TokenRange sentence)
    {
        int first = cue.Head;
        if (sentence.Contains(source.Head) && source.Head < cue.Head)
            first = Math.Min(first, Math.Max(_text.Subtree(source.Head).First, LastCommaBefore(source.Head, sentence.First) + 1));
        first = WithTitle(cue.Head, first);
        while (first < cue.Head && discourse.IsPunctuation(first)) first++; // the comma before a source may hang on it
        if (marker >= 0 && marker < first) first = marker;
        while (first > sentence.First && _text.Tokens[first - 1] is { Upos: Upos.ADV or Upos.AUX or Upos.CCONJ } && !discourse.IsComma(first - 1)) first--;
        return first;
    }

    /// <summary>The start of a title before a name, where the tree makes two subjects of them ("Aldoria's envoy | Samira Lund announced").</summary>
    private int WithTitle(int verb, int first)
    {
        int title = discourse.Child(verb, (token, at) => token.Relation is "nsubj" && at < first && _text.Subtree(at).End == first);
        return title >= 0 && !discourse.IsPunctuation(first - 1) && _text.Subtree(title).First is > 0 and var start && discourse.IsPunctuation(start - 1) ? start : first;
    }

    private int EndOf(CueHit cue, SourceFound source, TokenRange sentence)
    {
        int end = cue.Last + 1;
        if (sentence.Contains(source.Head) && source.Head > cue.Head)
        {
            (int first, int last) = _text.Subtree(source.Head);
            if (first <= end + 2) end = Math.Max(end, last);
        }

        if (cue.Pattern.Class is CueClass.Prep && sentence.Contains(source.Head)) end = source.Head + 1; // a subject may seem to hang on the source
        while (end < sentence.End && !discourse.IsComma(end) && !(end == sentence.End - 1 && discourse.IsPunctuation(end))) end++;
        return end;
    }

    private int AfterOpening(int first, int end)
    {
        int t = first;
        if (t < end && _text.Tokens[t].Upos is Upos.CCONJ) t++;
        if (t + 1 < end && _text.Tokens[t].Upos is Upos.ADV && discourse.IsComma(t + 1)) t += 2;
        return t;
    }

    /// <summary>After "A told B that", if the group interrupts what A told: it reports that clause, not that A told it.</summary>
    private int AfterReport(int first, int end)
    {
        for (int t = end - 1; t > first; t--)
        {
            if (!discourse.Words.Complementizers.Contains(_text.Tokens[t].Lemma) || _text.Tokens[t].Upos is Upos.DET) continue;
            for (int cue = t - 1; cue >= first; cue--)
                if (discourse.CueAt(cue) is { Pattern.Class: CueClass.Verb } other && other.Pattern.Has(Takes.Clause)) return t + 1;
        }

        return first;
    }

    /// <summary>The part of the sentence at the level of quotation of the cue.</summary>
    private TokenRange LevelRange(int head)
    {
        Sentence sentence = discourse.SentenceOf(head);
        int level = discourse.LevelOf(head);
        if (level < 0) return new(sentence.First, sentence.End);
        int first = head;
        int end = head + 1;
        while (first > sentence.First && discourse.IsInside(first - 1, level)) first--;
        while (end < sentence.End && discourse.IsInside(end, level)) end++;
        return new(first, end);
    }

    private int LastCommaBefore(int head, int from)
    {
        for (int t = head - 1; t >= from; t--)
            if (discourse.IsComma(t) && !_text.IsWithin(_text.Tokens[t].Head, head)) return t;
        return from - 1;
    }

    private int Marker(int verb) => discourse.Child(verb, (token, at) =>
        at < verb && token.Relation is "mark" or "advmod" or "case" && discourse.Words.AsideMarkers.Contains(token.Lemma));
}
