using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>
/// Finds whose words a quotation is that no cue was linked to: it goes on with the attribution before it, or a line that ends in a colon
/// announces it. Words in marks that neither explains (titles, scare quotes) are nobody's statement.
/// </summary>
internal sealed class Continuation(Discourse discourse, AttributionScan scan)
{
    private const int LongestSignature = 16; // tokens

    private readonly AnnotatedDocument _text = discourse.Text;

    /// <summary>Adds to the drafts what the free quotations of the document tell.</summary>
    public void Into(List<AttributionDraft> drafts)
    {
        foreach (Quotation quotation in discourse.Quotations.All)
        {
            int first = _text.TokenAt(quotation.Inner[0].Start);
            if (quotation.Parent >= 0 || first >= _text.Tokens.Length || !discourse.IsProse(first) || IsTaken(quotation, drafts)) continue;
            if (AnnouncingVerb(quotation) is >= 0 and var verb && scan.Announced(verb, quotation.Inner, "announced-quotation") is { } announced) drafts.Add(announced);
            else if (Signed(quotation) is { } signed) drafts.Add(signed);
            else if (Previous(quotation, drafts) is { } previous && GoesOn(previous, quotation)) Join(previous, quotation);
        }
    }

    /// <summary>A quotation that is signed: a dash and a name end its paragraph, or are the next one.</summary>
    private AttributionDraft? Signed(Quotation quotation)
    {
        int dash = _text.TokenAt(quotation.Outer.End);
        if (dash + 1 >= _text.Tokens.Length || _text.Tokens[dash].Form is not ("—" or "–" or "―" or "--" or "-")) return null;
        int end = dash + 1;
        while (end < _text.Tokens.Length && BlockOf(end) == BlockOf(dash)) end++;
        return end - dash <= LongestSignature && !HasFiniteVerb(dash, end) ? scan.Signed(dash, end, quotation.Inner) : null;
    }

    private bool HasFiniteVerb(int from, int end)
    {
        for (int t = from; t < end; t++)
            if (discourse.IsFinite(t)) return true;
        return false;
    }

    private static bool IsTaken(Quotation quotation, List<AttributionDraft> drafts) => drafts.Any(draft => draft.Level < 0 && draft.Content.Any(span => span.Overlaps(quotation.Inner[0])));

    private static void Join(AttributionDraft previous, Quotation quotation)
    {
        previous.Content = [.. previous.Content.AddRange(quotation.Inner).Order()];
        previous.Shape += "; the quotation after it goes on";
    }

    /// <summary>The attribution that ends last before the quotation.</summary>
    private static AttributionDraft? Previous(Quotation quotation, List<AttributionDraft> drafts) =>
        drafts.Where(draft => draft.Level < 0 && draft.End <= quotation.Outer.Start).MaxBy(draft => draft.End);

    private bool GoesOn(AttributionDraft previous, Quotation quotation)
    {
        if (previous.Cue is { Pattern.IsSpeech: false }) return false;
        int last = _text.TokenAt(previous.End - 1);
        int first = _text.TokenAt(quotation.Inner[0].Start);
        if (BlockOf(last) == BlockOf(first) && IsInterrupted(last + 1, first)) return true;
        bool isNear = BlockOf(last) == BlockOf(first) || (BlockOf(last) == BlockOf(first) - 1 && StartsBlock(first));
        return isNear && IsSentence(quotation, first);
    }

    private bool IsInterrupted(int from, int first)
    {
        int before = first - 1;
        while (before >= from && discourse.IsPunctuation(before) && !discourse.IsComma(before) && _text.Tokens[before].Form is not ("." or ":")) before--;
        if (before < from || !discourse.IsPunctuation(before)) return false;
        return !HasFiniteVerb(from, first);
    }

    private int BlockOf(int token) => _text.Sentences[_text.SentenceOf(token)].Block;

    private bool StartsBlock(int token)
    {
        int before = token - 1;
        while (before >= 0 && discourse.IsPunctuation(before) && BlockOf(before) == BlockOf(token)) before--;
        return before < 0 || BlockOf(before) != BlockOf(token);
    }

    /// <summary>Whether the quotation is a sentence or more of its own: nothing of its first and last sentence stands outside the marks.</summary>
    private bool IsSentence(Quotation quotation, int first)
    {
        int before = first - 1;
        while (before >= 0 && discourse.IsPunctuation(before) && _text.Tokens[before].Span.Start >= quotation.Outer.Start) before--;
        bool startsFresh = before < 0 || BlockOf(before) != BlockOf(first) || (discourse.IsPunctuation(before) && !discourse.IsComma(before)) || _text.SentenceOf(before) != _text.SentenceOf(first);
        char last = _text.Document.Text[quotation.Inner[^1].End - 1];
        return startsFresh && last is '.' or '!' or '?' or '…';
    }

    /// <summary>The main verb of the sentence that ends in a colon before the quotation, or −1.</summary>
    private int AnnouncingVerb(Quotation quotation)
    {
        int before = _text.TokenAt(quotation.Outer.Start) - 1;
        if (before < 0 || _text.Tokens[before].Form is not ":") return -1;
        Sentence sentence = discourse.SentenceOf(before);
        int verb = -1;
        for (int t = sentence.First; t < before; t++)
        {
            if (_text.Tokens[t].Upos is not Upos.VERB || !discourse.IsProse(t)) continue;
            if (_text.Tokens[t].Head < 0) return t;
            if (verb < 0) verb = t;
        }

        return verb;
    }
}
