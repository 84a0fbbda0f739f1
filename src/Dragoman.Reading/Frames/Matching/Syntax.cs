using Dragoman.Language;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>Questions to a UD tree that need no words: clauses, voice, coordination, and the subject that a predicate shares with another.</summary>
internal static class Syntax
{
    private const int Deepest = 6; // chains of shared subjects are short; this only guards against odd trees

    /// <summary>Whether the verb stands in the passive, as a finite verb or as a participle that modifies a noun.</summary>
    public static bool IsPassive(AnnotatedDocument text, int verb)
    {
        Token token = text.Tokens[verb];
        foreach (int child in text.Children(verb))
        {
            string deprel = text.Tokens[child].Deprel;
            if (deprel is "nsubj:pass" or "aux:pass" or "csubj:pass") return true;
            if (deprel is "nsubj") return false;
        }

        if (token.Relation is "conj" && token.Head >= 0 && token.HasFeature("VerbForm=Part")) return IsPassive(text, token.Head);
        return IsParticiple(token) && !IsIng(token) && token.Relation is "acl" or "amod";
    }

    /// <summary>The subject, its own or the one it shares: with the verb that governs or coordinates it, or the noun it modifies; −1 if none.</summary>
    public static int Subject(AnnotatedDocument text, int predicate, int depth = 0)
    {
        if (OwnSubject(text, predicate) is var own and >= 0) return Antecedent(text, predicate, own);
        Token token = text.Tokens[predicate];
        if (token.Head < 0 || depth == Deepest) return -1;
        return token.Deprel switch
        {
            "xcomp" => Controller(text, token.Head, predicate, depth),
            "conj" or "advcl" or "parataxis" => IsPredicate(text, token.Head) ? Subject(text, token.Head, depth + 1) : -1,
            "ccomp" when !token.HasFeature("VerbForm=Fin") => Controller(text, token.Head, predicate, depth),
            "acl" when IsParticiple(token) || token.HasFeature("VerbForm=Ger") => token.Head,
            "acl" => PossessorOrSubject(text, token.Head, depth),
            "advcl:relcl" or "acl:relcl" => token.Head,
            _ => -1,
        };
    }

    /// <summary>The object of an active verb, the subject of a passive one, or the noun that a passive participle modifies; for a noun, what follows as its complement is the caller's matter.</summary>
    public static int Patient(AnnotatedDocument text, int verb)
    {
        if (IsPassive(text, verb)) return Subject(text, verb);
        foreach (int child in text.Children(verb))
            if (text.Tokens[child].Relation is "obj") return Antecedent(text, verb, child);
        Token token = text.Tokens[verb];
        if (token.Deprel == "acl:relcl" && OwnSubject(text, verb) >= 0 && !HasRelativePronoun(text, verb)) return token.Head;
        return IsTornParticiple(text, verb) ? verb - 1 : -1;
    }

    /// <summary>
    /// Whether a past form right behind a noun, in a clause that has neither subject nor auxiliary nor mark, is a participle of that noun that
    /// the parser took for a finite verb: "commenting on the truce declared over the feast, he said".
    /// </summary>
    public static bool IsTornParticiple(AnnotatedDocument text, int verb)
    {
        Token token = text.Tokens[verb];
        if (verb == 0 || token.Relation is not ("ccomp" or "advcl" or "parataxis" or "dep") || !token.HasFeature("Tense=Past")) return false;
        foreach (int child in text.Children(verb))
            if (text.Tokens[child].Relation is "aux" or "mark" or "csubj" || (text.Tokens[child].Relation is "nsubj" && child != verb - 1)) return false;
        return text.Tokens[verb - 1].Upos == Upos.NOUN && text.SentenceOf(verb - 1) == text.SentenceOf(verb);
    }

    /// <summary>The head of the clause that a token stands in.</summary>
    public static int ClauseOf(AnnotatedDocument text, int token)
    {
        int at = token;
        while (text.Tokens[at].Head >= 0 && !HeadsClause(text, at)) at = text.Tokens[at].Head;
        return at;
    }

    /// <summary>Whether a coordinated or governed predicate begins a clause of its own.</summary>
    public static bool HeadsClause(AnnotatedDocument text, int token) => text.Tokens[token].Deprel switch
    {
        "root" or "ccomp" or "advcl" or "acl" or "acl:relcl" or "advcl:relcl" or "csubj" or "csubj:pass" or "parataxis" => true,
        "conj" => IsPredicate(text, token) && IsPredicate(text, text.Tokens[token].Head),
        _ => false,
    };

    /// <summary>Whether the token is a verb, or another word with a subject or a copula.</summary>
    public static bool IsPredicate(AnnotatedDocument text, int token)
    {
        if (text.Tokens[token].Upos is Upos.VERB or Upos.AUX) return true;
        foreach (int child in text.Children(token))
            if (text.Tokens[child].Relation is "nsubj" or "csubj" or "cop") return true;
        return false;
    }

    /// <summary>Whether the verb is in the progressive: "are meeting".</summary>
    public static bool IsOngoing(AnnotatedDocument text, int verb)
    {
        if (!IsIng(text.Tokens[verb]) || !IsParticiple(text.Tokens[verb])) return false;
        return text.Child(verb, "aux") >= 0;
    }

    /// <summary>Whether the word is an infinitive that says what something is for, not what happens: "a plan to end the war".</summary>
    public static bool IsPurpose(Token token) => token.HasFeature("VerbForm=Inf") && token.Relation is "acl" or "advcl" or "csubj";

    public static int OwnSubject(AnnotatedDocument text, int predicate)
    {
        foreach (int child in text.Children(predicate))
            if (text.Tokens[child].Deprel is "nsubj" or "nsubj:pass" or "nsubj:outer") return child;
        return -1;
    }

    /// <summary>The noun that a relative pronoun stands for, or the token itself.</summary>
    public static int Antecedent(AnnotatedDocument text, int clause, int filler)
    {
        if (!IsRelative(text.Tokens[filler])) return filler;
        for (int at = clause, depth = 0; at >= 0 && depth < Deepest; at = text.Tokens[at].Head, depth++)
            if (text.Tokens[at].Deprel is "acl:relcl" or "advcl:relcl" && text.Tokens[at].Head >= 0) return text.Tokens[at].Head;
        return filler;
    }

    public static bool IsRelative(Token token) => token.Upos == Upos.PRON && (token.HasFeature("PronType=Rel") || token.Xpos is "WDT" or "WP");

    private static bool HasRelativePronoun(AnnotatedDocument text, int verb)
    {
        foreach (int child in text.Children(verb))
            if (IsRelative(text.Tokens[child])) return true;
        return false;
    }

    /// <summary>Who controls an infinitive: the governing verb's object if it has one ("urged X to go"), else its subject.</summary>
    private static int Controller(AnnotatedDocument text, int governor, int infinitive, int depth)
    {
        if (!IsPassive(text, governor))
        {
            foreach (int child in text.Children(governor))
                if (child != infinitive && text.Tokens[child].Deprel is "obj" or "iobj") return Antecedent(text, governor, child);
        }

        return Subject(text, governor, depth + 1);
    }

    /// <summary>"Norland's offer to talk", "Norland made an offer to talk".</summary>
    private static int PossessorOrSubject(AnnotatedDocument text, int noun, int depth)
    {
        foreach (int child in text.Children(noun))
            if (text.Tokens[child].Deprel == "nmod:poss") return child;
        Token token = text.Tokens[noun];
        return token.Head >= 0 && token.Relation is "obj" or "obl" ? Subject(text, token.Head, depth + 1) : -1;
    }

    private static bool IsParticiple(Token token) => token.HasFeature("VerbForm=Part") || token.Xpos is "VBN" or "VBG";

    private static bool IsIng(Token token) => token.Xpos == "VBG" || token.HasFeature("Tense=Pres") || token.HasFeature("VerbForm=Ger");
}
