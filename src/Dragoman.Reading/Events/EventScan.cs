using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Frames.Matching;

namespace Dragoman.Reading.Events;

/// <summary>A pattern found at a word.</summary>
/// <param name="Carrier">The verb that carries an event noun, or −1.</param>
internal sealed record EventHit(EventPattern Pattern, int Token, int Carrier, ImmutableArray<int> Sources, ImmutableArray<int> Targets);

/// <summary>The search through one text: verbs and adjectives first, then nouns that a verb carries, then nouns alone.</summary>
internal sealed class EventScan
{
    private readonly AnnotatedDocument _text;
    private readonly EventLexicon _lexicon;
    private readonly EventArguments _arguments;
    private readonly EventMatcher _matcher;

    public EventScan(AnnotatedDocument text, EventLexicon lexicon)
    {
        _text = text;
        _lexicon = lexicon;
        _arguments = new(text, lexicon);
        _matcher = new(text, lexicon, _arguments);
    }

    /// <summary>The events of a sentence in text order; what is only the content or the object of another is left out.</summary>
    public IEnumerable<EventHit> Find(Sentence sentence)
    {
        List<EventHit> hits = [];
        for (int t = sentence.First; t < sentence.End; t++)
            if ((_text.Tokens[t].Upos is Upos.VERB or Upos.ADJ or Upos.AUX ? Predicate(t) : null) is { } hit) hits.Add(hit);
        if (hits.Count == 0)
        {
            for (int t = sentence.First; t < sentence.End; t++)
                if (_text.Tokens[t].Upos is Upos.NOUN && _text.Tokens[t].Relation is "root" or "nsubj" or "obj" or "obl" or "parataxis" or "appos" && Noun(t, -1) is { } hit) hits.Add(hit);
        }

        return hits.Where(hit => !hits.Any(other => other != hit && Holds(other, hit))).OrderBy(hit => hit.Token);
    }

    /// <summary>The event that a verb or adjective evokes, by itself or by the noun that it carries.</summary>
    private EventHit? Predicate(int token)
    {
        EventPattern? pattern = _matcher.Find(token);
        EventHit? carried = _text.Tokens[token].Upos is Upos.ADJ || pattern?.Weight > 2 ? null : Carried(token);
        if (carried is not null) return carried;
        return pattern is null ? null : new(pattern, token, -1, Heads(_arguments.Doer(token)), Targets(pattern, token));
    }

    private EventHit? Carried(int verb)
    {
        bool isLight = _lexicon.Light.Holds(_text, verb);
        bool isUndergone = _lexicon.Undergo.Holds(_text, verb);
        if (isLight || isUndergone)
        {
            foreach (int noun in Nouns(verb))
                if (Noun(noun, verb) is { } hit) return isUndergone && !isLight ? Reverse(hit, verb) : hit;
        }

        if (!_lexicon.Happen.Holds(_text, verb) || Syntax.IsPassive(_text, verb)) return null;
        int subject = Syntax.OwnSubject(_text, verb);
        return subject >= 0 && _text.Tokens[subject].Upos is Upos.NOUN ? Noun(subject, verb, isSubject: true) : null;
    }

    private IEnumerable<int> Nouns(int verb)
    {
        List<int> nouns = [];
        if (_arguments.Patient(verb) is var patient and >= 0) nouns.AddRange(_arguments.Expand(patient));
        foreach (int child in _text.Children(verb))
            if (_text.Tokens[child].Relation is "obl" or "xcomp") nouns.AddRange(_arguments.Expand(child));
        return nouns.Where(noun => _text.Tokens[noun].Upos is Upos.NOUN);
    }

    private EventHit? Noun(int noun, int carrier, bool isSubject = false)
    {
        if (_matcher.Find(noun, isSubject ? -1 : carrier) is not { } pattern) return null;
        int source = carrier >= 0 && !isSubject ? _arguments.Doer(carrier) : _arguments.DoerOfNoun(noun);
        int target = _arguments.Opposite(noun);
        if (target < 0 && carrier >= 0) target = _arguments.Recipient(carrier) is var recipient and >= 0 ? recipient : _arguments.Opposite(carrier);
        return new(pattern, noun, carrier, Heads(source), Heads(target == source ? -1 : target));
    }

    /// <summary>Who faces criticism is its target; it comes from another.</summary>
    private EventHit Reverse(EventHit hit, int verb) =>
        hit with { Sources = Heads(_arguments.DoerOfNoun(hit.Token) is var doer and >= 0 ? doer : Marked(verb)), Targets = Heads(_arguments.Doer(verb)) };

    private int Marked(int verb)
    {
        foreach (int child in _text.Children(verb))
            if (_text.Tokens[child].Relation is "obl" && _arguments.MarkedBy(child, _lexicon.Agent)) return child;
        return -1;
    }

    private ImmutableArray<int> Targets(EventPattern pattern, int token)
    {
        int patient = _arguments.Patient(token);
        int target = _arguments.Recipient(token) is var recipient and >= 0 ? recipient : pattern.NamesObject || patient < 0 ? _arguments.Opposite(token) : patient;
        if (target < 0 && pattern.NamesObject && patient >= 0) target = _arguments.DoerOfNoun(patient) is var owner and >= 0 ? owner : patient;
        if (target < 0) target = ClauseSubject(token);
        return Heads(target == _arguments.Doer(token) ? -1 : target);
    }

    /// <summary>Whom a complement clause is about: "demanded that <c>they</c> withdraw".</summary>
    private int ClauseSubject(int token)
    {
        foreach (int child in _text.Children(token))
            if (_text.Tokens[child].Relation is "ccomp" && Syntax.OwnSubject(_text, child) is var subject and >= 0) return subject;
        return -1;
    }

    private ImmutableArray<int> Heads(int token) => token < 0 ? [] : [.. _arguments.Expand(token).Where(t => t == token || _text.Tokens[t].Deprel == "conj")];

    /// <summary>Whether an event is the content or the object of another: "threatened to attack", "condemned the attack".</summary>
    private bool Holds(EventHit outer, EventHit inner)
    {
        int top = outer.Carrier >= 0 ? outer.Carrier : outer.Token;
        int at = inner.Carrier >= 0 ? inner.Carrier : inner.Token;
        if (at == top) return outer.Token < inner.Token;
        for (; at >= 0 && at != top; at = _text.Tokens[at].Head)
            if (IsOwnClause(at)) return false;
        return at == top;
    }

    private bool IsOwnClause(int token) => _text.Tokens[token].Deprel switch
    {
        "conj" or "parataxis" => Syntax.IsPredicate(_text, token),
        "acl:relcl" or "advcl:relcl" => true,
        "advcl" => Syntax.OwnSubject(_text, token) >= 0,
        _ => false,
    };
}
