using Dragoman.Language;
using Dragoman.Reading.Frames.Rules;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>
/// How far the text commits itself to an event: read once for all rules from negation, auxiliaries, conditions, and the words that govern or
/// modify the trigger (after Saurí and Pustejovsky, FactBank, 2009).
/// </summary>
internal sealed class FactualityReader
{
    private const int Highest = 4;

    private readonly FactualityWords _words;

    public FactualityReader(FactualityWords words) => _words = words;

    public Factuality Read(AnnotatedDocument text, int trigger)
    {
        bool denied = false;
        Factuality weakest = Factuality.Actual;
        int at = trigger;
        for (int height = 0; height <= Highest; height++)
        {
            denied ^= IsNegated(text, at);
            weakest = Weaker(weakest, Local(text, at));
            if (IsAim(text, at)) weakest = Weaker(weakest, Factuality.Possible);
            int up = Next(text, at);
            if (up < 0) break;
            if (_words.Governors.TryGetValue(text.Tokens[up].Lemma, out Factuality governed) && Governs(text, up, at))
            {
                if (governed == Factuality.Planned && IsTold(text, at)) governed = Factuality.Actual;
                if (governed == Factuality.Denied) denied = !denied;
                else weakest = Weaker(weakest, governed);
            }

            at = up;
        }

        return denied ? Factuality.Denied : weakest;
    }

    /// <summary>Whether the word itself is negated: <c>not</c>, <c>never</c>, <c>no</c> among its dependents.</summary>
    public bool IsNegated(AnnotatedDocument text, int token)
    {
        foreach (int child in text.Children(token))
        {
            Token word = text.Tokens[child];
            if (word.Relation is "advmod" or "det" or "aux" or "mark" or "cc" or "case" && (_words.IsNegation(word.Lemma) || _words.IsNegation(word.Form))) return true;
            if (word.Relation is "nsubj" && HasNegativeDeterminer(text, child)) return true;
        }

        return false;
    }

    private bool HasNegativeDeterminer(AnnotatedDocument text, int noun)
    {
        if (_words.IsNegation(text.Tokens[noun].Form)) return true;
        foreach (int child in text.Children(noun))
            if (text.Tokens[child].Relation is "det" && _words.IsNegation(text.Tokens[child].Form)) return true;
        return false;
    }

    /// <summary>What auxiliaries, conjunctions and modifiers of the word say.</summary>
    private Factuality Local(AnnotatedDocument text, int token)
    {
        Factuality weakest = Factuality.Actual;
        foreach (int child in text.Children(token))
        {
            Token word = text.Tokens[child];
            ReadOnlySpan<char> relation = word.Relation;
            if (relation is "aux" && _words.Modals.TryGetValue(word.Form, out Factuality modal)) weakest = Weaker(weakest, modal);
            else if (relation is "mark" && _words.IsCondition(word.Form)) weakest = Weaker(weakest, Factuality.Conditional);
            else if (relation is "amod" or "advmod" or "acl" or "det" or "compound" && Modifier(word) is { } modifier) weakest = Weaker(weakest, modifier);
        }

        return weakest;
    }

    private Factuality? Modifier(Token word) =>
        _words.Modifiers.TryGetValue(word.Form, out Factuality byForm) ? byForm : _words.Modifiers.TryGetValue(word.Lemma, out Factuality byLemma) ? byLemma : null;

    /// <summary>The word whose commitment carries over to this one; −1 when none does.</summary>
    private int Next(AnnotatedDocument text, int token)
    {
        Token word = text.Tokens[token];
        if (word.Head < 0) return -1;
        return word.Deprel switch
        {
            "xcomp" or "obj" or "nsubj:pass" or "acl" => word.Head,
            "conj" => HasOwnAuxiliary(text, token) ? -1 : word.Head,
            "nsubj" when text.Child(word.Head, "expl") >= 0 => word.Head,
            "ccomp" or "nsubj" or "csubj" or "obl" => _words.Governors.ContainsKey(text.Tokens[word.Head].Lemma) ? word.Head : -1,
            _ => -1,
        };
    }

    /// <summary>An infinitive that says what a noun is for: "under pressure to attend the talks". What the noun itself commits to comes on top.</summary>
    private bool IsAim(AnnotatedDocument text, int token) => text.Tokens[token] is { Deprel: "acl", Head: >= 0 } word && word.HasFeature("VerbForm=Inf")
        && !_words.Governors.ContainsKey(text.Tokens[word.Head].Lemma);

    /// <summary>A noun governs only what it is about ("plans to meet"), not what merely stands beside it ("the plan presented on Monday").</summary>
    private static bool Governs(AnnotatedDocument text, int governor, int token)
    {
        if (text.Tokens[governor].Upos is not Upos.NOUN) return true;
        return text.Tokens[token].Relation is "ccomp" or "nmod" or "xcomp"
            || (text.Tokens[token].Deprel == "acl" && (!text.Tokens[token].HasFeature("VerbForm=Part") || text.Child(token, "mark") >= 0 || text.Child(token, "nsubj") >= 0));
    }

    /// <summary>A finite clause in the past is told, not planned: "announced that the rebels had agreed".</summary>
    private static bool IsTold(AnnotatedDocument text, int token)
    {
        if (text.Tokens[token].Relation is not "ccomp") return false;
        if (text.Tokens[token].HasFeature("Tense=Past") && text.Tokens[token].HasFeature("VerbForm=Fin")) return true;
        foreach (int child in text.Children(token))
            if (text.Tokens[child].Relation is "aux" or "cop" && text.Tokens[child].HasFeature("Tense=Past")) return true;
        return false;
    }

    private static bool HasOwnAuxiliary(AnnotatedDocument text, int token)
    {
        foreach (int child in text.Children(token))
            if (text.Tokens[child].Relation is "aux" || text.Tokens[child].Deprel is "nsubj" or "nsubj:pass") return true;
        return false;
    }

    /// <summary>Of two readings, the one that commits less: conditional, then possible, then planned.</summary>
    private static Factuality Weaker(Factuality left, Factuality right) => Strength(left) <= Strength(right) ? left : right;

    private static int Strength(Factuality factuality) => factuality switch
    {
        Factuality.Denied => 0,
        Factuality.Conditional => 1,
        Factuality.Possible => 2,
        Factuality.Planned => 3,
        _ => 4,
    };
}
