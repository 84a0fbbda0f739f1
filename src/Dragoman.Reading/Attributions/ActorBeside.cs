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
