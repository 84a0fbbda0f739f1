using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>
/// Carries the end of a reported clause on over what follows without a pause, and over a coordination that is no finite clause or has its own
/// complementizer: trees often hang on the cue what belongs to its content ("said he stopped the talks | after the attack").
/// </summary>
internal sealed class ClauseExtension(Discourse discourse)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    /// <summary>Where the clause of the cue ends, at <paramref name="end"/> or later in the sentence.</summary>
    public int EndOf(CueHit cue, int end)
    {
        int limit = discourse.SentenceOf(cue.Head).End;
        while (end < limit && Further(cue, end, limit) is > 0 and var further && further > end) end = further;
        return end;
    }

    /// <summary>The end of the phrase that continues the clause, or −1 if it ends here.</summary>
    private int Further(CueHit cue, int end, int limit)
    {
        int next = AfterMarks(end);
        bool isCoordinated = next < limit && _text.Tokens[next].Upos is Upos.CCONJ;
        if (isCoordinated) next++;
        if (next >= limit || discourse.IsPunctuation(next) || (discourse.IsComma(end) && !isCoordinated)) return -1;
        int top = next;
        while (_text.Tokens[top].Head != cue.Head && _text.Tokens[top].Head > cue.Last) top = _text.Tokens[top].Head;
        if (top <= cue.Last || (isCoordinated && !discourse.IsComplementizer(next) && !IsNonFinite(top, next))) return -1;
        return _text.Subtree(top).End;
    }

    /// <summary>Skips a comma and quotation marks; an American comma stands within the marks.</summary>
    private int AfterMarks(int end)
    {
        int next = end;
        if (discourse.IsComma(next - 1) && next < _text.Tokens.Length && discourse.Quotations.ClosesAt(_text.Tokens[next].Span.End)) next++;
        if (discourse.IsComma(next)) next++;
        if (next + 1 < _text.Tokens.Length && discourse.Quotations.OpensAt(_text.Tokens[next].Span.Start)) next++;
        return next;
    }

    private bool IsNonFinite(int top, int from)
    {
        if (_text.Tokens[from].Upos is Upos.PART or Upos.SCONJ) return true;
        if (_text.Tokens[from].Upos is Upos.ADV && from + 1 < _text.Tokens.Length && _text.Tokens[from + 1].Upos is Upos.SCONJ) return true; // "but only if"
        int end = _text.Subtree(top).End;
        for (int t = from; t < end; t++)
            if (discourse.IsFinite(t)) return false;
        return _text.Tokens[top].Upos is not Upos.VERB;
    }
}
