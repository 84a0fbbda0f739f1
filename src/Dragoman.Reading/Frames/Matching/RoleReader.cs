using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Frames.Rules;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>A rule that fired: the head of its trigger, the phrase <c>[First, End)</c>, and what the text commits to.</summary>
internal sealed record Evocation(FrameRule Rule, int Head, int First, int End, Factuality Factuality);

/// <summary>Fills the slots of a rule that fired.</summary>
internal sealed class RoleReader
{
    private const int Slack = 12; // characters: the conjunction that introduces a part stays outside it

    private readonly FactualityReader _factuality;
    private readonly Probabilities _probabilities;

    public RoleReader(FactualityReader factuality, Probabilities probabilities)
    {
        _factuality = factuality;
        _probabilities = probabilities;
    }

    public ImmutableArray<Role> Read(Scene scene, Walker walker, Evocation evocation)
    {
        List<Role> roles = [];
        SlotFiller filler = new(scene, evocation.Rule.Delegates);
        foreach (SlotRule slot in evocation.Rule.Slots)
        {
            if (slot is { Constant: { } word, Choices.IsEmpty: true })
            {
                roles.Add(new(slot.Slot.Name) { Word = word });
            }
            else if (slot.Lookup is { } lookup && Fillers(walker, lookup, scene, evocation) is { Count: > 0 } found
                && filler.Fill(slot.Slot, found, evocation.Head) is { } role)
            {
                roles.Add(role);
            }
        }

        SetApart(roles);
        Separate(roles, scene, scene.Text.SpanOf(evocation.First, evocation.End));
        foreach (SlotRule slot in evocation.Rule.Slots)
            if (!slot.Choices.IsEmpty && Choose(slot, scene, walker, evocation, roles) is { } word) roles.Add(new(slot.Slot.Name) { Word = word });
        return [.. roles];
    }

    private static List<Filler> Fillers(Walker walker, Lookup lookup, Scene scene, Evocation evocation)
    {
        List<Filler> fillers = [];
        foreach (Alternatives part in lookup.Parts)
        {
            Filler filler = walker.First(part);
            if (filler.Token == evocation.Head) fillers.Add(filler with { Span = scene.Text.SpanOf(evocation.First, evocation.End) });
            else if (filler.Found) fillers.Add(filler);
        }

        return fillers;
    }

    /// <summary>Nobody demands, offers or threatens to himself: whoever fills an earlier actor slot fills no later one.</summary>
    private static void SetApart(List<Role> roles)
    {
        HashSet<int> known = [];
        for (int i = 0; i < roles.Count; i++)
        {
            roles[i] = roles[i] with { Actors = roles[i].Actors.RemoveAll(actor => known.Contains(actor.Chain)) };
            known.UnionWith(roles[i].Actors.Select(actor => actor.Chain));
        }

        roles.RemoveAll(role => role is { Actors.IsEmpty: true, Time: null, Text: null, Word: null, Number: null });
    }

    /// <summary>A text does not hold at its edge what fills another slot: "If talks fail, …" is the condition, no part of the proposition.</summary>
    private static void Separate(List<Role> roles, Scene scene, TextSpan anchor)
    {
        for (int i = 0; i < roles.Count; i++)
        {
            if (roles[i].Text is not { } text) continue;
            bool isCut = false;
            foreach (Role other in roles)
            {
                if (other.Text is not { } part || part == text || part.Overlaps(anchor) || !text.Contains(part)) continue;
                isCut = true;
                if (part.Start - text.Start <= Slack) text = new(part.End, text.End);
                else if (text.End - part.End <= 1) text = new(text.Start, part.Start);
            }

            if (isCut) roles[i] = roles[i] with { Text = Trim(scene, text) };
        }
    }

    /// <summary>Without punctuation at either end, and without a conjunction or preposition that has lost what it introduced.</summary>
    private static TextSpan Trim(Scene scene, TextSpan span)
    {
        ImmutableArray<Token> tokens = scene.Text.Tokens;
        int first = scene.Text.TokenAt(span.Start);
        int end = first;
        while (end < tokens.Length && tokens[end].Span.End <= span.End) end++;
        while (first < end && tokens[first].Upos is Upos.PUNCT) first++;
        while (end > first && tokens[end - 1].Upos is Upos.PUNCT or Upos.SCONJ or Upos.CCONJ or Upos.ADP) end--;
        return first < end ? scene.Text.SpanOf(first, end) : span;
    }

    private string? Choose(SlotRule slot, Scene scene, Walker walker, Evocation evocation, List<Role> roles)
    {
        foreach (Choice choice in slot.Choices)
            if (Choose(choice, scene, walker, evocation, roles) is { } word) return word;
        return slot.Constant;
    }

    private string? Choose(Choice choice, Scene scene, Walker walker, Evocation evocation, List<Role> roles) => choice.Basis switch
    {
        ChoiceBasis.Factuality => choice.Options.FirstOrDefault(o => o.When == evocation.Factuality)?.Word,
        ChoiceBasis.Probability => _probabilities.Of(scene.Text, evocation.First, evocation.End, IsNegated(scene, evocation)),
        ChoiceBasis.Path => walker.First(choice.Lookup!) is { Found: true } filler ? ChooseByWord(choice, scene, filler) : null,
        _ => ChooseByWords(choice, scene, walker, evocation, roles),
    };

    /// <summary>Whether the expectation is negated: at its word, at the word that this serves, or at the verb of opinion above ("I do not think it will hold").</summary>
    private bool IsNegated(Scene scene, Evocation evocation)
    {
        AnnotatedDocument text = scene.Text;
        if (_factuality.IsNegated(text, evocation.Head)) return true;
        Token trigger = text.Tokens[evocation.Head];
        int served = trigger.Relation is "aux" or "advmod" && trigger.Head >= 0 ? trigger.Head : evocation.Head;
        if (_factuality.IsNegated(text, served)) return true;
        Token word = text.Tokens[served];
        return word.Relation is "ccomp" && word.Head >= 0 && scene.ClassesOf(word.Head).Overlaps(scene.Opinion) && _factuality.IsNegated(text, word.Head);
    }

    /// <summary>The first option whose classes a word of the filler belongs to, the filler's head before the words below it.</summary>
    private static string? ChooseByWords(Choice choice, Scene scene, Walker walker, Evocation evocation, List<Role> roles)
    {
        ClassSet classes = default;
        int head = choice.Of == "trigger" ? evocation.Head : walker.Named.GetValueOrDefault(choice.Of, -1);
        TextSpan? span = roles.FirstOrDefault(r => r.Slot == choice.Of)?.Text ?? (head >= 0 ? Stretch.Phrase(scene.Text, head) : null);
        if (head >= 0 && First(choice, scene.ClassesOf(head)) is { } byHead) return byHead;
        for (int t = span is { } s ? scene.Text.TokenAt(s.Start) : int.MaxValue; t < scene.Text.Tokens.Length && scene.Text.Tokens[t].Span.Start < span!.Value.End; t++)
            classes |= scene.ClassesOf(t);
        return First(choice, classes) ?? choice.Options.FirstOrDefault(o => o.Classes.IsEmpty)?.Word;
    }

    private static string? ChooseByWord(Choice choice, Scene scene, Filler filler) =>
        (filler.Token >= 0 ? First(choice, scene.ClassesOf(filler.Token)) : null) ?? choice.Options.FirstOrDefault(o => o.Classes.IsEmpty)?.Word;

    private static string? First(Choice choice, ClassSet classes) => choice.Options.FirstOrDefault(o => o.Classes.Overlaps(classes))?.Word;
}
