using System.Collections.Immutable;
using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds the cues of the list in the trees: heads by lemma and part of speech, further words by order and attachment.</summary>
internal sealed class CueFinder(CueLexicon lexicon)
{
    private const int WidestGap = 4; // "made it abundantly clear", "expressed deep and growing concern"

    /// <summary>In text order; at each head the cue of most words.</summary>
    public ImmutableArray<CueHit> Find(AnnotatedDocument text)
    {
        ImmutableArray<CueHit>.Builder hits = ImmutableArray.CreateBuilder<CueHit>();
        for (int t = 0; t < text.Tokens.Length; t++)
            if (At(text, t) is { } hit) hits.Add(hit);
        return hits.ToImmutable();
    }

    private CueHit? At(AnnotatedDocument text, int head)
    {
        Token token = text.Tokens[head];
        IEnumerable<CuePattern> patterns = lexicon.StartingWith(token.Lemma);
        if (token.Form != token.Lemma) patterns = patterns.Concat(lexicon.StartingWith(token.Form).Where(pattern => pattern.Class is CueClass.Prep)); // according/accord
        if (token.Upos is Upos.VERB && token.Form != token.Lemma && lexicon.StartingWith(token.Lemma).IsEmpty) patterns = patterns.Concat(lexicon.NearVerb(token.Lemma));
        foreach (CuePattern pattern in patterns)
        {
            if (!Fits(pattern.Class, token)) continue;
            if (Match(text, pattern, head) is { } hit) return hit;
        }

        return null;
    }

    private static bool Fits(CueClass cueClass, Token token) => cueClass switch
    {
        CueClass.Verb => token.Upos == Upos.VERB && token.Relation is not ("amod" or "case" or "mark" or "compound"),
        CueClass.Noun => token.Upos == Upos.NOUN && token.Relation is not "compound",
        CueClass.Adj => token.Upos is Upos.ADJ or Upos.VERB && token.Relation is not "amod",
        _ => true,
    };

    private static CueHit? Match(AnnotatedDocument text, CuePattern pattern, int head)
    {
        int last = head;
        int noun = head;
        int end = text.Sentences[text.SentenceOf(head)].End;
        for (int w = 1; w < pattern.Words.Length; w++)
        {
            int found = Next(text, pattern.Words[w], head, last, noun, end);
            if (found < 0) return null;
            last = found;
            if (text.Tokens[found].Upos is Upos.NOUN) noun = found;
        }

        bool isTogether = last - head <= pattern.Words.Length + 1;
        return new(pattern, head, last, noun, isTogether ? text.SpanOf(head, last + 1) : text.Tokens[head].Span);
    }

    /// <summary>The next word of a cue: at once, after modifiers, or (a preposition) at the head of a complement further on.</summary>
    private static int Next(AnnotatedDocument text, string word, int head, int last, int noun, int end)
    {
        for (int t = last + 1; t < end && t <= last + 1 + WidestGap; t++)
        {
            Token token = text.Tokens[t];
            if (IsWord(token, word) && (t == last + 1 || token.Upos is not (Upos.ADP or Upos.SCONJ) || AttachesTo(text, t, head, noun))) return t;
            if (token.Upos is not (Upos.DET or Upos.ADJ or Upos.ADV or Upos.PRON or Upos.NOUN or Upos.CCONJ or Upos.PROPN or Upos.ADP or Upos.NUM or Upos.AUX or Upos.PART)) break;
        }

        return -1;
    }

    private static bool IsWord(Token token, string word) =>
        token.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase) || token.Form.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool AttachesTo(AnnotatedDocument text, int preposition, int head, int noun)
    {
        int complement = text.Tokens[preposition].Head;
        if (complement < 0 || text.Tokens[preposition].Relation is not ("case" or "mark")) return false;
        int governor = text.Tokens[complement].Head;
        return governor == head || governor == noun;
    }
}
