using Dragoman.Language;
using Dragoman.Record;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>When and where: the time expression and the place that belong to a trigger.</summary>
internal sealed class Surroundings
{
    private const int Opening = 60; // farther than any time that the tree ties to the trigger

    private readonly Scene _scene;

    public Surroundings(Scene scene) => _scene = scene;

    private AnnotatedDocument Text => _scene.Text;

    /// <summary>The time expression of one of two types that is tied most closely to the trigger within its clause; −1 if none.</summary>
    public int TimexOf(int trigger, TimexType type, TimexType orType)
    {
        int best = -1;
        int bestDistance = int.MaxValue;
        Sentence sentence = Text.Sentences[Text.SentenceOf(trigger)];
        for (int t = sentence.First; t < sentence.End; t++)
        {
            int timex = _scene.TimexAt(t);
            if (timex < 0 || timex == best || (_scene.Times[timex].Type != type && _scene.Times[timex].Type != orType)) continue;
            int distance = Distance(trigger, HeadOf(timex, t));
            if (distance == int.MaxValue && OpensClauseOf(trigger, t)) distance = Opening;
            if (distance >= bestDistance) continue;
            best = timex;
            bestDistance = distance;
        }

        return best;
    }

    /// <summary>A date or time of day, or else a length of time.</summary>
    public int WhenOf(int trigger) =>
        TimexOf(trigger, TimexType.Date, TimexType.Time) is var moment and >= 0 ? moment : TimexOf(trigger, TimexType.Duration, TimexType.Set);

    /// <summary>The place that the trigger, or the predicate it depends on, is said to be in; −1 if none.</summary>
    public int PlaceOf(int trigger)
    {
        int clause = Syntax.ClauseOf(Text, trigger);
        for (int at = trigger; at >= 0; at = Text.Tokens[at].Head)
        {
            foreach (int child in Text.Children(at))
                if (IsPlace(child)) return child;
            if (at == clause) break;
        }

        if (PlaceBelow(trigger, clause) is var below and >= 0) return below;
        return PlaceTold(clause) is var told and >= 0 ? told : PlaceInClause(clause, trigger);
    }

    /// <summary>The place that a relative clause tells of: "Port Vale, where the envoys met".</summary>
    private int PlaceTold(int clause)
    {
        if (Text.Tokens[clause].Deprel is not ("acl:relcl" or "advcl:relcl") || Text.Tokens[clause].Head is not (var place and >= 0)) return -1;
        bool isWhere = false;
        foreach (int child in Text.Children(clause)) isWhere |= Text.Tokens[child].Relation is "advmod" && Text.Tokens[child].HasFeature("PronType=Rel");
        return isWhere && (Text.Tokens[place].Upos == Upos.PROPN || IsNamedPlace(place)) ? place : -1;
    }

    /// <summary>The place nearest to the trigger among the other phrases of its clause: "over two days in Port Vale, the envoys met".</summary>
    private int PlaceInClause(int clause, int trigger)
    {
        (int first, int end) = Text.Subtree(clause);
        int nearest = -1;
        for (int t = first; t < end; t++)
            if (IsPlace(t) && Syntax.ClauseOf(Text, t) == clause && (nearest < 0 || Math.Abs(t - trigger) < Math.Abs(nearest - trigger))) nearest = t;
        return nearest;
    }

    /// <summary>The first place in the trigger's phrase, for "talks with the rebels in Port Vale" may hang the place on the rebels.</summary>
    private int PlaceBelow(int trigger, int clause)
    {
        (int first, int end) = Text.Subtree(trigger);
        for (int t = first; t < end; t++)
            if (IsPlace(t) && Syntax.ClauseOf(Text, t) == clause) return t;
        return -1;
    }

    private bool IsPlace(int token)
    {
        Token word = Text.Tokens[token];
        if (word.Relation is not ("obl" or "nmod") || word.Deprel is "nmod:poss" or "obl:agent" || _scene.TimexAt(token) >= 0) return false;
        if (word.Upos is not Upos.PROPN && !IsNamedPlace(token)) return false;
        foreach (int child in Text.Children(token))
            if (Text.Tokens[child].Relation is "case" && _scene.ClassesOf(child).Overlaps(_scene.Locative)) return true;
        return false;
    }

    private bool IsNamedPlace(int token)
    {
        foreach (Name name in Text.Names)
            if (name.Type == NameType.Place && name.First <= token && token < name.End) return true;
        return false;
    }

    /// <summary>Steps from the time to the trigger: 1 when it depends on it, 2 when on its clause's head, more for other words of the clause; none beyond the clause.</summary>
    private int Distance(int trigger, int timeHead)
    {
        int governor = Text.Tokens[timeHead].Head;
        if (governor < 0) return Text.SentenceOf(trigger) == Text.SentenceOf(timeHead) ? 50 : int.MaxValue;
        if (governor == trigger) return 1;
        if (Text.IsWithin(timeHead, trigger) && Syntax.ClauseOf(Text, governor) == Syntax.ClauseOf(Text, trigger)) return 2;
        int clause = Syntax.ClauseOf(Text, trigger);
        if (governor == clause) return 3;
        if (Syntax.ClauseOf(Text, governor) == clause) return 4 + Math.Min(40, Math.Abs(timeHead - trigger));
        return int.MaxValue;
    }

    /// <summary>Whether the time stands right behind a subordinating conjunction and the trigger is the next verb: "announced that today, envoys … will meet".</summary>
    private bool OpensClauseOf(int trigger, int time)
    {
        if (time == 0 || time > trigger || Text.Tokens[time - 1].Upos != Upos.SCONJ) return false;
        for (int t = time; t < trigger; t++)
            if (Text.Tokens[t].Upos == Upos.VERB) return false;
        return true;
    }

    private int HeadOf(int timex, int token)
    {
        int at = token;
        while (Text.Tokens[at].Head is var head and >= 0 && _scene.TimexAt(head) == timex) at = head;
        return at;
    }
}
