using Dragoman.Language;
using Dragoman.Reading.Frames.Rules;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>Who does it and what is done, for verbs in either voice, for predicates and for nouns that name an act.</summary>
internal sealed class Arguments
{
    private readonly Scene _scene;
    private readonly ClassSet _agentMarker;
    private readonly ClassSet _sourceMarker;
    private readonly ClassSet _patientMarker;
    private readonly ClassSet _light;

    public Arguments(Scene scene, WordClasses classes)
    {
        _scene = scene;
        _agentMarker = classes.Of("agent-marker");
        _sourceMarker = classes.Of("source-marker");
        _patientMarker = classes.Of("patient-marker");
        _light = classes.Of("light");
    }

    private AnnotatedDocument Text => _scene.Text;

    /// <summary>The agent of a verb or noun, or −1.</summary>
    public int Agent(int token)
    {
        if (!Syntax.IsPredicate(Text, token) && Text.Tokens[token].Upos is Upos.NOUN or Upos.PROPN) return AgentOfNoun(token);
        if (Syntax.IsTornParticiple(Text, token)) return -1;
        if (!Syntax.IsPassive(Text, token)) return Syntax.Subject(Text, token) is var subject and >= 0 ? subject : Before(token);
        foreach (int child in Text.Children(token))
            if (Text.Tokens[child].Deprel == "obl:agent" || (Text.Tokens[child].Deprel == "obl" && IsMarked(child, _agentMarker))) return child;
        return -1;
    }

    /// <summary>The actor named right before a finite verb that the tree leaves without a subject: a parser's slip is no reason to lose who did it.</summary>
    private int Before(int verb)
    {
        if (!Text.Tokens[verb].HasFeature("VerbForm=Fin") && Text.Child(verb, "aux") < 0) return -1;
        int at = verb - 1;
        while (at >= 0 && Text.Tokens[at].Upos is Upos.AUX or Upos.ADV or Upos.PART) at--;
        return at >= 0 && Text.SentenceOf(at) == Text.SentenceOf(verb) && Text.Tokens[at].Upos is Upos.PROPN or Upos.NOUN or Upos.PRON && _scene.MentionEndingAt(at) is { } mention
            ? mention.Head : -1;
    }

    /// <summary>What the verb acts on, or what the noun's act is about ("the end of the truce"); −1 if none.</summary>
    public int Patient(int token)
    {
        if (Text.Tokens[token].Upos is not (Upos.NOUN or Upos.PROPN)) return Syntax.Patient(Text, token);
        foreach (int child in Text.Children(token))
            if (Text.Tokens[child].Deprel == "nmod" && IsMarked(child, _patientMarker)) return child;
        return -1;
    }

    /// <summary>Whether a preposition or conjunction of this form (several words joined by <c>_</c>) marks the token.</summary>
    public bool IsMarkedBy(int token, ReadOnlySpan<char> marker)
    {
        foreach (int child in Text.Children(token))
        {
            if (Text.Tokens[child].Relation is "case" or "mark" && IsMarker(child, marker)) return true;
        }

        return false;
    }

    private bool IsMarker(int child, ReadOnlySpan<char> marker)
    {
        int token = child;
        foreach (Range range in marker.Split('_'))
        {
            if (token >= Text.Tokens.Length) return false;
            Token next = Text.Tokens[token++];
            ReadOnlySpan<char> wanted = marker[range];
            if (!wanted.Equals(next.Form, StringComparison.OrdinalIgnoreCase) && !wanted.Equals(next.Lemma, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    private bool IsMarked(int token, ClassSet markers)
    {
        foreach (int child in Text.Children(token))
            if (Text.Tokens[child].Relation is "case" && _scene.ClassesOf(child).Overlaps(markers)) return true;
        return false;
    }

    /// <summary>"Norland's offer", "an offer by Norland", "the Norland offer", "Norland made an offer".</summary>
    private int AgentOfNoun(int noun)
    {
        foreach (int child in Text.Children(noun))
            if (Text.Tokens[child].Deprel == "nmod:poss") return child;
        foreach (int child in Text.Children(noun))
            if (Text.Tokens[child].Relation is "nmod" && IsMarked(child, _agentMarker | _sourceMarker)) return child;
        foreach (int child in Text.Children(noun))
            if (Text.Tokens[child].Relation is "compound" or "amod" && _scene.MentionAt(child) is not null) return child;
        Token token = Text.Tokens[noun];
        bool isObject = token.Head >= 0 && (token.Deprel is "obj" or "nsubj:pass") && _scene.ClassesOf(token.Head).Overlaps(_light);
        return isObject ? Agent(token.Head) : -1;
    }
}
