using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Frames.Rules;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>Turns what a path led to into the value that the slot's type asks for.</summary>
internal sealed class SlotFiller
{
    private readonly Scene _scene;
    private readonly ClassSet _delegates;

    /// <param name="scene">The document.</param>
    /// <param name="delegates">The class of words for people who stand for a party; may be empty.</param>
    public SlotFiller(Scene scene, ClassSet delegates)
    {
        _scene = scene;
        _delegates = delegates;
    }

    private AnnotatedDocument Text => _scene.Text;

    /// <summary>The role, or null if the filler gives no value of the type.</summary>
    /// <param name="slot">The slot to fill.</param>
    /// <param name="fillers">What was found, at least one.</param>
    /// <param name="trigger">The trigger, whose branch is no part of a text that surrounds it.</param>
    public Role? Fill(SlotSchema slot, IReadOnlyList<Filler> fillers, int trigger) => slot.Type switch
    {
        SlotType.Actors => Actors(fillers) is { IsEmpty: false } actors ? new Role(slot.Name) { Actors = actors } : null,
        SlotType.Time => Timex(fillers[0], DateLike) is var t and >= 0 ? new Role(slot.Name) { Time = t } : null,
        SlotType.Duration => Timex(fillers[0], Length) is var d and >= 0 && _scene.Times[d].Value is { } value ? new Role(slot.Name) { Word = value } : null,
        SlotType.Number => Number(fillers[0].Token) is { } number ? new Role(slot.Name) { Number = number } : null,
        _ => SpanOf(fillers[0], trigger) is { IsEmpty: false } span ? new Role(slot.Name) { Text = span } : null,
    };

    private static bool DateLike(TimexType type) => true;

    private static bool Length(TimexType type) => type == TimexType.Duration;

    private ImmutableArray<Mention> Actors(IReadOnlyList<Filler> fillers)
    {
        ImmutableArray<Mention>.Builder actors = ImmutableArray.CreateBuilder<Mention>();
        foreach (Filler filler in fillers)
        {
            if (filler.Mention is { } mention) Add(actors, mention);
            if (filler.Token < 0) continue;
            if (_scene.MentionAt(filler.Token) is { } last) AddListBefore(actors, last);
            AddWithConjuncts(actors, filler.Token);
        }

        return actors.ToImmutable();
    }

    private void AddWithConjuncts(ImmutableArray<Mention>.Builder actors, int token)
    {
        bool isDelegate = _scene.ClassesOf(token).Overlaps(_delegates) && _scene.MentionAt(token)?.Form is not MentionForm.Name;
        if (!(isDelegate && AddPrincipals(actors, token)) && _scene.MentionAt(token) is { } mention && !AddPair(actors, mention)) Add(actors, mention);
        foreach (int child in Text.Children(token))
            if (Text.Tokens[child].Deprel == "conj") AddWithConjuncts(actors, child);
    }

    /// <summary>
    /// The names of a list whose last member the parser took for a subject of its own: in "envoys of Norland, Sudria, Vestmark, and
    /// Aldoria will meet" each is one. Only at least two names before the conjunction make a list.
    /// </summary>
    private void AddListBefore(ImmutableArray<Mention>.Builder actors, Mention last)
    {
        int at = BeforeDeterminer(last.First - 1);
        if (at < 0 || Text.Tokens[at].Upos != Upos.CCONJ) return;
        at--;
        List<Mention> names = [];
        do
        {
            if (at >= 0 && IsComma(at)) at--;
            if (at < 0 || _scene.MentionEndingAt(at) is not { Form: MentionForm.Name or MentionForm.Metonym } name) break;
            names.Add(name);
            at = BeforeDeterminer(name.First - 1);
        }
        while (at >= 0 && IsComma(at));
        if (names.Count < 2) return;
        names.Reverse();
        foreach (Mention name in names) Add(actors, name);
    }

    private int BeforeDeterminer(int at) => at >= 0 && Text.Tokens[at].Upos == Upos.DET ? at - 1 : at;

    private bool IsComma(int token) => Text.Tokens[token].Form == ",";

    /// <summary>The parties that delegates are said to be of: "Norland officials", "envoys from Norland and Sudria", "Norland's team".</summary>
    private bool AddPrincipals(ImmutableArray<Mention>.Builder actors, int token)
    {
        int before = actors.Count;
        foreach (int child in Text.Children(token))
        {
            if (Text.Tokens[child].Relation is "amod" or "compound" && _scene.Annotations.Cast.StateOf(child) is not null) AddStates(actors, child);
            else if (Text.Tokens[child].Relation is "nmod" or "amod" or "compound" && IsParty(child)) AddWithConjuncts(actors, child);
        }

        return actors.Count > before;
    }

    /// <summary>The states of "Norlandic, Sudrian and Vestmarkian envoys".</summary>
    private void AddStates(ImmutableArray<Mention>.Builder actors, int adjective)
    {
        if (_scene.Annotations.Cast.StateOf(adjective) is { } state) Add(actors, state);
        foreach (int child in Text.Children(adjective))
            if (Text.Tokens[child].Deprel == "conj") AddStates(actors, child);
    }

    /// <summary>The two that "both sides" are, if they can be told.</summary>
    private bool AddPair(ImmutableArray<Mention>.Builder actors, Mention mention)
    {
        ImmutableArray<Mention> pair = _scene.Pairs.Of(mention, _scene.ClassesOf(mention.Head));
        foreach (Mention one in pair) Add(actors, one);
        return !pair.IsEmpty;
    }

    private bool IsParty(int token) =>
        _scene.MentionAt(token) is { } mention && _scene.Annotations.Cast.Chains[mention.Chain].Kind is ActorKind.State or ActorKind.Organisation or ActorKind.Group;

    private static void Add(ImmutableArray<Mention>.Builder actors, Mention mention)
    {
        if (mention.IsResolved && !actors.Any(known => known.Chain == mention.Chain)) actors.Add(mention);
    }

    private int Timex(Filler filler, Func<TimexType, bool> wanted)
    {
        if (filler.Time >= 0) return wanted(_scene.Times[filler.Time].Type) ? filler.Time : -1;
        if (filler.Token < 0) return -1;
        if (_scene.TimexAt(filler.Token) is var own and >= 0 && wanted(_scene.Times[own].Type)) return own;
        foreach (int child in Text.Children(filler.Token))
        {
            bool isClause = Syntax.HeadsClause(Text, child);
            if (!isClause && Timex(new(Token: child), wanted) is var found and >= 0) return found;
        }

        return -1;
    }

    /// <summary>The number that the word is or that counts it: <c>4,900</c>.</summary>
    private long? Number(int token)
    {
        if (token < 0) return null;
        if (_scene.NumberAt(token) is { } number) return number;
        foreach (int child in Text.Children(token))
            if (Text.Tokens[child].Relation is "nummod" or "advmod" or "compound" or "amod" && Number(child) is { } counted) return counted;
        return null;
    }

    private TextSpan? SpanOf(Filler filler, int trigger)
    {
        if (filler.Span is { } span) return span;
        if (filler.Mention is { } mention) return mention.Span;
        if (filler.Time >= 0) return _scene.Times[filler.Time].Span;
        if (filler.Token < 0) return null;
        bool surrounds = filler.Token != trigger && Text.IsWithin(trigger, filler.Token);
        TextSpan phrase = Stretch.Phrase(Text, filler.Token, surrounds ? trigger : -1);
        bool isAuxiliary = Text.Tokens[trigger].Head == filler.Token && trigger < filler.Token && Text.Tokens[trigger].Relation is "aux";
        return isAuxiliary && trigger + 1 < Text.Tokens.Length ? new(Math.Max(phrase.Start, Text.Tokens[trigger + 1].Span.Start), phrase.End) : phrase;
    }
}
