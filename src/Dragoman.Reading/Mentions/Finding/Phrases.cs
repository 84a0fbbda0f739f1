using Dragoman.Language;

namespace Dragoman.Reading.Mentions.Finding;

/// <summary>Questions about noun phrases that the finders ask of a tree; tolerant of a parser's faults.</summary>
internal static class Phrases
{
    /// <summary>The token of <c>[first, end)</c> that hangs on something outside it; of several the first that is a noun.</summary>
    public static int HeadOf(AnnotatedDocument text, int first, int end)
    {
        int head = -1;
        for (int t = first; t < end; t++)
        {
            int above = text.Tokens[t].Head;
            if (above >= first && above < end) continue;
            if (text.Tokens[t].Relation is "punct" or "case" or "det" or "amod" or "compound") continue;
            if (text.Tokens[t].Upos is Upos.PROPN or Upos.NOUN or Upos.PRON) return t;
            if (head < 0) head = t;
        }

        return head >= 0 ? head : end - 1;
    }

    /// <summary>The folded preposition that governs a phrase headed by this token (also by way of a first conjunct), or "".</summary>
    public static string Preposition(FoldedTokens tokens, int head)
    {
        AnnotatedDocument text = tokens.Text;
        for (int guard = 0; guard < 20; guard++)
        {
            foreach (int child in text.Children(head))
                if (text.Tokens[child].Relation is "case" && child < head && text.Tokens[child].Upos == Upos.ADP) return tokens.Key(child);
            if (text.Tokens[head].Relation is not "conj" || text.Tokens[head].Head < 0) return "";
            head = text.Tokens[head].Head;
        }

        return "";
    }

    /// <summary>Whether the token is marked as a possessor (<c>nmod:poss</c>, or <c>'s</c> hangs on it).</summary>
    public static bool IsPossessor(AnnotatedDocument text, int token) => text.Tokens[token].Deprel == "nmod:poss";

    public static bool IsSubject(AnnotatedDocument text, int token) => text.Tokens[token].Relation is "nsubj" or "csubj";

    /// <summary>The first conjunct of the coordination that the token stands in, or the token itself.</summary>
    public static int FirstConjunct(AnnotatedDocument text, int token)
    {
        for (int guard = 0; guard < 50 && text.Tokens[token].Relation is "conj" && text.Tokens[token].Head >= 0; guard++) token = text.Tokens[token].Head;
        return token;
    }

    public static bool IsCapitalised(in Token token) => token.Form.Length > 0 && char.IsUpper(token.Form[0]);
}
