using Dragoman.Language;

namespace Dragoman.Reading.Events;

/// <summary>Finds the pattern that a word in its sentence answers.</summary>
internal sealed class EventMatcher(AnnotatedDocument text, EventLexicon lexicon, EventArguments arguments)
{
    /// <summary>The most demanding pattern that holds of the word, or null.</summary>
    /// <param name="token">The word.</param>
    /// <param name="carrier">For a noun, the verb that carries it ("<c>launched</c> an attack"), where its doer and phrases may stand; else −1.</param>
    public EventPattern? Find(int token, int carrier = -1)
    {
        Token word = text.Tokens[token];
        EventPattern? found = Find(lexicon.Of(word.Lemma), token, carrier);
        return found ?? (word.Form.Equals(word.Lemma, StringComparison.OrdinalIgnoreCase) ? null : Find(lexicon.Of(word.Form), token, carrier));
    }

    private EventPattern? Find(IEnumerable<EventPattern> patterns, int token, int carrier)
    {
        foreach (EventPattern pattern in patterns)
            if (HasPos(pattern.Pos, text.Tokens[token].Upos) && pattern.Particles.All(particle => HasParticle(token, particle)) && pattern.With.All(c => c.IsNegated != Holds(c, token, carrier))) return pattern;
        return null;
    }

    private static bool HasPos(EventPos pos, Upos upos) => pos switch
    {
        EventPos.Verb => upos is Upos.VERB or Upos.AUX,
        EventPos.Noun => upos is Upos.NOUN or Upos.PROPN,
        _ => upos is Upos.ADJ or Upos.VERB,
    };

    private bool HasParticle(int token, string particle)
    {
        if (token + 1 < text.Tokens.Length && text.Tokens[token + 1].Form.Equals(particle, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (int child in text.Children(token))
            if (text.Tokens[child].Relation is "compound" or "advmod" or "case" or "obj" && text.Tokens[child].Form.Equals(particle, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private bool Holds(EventCondition condition, int token, int carrier) => condition.Place switch
    {
        EventPlace.Object => Any(condition, arguments.Patient(carrier >= 0 ? carrier : token)),
        EventPlace.Subject => Any(condition, arguments.Doer(carrier >= 0 ? carrier : token)),
        EventPlace.Infinitive => Children(token, condition, static relation => relation is "xcomp" or "acl") || (carrier >= 0 && Children(carrier, condition, static relation => relation is "xcomp")),
        EventPlace.Clause => Clause(token, condition),
        EventPlace.Modifier => Children(token, condition, static relation => relation is "amod" or "compound" or "advmod"),
        _ => arguments.Governed(token, condition.Marker).Any(filler => Any(condition, filler))
            || (carrier >= 0 && arguments.Governed(carrier, condition.Marker).Any(filler => Any(condition, filler))),
    };

    private bool Any(EventCondition condition, int filler) =>
        filler >= 0 && (condition.Words is not { } words || arguments.Expand(filler).Any(token => words.Holds(text, token)));

    private bool Children(int token, EventCondition condition, Func<string, bool> isAsked)
    {
        foreach (int child in text.Children(token))
            if (isAsked(text.Tokens[child].Relation.ToString()) && Any(condition, child)) return true;
        return false;
    }

    /// <summary>A complement clause: its predicate, its auxiliaries and what its predicate governs in turn.</summary>
    private bool Clause(int token, EventCondition condition)
    {
        foreach (int child in text.Children(token))
        {
            if (text.Tokens[child].Relation is not ("ccomp" or "parataxis")) continue;
            if (Any(condition, child)) return true;
            foreach (int inner in text.Children(child))
                if (text.Tokens[inner].Relation is "aux" or "xcomp" && condition.Words is { } words && words.Holds(text, inner)) return true;
        }

        return false;
    }
}
