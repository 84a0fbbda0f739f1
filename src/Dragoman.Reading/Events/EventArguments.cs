using Dragoman.Language;
using Dragoman.Reading.Frames.Matching;

namespace Dragoman.Reading.Events;

/// <summary>Who does what to whom, in a tree: doers and patients in either voice, and what prepositions govern.</summary>
internal sealed class EventArguments(AnnotatedDocument text, EventLexicon lexicon)
{
    private const int Deepest = 3;

    /// <summary>Who does it, or −1.</summary>
    public int Doer(int predicate)
    {
        if (!Syntax.IsPassive(text, predicate)) return Syntax.Subject(text, predicate);
        foreach (int child in text.Children(predicate))
            if (text.Tokens[child].Deprel == "obl:agent" || (text.Tokens[child].Relation is "obl" or "nmod" && MarkedBy(child, lexicon.Agent))) return child;
        return -1;
    }

    /// <summary>What it is done to, or −1.</summary>
    public int Patient(int predicate) => Syntax.Patient(text, predicate);

    /// <summary>The recipient without a preposition ("gave <c>them</c> aid"), or −1.</summary>
    public int Recipient(int predicate) => text.Child(predicate, "iobj");

    /// <summary>The token, those coordinated with it, and, of a word that only counts or contains, what it counts.</summary>
    public IEnumerable<int> Expand(int token, int depth = 0)
    {
        yield return token;
        if (depth == Deepest) yield break;
        bool contains = text.Tokens[token].Upos is Upos.NUM or Upos.SYM or Upos.DET or Upos.PRON || lexicon.Container.Holds(text, token);
        foreach (int child in text.Children(token).ToArray())
        {
            if (text.Tokens[child].Relation is not "conj" && !(contains && text.Tokens[child].Relation is "nmod")) continue;
            foreach (int inner in Expand(child, depth + 1)) yield return inner;
        }
    }

    /// <summary>What a preposition governs beside the word, or beside its object: the tree is often unsure which.</summary>
    public IEnumerable<int> Governed(int token, string marker)
    {
        foreach (int child in Complements(token))
            if (IsMarkedBy(child, marker)) yield return child;
    }

    /// <summary>Who is at the other end by a preposition ("talks <c>with</c> them"), or −1.</summary>
    public int Opposite(int token)
    {
        foreach (int child in Complements(token))
            if (IsNominal(child) && MarkedBy(child, lexicon.Target)) return child;
        return -1;
    }

    /// <summary>The phrase with a preposition of the doer below a noun ("criticism <c>from</c> them"), or its possessor; −1 if none.</summary>
    public int DoerOfNoun(int noun)
    {
        foreach (int child in text.Children(noun))
        {
            if (text.Tokens[child].Deprel == "nmod:poss") return child;
            if (text.Tokens[child].Relation is "nmod" && MarkedBy(child, lexicon.Agent)) return child;
        }

        foreach (int child in text.Children(noun))
            if (text.Tokens[child] is { Relation: "compound" or "amod", Upos: Upos.PROPN }) return child;
        return -1;
    }

    public bool MarkedBy(int token, EventWords markers)
    {
        foreach (int child in text.Children(token))
            if (text.Tokens[child].Relation is "case" or "mark" && markers.Holds(text, child)) return true;
        return false;
    }

    private bool IsMarkedBy(int token, string marker)
    {
        foreach (int child in text.Children(token))
        {
            if (text.Tokens[child].Relation is not ("case" or "mark")) continue;
            if (text.Tokens[child].Form.Equals(marker, StringComparison.OrdinalIgnoreCase) || text.Tokens[child].Lemma.Equals(marker, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private bool IsNominal(int token) => text.Tokens[token].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.SYM or Upos.ADJ or Upos.DET;

    /// <summary>Phrases with a preposition: the word's own, then those of its object.</summary>
    private IEnumerable<int> Complements(int token)
    {
        List<int> found = [];
        Collect(token, found);
        foreach (int child in text.Children(token))
            if (text.Tokens[child].Relation is "obj" or "iobj" || text.Tokens[child].Deprel == "nsubj:pass" || (text.Tokens[child].Relation is "xcomp" && text.Tokens[child].Upos is Upos.ADJ or Upos.NOUN)) Collect(child, found);
        return found;
    }

    private void Collect(int token, List<int> found)
    {
        foreach (int child in text.Children(token))
        {
            if (text.Tokens[child].Relation is "obl" or "nmod" or "advcl" or "acl" or "xcomp") found.Add(child);
            if (text.Tokens[child].Relation is "obl" or "nmod" && lexicon.Container.Holds(text, child)) Collect(child, found);
        }
    }
}
