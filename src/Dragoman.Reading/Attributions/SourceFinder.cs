using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>Where the source of a cue was found: the token that heads it (−1 if nothing names it), and how.</summary>
internal readonly record struct SourceFound(int Head, string Why)
{
    public bool IsNamed => Head >= 0;
}

/// <summary>Finds who says: the subject of a cue, the one it shares with or inherits from another verb, the agent of a passive, the owner of a noun.</summary>
internal sealed class SourceFinder(Discourse discourse)
{
    private const int Deepest = 12; // verbs to climb: coordinations and control chains are short, and any text must end

    private readonly AnnotatedDocument _text = discourse.Text;

    public SourceFound Find(CueHit cue) => cue.Pattern.Class switch
    {
        CueClass.Noun => OfNoun(cue.Head),
        CueClass.Prep => OfPreposition(cue),
        _ => OfPredicate(cue.Head, Deepest),
    };

    /// <summary>The subject of a verb or predicate, looked for in the clauses above when it has none of its own.</summary>
    public SourceFound OfPredicate(int verb, int depth)
    {
        if (depth == 0) return new(-1, "no subject within reach");
        Token token = _text.Tokens[verb];
        if (IsPassive(verb)) return OfPassive(verb, depth);
        int subject = SubjectOf(verb);
        if (subject >= 0) return OfSubject(verb, subject, depth);
        int inverted = InvertedSubject(verb);
        if (inverted >= 0) return new(inverted, "the subject after the verb");
        int head = token.Head;
        if (head < 0) return new(-1, "no subject");
        return token.Deprel switch
        {
            "acl:relcl" => new(head, "the noun that the relative clause describes"),
            "acl" => OfDescribedNoun(head, depth),
            "conj" => Shared(head, depth, "the subject of the coordinated clause"),
            "xcomp" => Controlled(head, verb, depth),
            _ when token.Relation is "advcl" or "parataxis" or "ccomp" or "dep" => Quoted(verb, head, depth),
            _ => new(-1, "no subject"),
        };
    }

    /// <summary>The subject of a verb: the nearest before it, else the first after it, else one that the tree hangs on the clause which the verb reports.</summary>
    public int SubjectOf(int verb)
    {
        int nearest = -1;
        foreach (int child in _text.Children(verb))
            if (_text.Tokens[child].Relation is "nsubj" && (child < verb || nearest < 0)) nearest = child;
        return nearest >= 0 ? nearest : CrossingSubject(verb);
    }

    /// <summary>The subject of the reported clause that stands before the verb of saying: it can only be that verb's own.</summary>
    private int CrossingSubject(int verb)
    {
        if (discourse.CueAt(verb) is not { } cue || !cue.Pattern.Has(Takes.Clause)) return -1;
        int clause = discourse.Child(verb, (token, at) => token.Relation is "ccomp" && at > verb);
        return clause < 0 ? -1 : discourse.Child(clause, (token, at) => token.Relation is "nsubj" && at < verb);
    }

    public bool IsPassive(int verb)
    {
        Token token = _text.Tokens[verb];
        if (token.HasFeature("VerbForm=Fin")) return false;
        if (discourse.Child(verb, (child, _) => child.Deprel is "aux:pass") >= 0) return true;
        bool hasAuxiliary = discourse.Child(verb, (child, _) => child.Relation is "aux") >= 0;
        return token.Deprel is "acl" or "advcl" && !hasAuxiliary && token.HasFeature("VerbForm=Part") && token.HasFeature("Tense=Past");
    }

    /// <summary>What seems to be the object of a verb that follows a pause is its subject ("…, said the envoy").</summary>
    private int InvertedSubject(int verb)
    {
        if (!discourse.IsPunctuation(verb - 1) || !_text.Tokens[verb].HasFeature("VerbForm=Fin")) return -1;
        if (discourse.CueAt(verb) is not { } cue || !cue.Pattern.Has(Takes.Aside) || cue.Pattern.Has(Takes.Hearer)) return -1;
        return discourse.Child(verb, (token, at) => at > verb && token.Relation is "obj" && _text.Subtree(at).First <= verb + 1);
    }

    private SourceFound OfPassive(int verb, int depth)
    {
        int agent = discourse.Child(verb, (token, child) =>
            token.Deprel is "obl:agent" || (token.Relation is "obl" && discourse.MarkerOf(child, discourse.Words.Agents) >= 0));
        if (agent >= 0) return new(agent, "the agent of the passive");
        return new(-1, depth == 0 ? "no subject" : "a passive without an agent");
    }

    private SourceFound OfSubject(int verb, int subject, int depth)
    {
        Token token = _text.Tokens[subject];
        if (token.HasFeature("PronType=Rel") || (token.Upos is Upos.PRON && _text.Tokens[verb].Deprel is "acl:relcl" && subject < verb && token.Feats.Length > 0 && !token.HasFeature("PronType=Prs")))
        {
            int clause = verb;
            for (int i = 0; i < depth && clause >= 0 && _text.Tokens[clause].Deprel is not "acl:relcl"; i++) clause = _text.Tokens[clause].Head;
            if (clause >= 0 && _text.Tokens[clause].Head >= 0) return new(_text.Tokens[clause].Head, "the noun that the relative clause describes");
        }

        return new(subject, "the subject");
    }

    private SourceFound OfDescribedNoun(int noun, int depth)
    {
        if (!discourse.Words.Documents.Contains(_text.Tokens[noun].Lemma)) return new(noun, "the noun that the participle describes");
        int verb = _text.Tokens[noun].Head;
        bool isObject = verb >= 0 && _text.Tokens[noun].Relation is "obj" && _text.Tokens[verb].Upos is Upos.VERB;
        SourceFound giver = isObject ? OfPredicate(verb, depth - 1) : new(-1, "");
        return giver.IsNamed ? giver with { Why = "who gave the document that speaks" } : new(noun, "the document that speaks");
    }

    private SourceFound Shared(int head, int depth, string why)
    {
        if (_text.Tokens[head].Upos is not (Upos.VERB or Upos.AUX or Upos.ADJ or Upos.NOUN)) return new(-1, "no subject");
        SourceFound shared = SubjectOrPassiveSubject(head, depth - 1);
        return shared.IsNamed ? shared with { Why = why } : shared;
    }

    /// <summary>A passive clause lends its subject ("was asked and said"): that one speaks, not the agent.</summary>
    private SourceFound SubjectOrPassiveSubject(int verb, int depth)
    {
        int passive = discourse.Child(verb, (token, _) => token.Deprel is "nsubj:pass");
        return passive >= 0 ? new(passive, "the subject") : OfPredicate(verb, depth);
    }

    private SourceFound Controlled(int head, int verb, int depth)
    {
        int controller = discourse.Child(head, (token, child) => token.Relation is "obj" && child > head && child < verb);
        if (controller >= 0) return new(controller, "the object that controls the infinitive");
        return Shared(head, depth, "the subject of the clause above");
    }

    /// <summary>A participle takes the subject of the clause above; after "quoted … as saying", the one who is quoted speaks.</summary>
    private SourceFound Quoted(int verb, int head, int depth)
    {
        if (discourse.CueAt(head) is { } above && above.Pattern.Has(Takes.Source) && discourse.MarkerOf(verb, discourse.Words.Quoting) >= 0)
        {
            int quoted = discourse.Child(head, (token, _) => token.Relation is "obj" || token.Deprel is "nsubj:pass");
            if (quoted >= 0) return new(quoted, "the one who is quoted");
        }

        if (Accused(head) is >= 0 and var accused) return new(accused, "the one who is accused of it");
        return _text.Tokens[verb].HasFeature("VerbForm=Fin") ? new(-1, "no subject") : Shared(head, depth, "the subject of the clause above");
    }

    /// <summary>The object of a cue whose second part the verb is: "accused Norland of trying …" says what Norland does; −1 if it is no such part.</summary>
    private int Accused(int verb)
    {
        int head = _text.Tokens[verb].Head;
        if (head < 0 || discourse.CueAt(head) is not { } cue || !cue.Pattern.Pairs.Any(pair => !pair.ObjectIsHearer && discourse.MarkerOf(verb, pair.Second) >= 0)) return -1;
        return discourse.Child(head, (token, child) => token.Relation is "obj" && child > head && child < verb);
    }

    private SourceFound OfNoun(int noun)
    {
        int owner = discourse.Child(noun, (token, _) => token.Deprel is "nmod:poss");
        if (owner >= 0) return new(owner, "the owner of the noun");
        int author = discourse.Child(noun, (token, child) => token.Relation is "nmod" && child > noun && discourse.MarkerOf(child, discourse.Words.Issuers) >= 0);
        if (author >= 0) return new(author, "the author of the noun");
        int verb = _text.Tokens[noun].Head;
        bool isObject = verb >= 0 && _text.Tokens[noun].Relation is "obj" && _text.Tokens[verb].Upos is Upos.VERB;
        if (!isObject) return new(-1, "a noun without an owner");
        SourceFound giver = OfPredicate(verb, Deepest);
        return giver.IsNamed ? giver with { Why = "the subject of the verb that the noun belongs to" } : giver;
    }

    private SourceFound OfPreposition(CueHit cue)
    {
        Token token = _text.Tokens[cue.Head];
        int complement = token.Relation is "case" or "mark" or "advmod" && token.Head > cue.Last ? token.Head : -1;
        if (complement < 0) complement = discourse.Child(cue.Head, (child, at) => at > cue.Last && child.Relation is "obl" or "nmod" or "obj");
        if (complement < 0 && _text.Tokens[cue.Last].Head > cue.Last) complement = _text.Tokens[cue.Last].Head;
        if (complement < 0) complement = FirstNominalAfter(cue.Last);
        return complement >= 0 ? new(complement, "the complement of the preposition") : new(-1, "nothing follows the preposition");
    }

    private int FirstNominalAfter(int token)
    {
        int end = discourse.SentenceOf(token).End;
        for (int t = token + 1; t < end && t < token + 6; t++)
            if (_text.Tokens[t].Upos is Upos.PROPN or Upos.NOUN or Upos.PRON) return t;
        return -1;
    }
}
