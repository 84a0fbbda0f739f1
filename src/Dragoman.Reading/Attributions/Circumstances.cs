using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Times;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds to whom, where and when something was said, in the clause of the cue.</summary>
internal sealed class Circumstances(Discourse discourse, SpeakerFinder speakers)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    /// <summary>Who is spoken to, unless it is an outlet (that is the venue) or the press in general.</summary>
    public ImmutableArray<Mention> Addressees(CueHit cue) =>
        HearerOf(cue) is >= 0 and var hearer && speakers.MentionOf(hearer) is { } mention && !IsOutlet(mention) && !IsPress(mention) ? [mention] : [];

    /// <summary>The outlet that was told, or the place, occasion or medium of saying; null if the clause names none.</summary>
    public TextSpan? Venue(CueHit cue, ImmutableArray<TextSpan> content)
    {
        if (ToldTo(cue) is >= 0 and var hearer)
        {
            if (speakers.MentionOf(hearer) is { } mention && IsOutlet(mention)) return mention.Span;
            if (IsOccasion(hearer)) return NounPhrase(hearer);
        }

        Sentence sentence = discourse.SentenceOf(cue.Head);
        for (int t = sentence.First; t < sentence.End; t++)
        {
            Token token = _text.Tokens[t];
            if (token.Relation is not ("obl" or "nmod") || discourse.MarkerOf(t, discourse.Words.VenuePrepositions) < 0 || content.Any(span => span.Overlaps(token.Span))) continue;
            bool isOfCue = token.Head == cue.Head;
            if ((isOfCue ? IsVenue(t) : IsOccasion(t) && IsBeside(t, cue)) || (isOfCue && token.Upos is Upos.PROPN && !IsTime(t))) return NounPhrase(t);
        }

        return null;
    }

    /// <summary>
    /// Index of the time expression that tells when it was said: one that hangs on the cue, else one outside of the content with no other clause
    /// between it and the cue; or null.
    /// </summary>
    public int? Time(CueHit cue, ImmutableArray<TextSpan> content)
    {
        int? beside = null;
        for (int i = 0; i < discourse.Times.Length; i++)
        {
            if (discourse.Times[i].Type is TimexType.Duration or TimexType.Set) continue;
            TextSpan span = discourse.Times[i].Span;
            if (content.Any(words => words.Overlaps(span))) continue;
            int token = _text.TokenAt(span.Start);
            if (token >= _text.Tokens.Length || _text.SentenceOf(token) != _text.SentenceOf(cue.Head)) continue;
            if (HangsOn(span, cue.Head)) return i;
            if (!IsVague(discourse.Times[i]) && IsBeside(token, cue)) beside = i;
        }

        return beside;
    }

    private bool HangsOn(TextSpan span, int verb)
    {
        for (int t = _text.TokenAt(span.Start); t < _text.Tokens.Length && _text.Tokens[t].Span.Start < span.End; t++)
        {
            if (_text.Tokens[t].Head == verb && _text.Tokens[t].Relation is "obl" or "advmod" or "nmod" or "obj") return true;
        }

        return false;
    }

    /// <summary>Whether a token stands at the cue's level of quotation with no other verb between the two.</summary>
    private bool IsBeside(int token, CueHit cue)
    {
        if (discourse.LevelOf(token) != discourse.LevelOf(cue.Head) || cue.Pattern.Class is not CueClass.Verb) return false;
        (int first, int end) = token < cue.Head ? (token, cue.Head) : (cue.Last + 1, token);
        for (int t = first; t < end; t++)
            if (discourse.IsFinite(t) && _text.Tokens[t].Head != cue.Head) return false;
        return !IsInDescription(token, cue.Head);
    }

    /// <summary>Whether a token belongs to a clause that describes a noun ("the office, which had closed on Monday, said").</summary>
    private bool IsInDescription(int token, int verb)
    {
        for (int t = token; t >= 0 && t != verb; t = _text.Tokens[t].Head)
            if (_text.Tokens[t].Relation is "acl") return true;
        return false;
    }

    /// <summary>"Now" and "recent" date nothing.</summary>
    private static bool IsVague(Timex timex) => timex.Value is { } value && value.EndsWith("_REF", StringComparison.Ordinal);

    private bool IsOccasion(int noun) => discourse.Words.Venues.Contains(_text.Tokens[noun].Lemma);

    private bool IsTime(int token) => discourse.Times.Any(timex => timex.Span.Overlaps(_text.Tokens[token].Span));

    private int HearerOf(CueHit cue) => ToldTo(cue) is >= 0 and var hearer ? hearer : UrgedOf(cue);

    private int ToldTo(CueHit cue)
    {
        bool takesHearer = cue.Pattern.Has(Takes.Hearer) || cue.Pattern.Pairs.Any(pair => pair.ObjectIsHearer);
        if (takesHearer) return discourse.Child(cue.Head, (token, child) => token.Relation is "iobj" or "obj" && child > cue.Head);
        return discourse.Child(cue.Head, (token, child) => token.Relation is "obl" && discourse.MarkerOf(child, discourse.Words.Hearers) >= 0);
    }

    /// <summary>Whom the cue urges to something: the object of "urged Norland to wait", "called on Norland to wait"; −1 if nobody.</summary>
    private int UrgedOf(CueHit cue)
    {
        if (!cue.Pattern.Pairs.Any(pair => pair.Second is PairedComplement.Infinitive)) return -1;
        int complement = cue.Last > cue.Head ? _text.Tokens[cue.Last].Head : -1;
        return complement > cue.Last ? complement : discourse.Child(cue.Head, (token, child) => token.Relation is "obj" && child > cue.Last);
    }

    private bool IsPress(Mention mention) => mention.Form is MentionForm.Nominal && discourse.Words.Press.Contains(_text.Tokens[mention.Head].Lemma);

    private bool IsOutlet(Mention mention) => mention.IsResolved && discourse.Cast.Chains[mention.Chain].Kind is ActorKind.Organisation;

    private bool IsVenue(int noun) => IsOccasion(noun) || speakers.MentionOf(noun) is { } mention && IsOutlet(mention);

    private TextSpan NounPhrase(int head)
    {
        (int first, int end) = _text.Subtree(head);
        while (first < head && _text.Tokens[first].Relation is "case" or "punct") first++;
        while (end > head + 1 && discourse.IsPunctuation(end - 1)) end--;
        return _text.SpanOf(first, end);
    }
}
