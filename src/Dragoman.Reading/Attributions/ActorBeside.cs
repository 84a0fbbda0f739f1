using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds the actor that stands right beside a cue, by the order of the words alone: for trees that give it no subject.</summary>
internal sealed class ActorBeside(Discourse discourse)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    /// <summary>The mention that ends right before the cue (adverbs apart), or starts right after it where the cue follows what it reports; or null.</summary>
    public Mention? Find(CueHit cue)
    {
        Sentence sentence = discourse.SentenceOf(cue.Head);
        int before = cue.Head - 1;
        while (before >= sentence.First && _text.Tokens[before].Upos is Upos.ADV or Upos.AUX or Upos.PART) before--;
        int first = sentence.First;
        if (BeforeBracket(before) is >= 0 and var named)
        {
            before = named;
            first = discourse.SentenceOf(named).First; // an abbreviation in brackets may have split the sentence
        }

        bool followsContent = before < first || discourse.IsPunctuation(before);
        foreach (Mention mention in discourse.Cast.Mentions)
        {
            if (mention.First < first || mention.End > sentence.End) continue;
            if (mention.End - 1 == before || (followsContent && Touches(mention, cue, before))) return mention;
        }

        return null;
    }

    /// <summary>The head of the nominal right before or after the cue that is no part of its content; −1 if there is none.</summary>
    public int Outside(CueHit cue, ImmutableArray<TextSpan> content)
    {
        Sentence sentence = discourse.SentenceOf(cue.Head);
        int before = cue.Head - 1;
        while (before >= sentence.First && _text.Tokens[before].Upos is Upos.ADV or Upos.AUX or Upos.PART) before--;
        if (before >= sentence.First && IsNominal(before, content)) return HeadOf(before, content);
        int after = cue.Last + 1;
        while (after < sentence.End && _text.Tokens[after].Upos is Upos.DET or Upos.ADJ or Upos.NUM) after++;
        return after < sentence.End && IsNominal(after, content) ? HeadOf(after, content) : -1;
    }

    private bool IsNominal(int token, ImmutableArray<TextSpan> content) =>
        _text.Tokens[token].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && !content.Any(span => span.Contains(_text.Tokens[token].Span));

    /// <summary>The head of the phrase that the token belongs to, as far as it stands outside of the content and holds no verb.</summary>
    private int HeadOf(int token, ImmutableArray<TextSpan> content)
    {
        while (_text.Tokens[token].Head is >= 0 and var head && IsNominal(head, content) && _text.SentenceOf(head) == _text.SentenceOf(token)) token = head;
        return token;
    }

    private bool Touches(Mention mention, CueHit cue, int before) =>
        (mention.First > cue.Last && mention.First <= cue.Last + 2) || (discourse.IsComma(mention.End) && IsAppositionUpTo(mention.End + 1, before));

    /// <summary>The token before the bracket that ends here, or −1.</summary>
    private int BeforeBracket(int token)
    {
        if (token < 0 || _text.Tokens[token].Form is not ")") return -1;
        while (token >= 0 && _text.Tokens[token].Form is not "(") token--;
        return token - 1;
    }

    /// <summary>Whether only a description in commas stands between a name and its verb ("Anna Dorn, the envoy to Norland, said").</summary>
    private bool IsAppositionUpTo(int from, int comma)
    {
        if (!discourse.IsComma(comma) || from >= comma) return false;
        for (int t = from; t < comma; t++)
            if (discourse.IsFinite(t) || discourse.IsComma(t)) return false;
        return true;
    }
}
