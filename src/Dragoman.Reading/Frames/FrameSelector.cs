using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Frames.Matching;
using Dragoman.Reading.Regions;
using Dragoman.Record;

namespace Dragoman.Reading.Frames;

/// <summary>Chooses among the rules that fired: one frame for one thing said once.</summary>
internal sealed class FrameSelector
{
    private const double Same = 0.5;

    private readonly Annotations _annotations;

    public FrameSelector(Annotations annotations) => _annotations = annotations;

    /// <summary>Every match with the verdict on it, in the order of the matches.</summary>
    public ImmutableArray<Judged> Judge(IReadOnlyList<Match> matches)
    {
        Dictionary<Match, Judged> lost = new(ReferenceEqualityComparer.Instance);
        List<Match> kept = [];
        foreach (Match match in matches.OrderBy(m => m.Rule.Order).ThenBy(m => m.Frame.Trigger))
        {
            if (IsTitle(match.Frame)) lost[match] = new(match, Loss.Heading);
            else if (kept.Find(other => Covers(other, match)) is { } earlier) lost[match] = new(match, Loss.SameWords, earlier);
            else kept.Add(match);
        }

        Drop(Loss.LessSpecific, match => kept.Find(other => IsMoreSpecific(other, match)));
        Drop(Loss.Part, match => kept.Find(other => IsContentOf(match, other)));
        List<Match> told = [];
        foreach (Match match in kept.OrderBy(m => IsBeside(m.Frame)).ThenBy(m => m.Frame.Anchor).ThenBy(m => m.Rule.Order))
        {
            if (told.Find(earlier => Repeats(match, earlier)) is { } earlier) lost[match] = new(match, Loss.Repetition, earlier);
            else told.Add(match);
        }

        return [.. matches.Select(match => lost.GetValueOrDefault(match) ?? new(match))];

        void Drop(Loss loss, Func<Match, Match?> to)
        {
            Judged[] dropped = [.. kept.Select(match => new Judged(match, loss, to(match))).Where(judged => judged.To is not null)];
            foreach (Judged judged in dropped) lost[judged.Match] = judged;
            kept.RemoveAll(lost.ContainsKey);
        }
    }

    /// <summary>Two rules of a kind for the same words: the earlier rule has it.</summary>
    private bool Covers(Match earlier, Match later) =>
        earlier.Rule.Kind == later.Rule.Kind && (earlier.Used.Contains(later.Frame.Trigger) || earlier.Used.Contains(ContentWord(later.Frame.Trigger)));

    /// <summary>The word that an auxiliary, adverb or conjunction serves, or else the word itself.</summary>
    private int ContentWord(int token)
    {
        Token word = _annotations.Text.Tokens[token];
        return word.Relation is "aux" or "advmod" or "mark" or "case" && word.Head >= 0 ? word.Head : token;
    }

    /// <summary>The specific kind wins over the forecast: planned talks are a meeting. What one statement says takes nothing from another.</summary>
    private static bool IsMoreSpecific(Match other, Match forecast) => forecast.Rule.Kind == FindingKind.Forecast
        && other.Rule.Kind is not (FindingKind.Forecast or FindingKind.Novelty) && other.Frame.Attribution == forecast.Frame.Attribution && forecast.Used.Any(t => other.Used.Contains(t));

    /// <summary>What is offered, demanded or rejected is part of the offer, the demand or the answer, not a record beside it.</summary>
    private static bool IsContentOf(Match inner, Match outer)
    {
        if (outer.Rule.Kind is not (FindingKind.Proposal or FindingKind.Condition or FindingKind.Response or FindingKind.Ultimatum or FindingKind.Agreement)) return false;
        bool isAct = inner.Rule.Kind is FindingKind.Meeting or FindingKind.Agreement or FindingKind.Response
            || (inner.Rule.Kind == FindingKind.Ceasefire && inner.Frame.Factuality != Factuality.Actual);
        return isAct && inner.Frame.Trigger != outer.Frame.Trigger && inner.Frame.Roles.All(r => r.Time is null)
            && outer.Frame.Roles.Any(r => r.Text is { } text && text.Contains(inner.Frame.Anchor));
    }

    /// <summary>The same said again: nothing in it is new. Captions and standfirsts add nothing to a body that tells of the same act and actors.</summary>
    private bool Repeats(Match match, Match earlier)
    {
        Frame frame = match.Frame;
        Frame known = earlier.Frame;
        if (frame.Kind != known.Kind) return false;
        if (frame.Kind != FindingKind.Forecast && IsBeside(frame) && !IsBeside(known)) return Agrees(frame, known, r => r.Word is not null) && Agrees(frame, known, r => !r.Actors.IsEmpty);
        return !frame.Roles.IsEmpty && frame.Factuality == known.Factuality && SpeakerOf(frame) == SpeakerOf(known) && Agrees(frame, known, _ => true);
    }

    private bool Agrees(Frame frame, Frame known, Func<Role, bool> which) =>
        frame.Roles.Where(which).All(role => known.Roles.Any(other => other.Slot == role.Slot && Says(other, role)));

    private int? SpeakerOf(Frame frame) => frame.Attribution is { } i ? _annotations.Attributions[i].Speaker?.Chain : null;

    private bool Says(Role earlier, Role role)
    {
        if (role.Word is { } word) return earlier.Word == word;
        if (role.Number is { } number) return earlier.Number == number;
        if (role.Time is { } time) return earlier.Time is { } other && _annotations.Times[other].Value == _annotations.Times[time].Value;
        if (role.Text is { } text) return earlier.Text is { } known && Resemblance(known, text) >= Same;
        return role.Actors.All(a => earlier.Actors.Any(b => a.Chain == b.Chain));
    }

    /// <summary>Dice's coefficient of the words of two stretches.</summary>
    private double Resemblance(TextSpan left, TextSpan right)
    {
        HashSet<string> words = new(WordsOf(left), StringComparer.OrdinalIgnoreCase);
        HashSet<string> others = new(WordsOf(right), StringComparer.OrdinalIgnoreCase);
        int shared = words.Count(others.Contains);
        return 2.0 * shared / Math.Max(1, words.Count + others.Count);
    }

    private IEnumerable<string> WordsOf(TextSpan span)
    {
        AnnotatedDocument text = _annotations.Text;
        for (int t = text.TokenAt(span.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < span.End; t++)
            if (text.Tokens[t].Upos is Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.ADJ or Upos.NUM) yield return text.Tokens[t].Lemma;
    }

    private bool IsTitle(Frame frame) => KindOf(frame) is RegionKind.Headline or RegionKind.Subhead;

    private bool IsBeside(Frame frame) => KindOf(frame) is RegionKind.Caption or RegionKind.Standfirst;

    private RegionKind KindOf(Frame frame)
    {
        foreach (Region region in _annotations.Page.Regions)
            if (region.Span.Contains(frame.Anchor.Start)) return region.Kind;
        return RegionKind.Body;
    }
}
