using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds to whom, where and when something was said, in the clause of the cue.</summary>
internal sealed class Circumstances(Discourse discourse, SpeakerFinder speakers)
{
    private readonly AnnotatedDocument _text = discourse.Text;

    /// <summary>Who is spoken to, unless it is an outlet: that is the venue.</summary>
    public ImmutableArray<Mention> Addressees(CueHit cue) =>
        HearerOf(cue) is >= 0 and var hearer && speakers.MentionOf(hearer) is { } mention && !IsOutlet(mention) ? [mention] : [];

    /// <summary>The outlet that was told, or the occasion or medium of saying; null if the clause names none.</summary>
    public TextSpan? Venue(CueHit cue, ImmutableArray<TextSpan> content)
    {
        if (HearerOf(cue) is >= 0 and var hearer && speakers.MentionOf(hearer) is { } mention && IsOutlet(mention)) return mention.Span;
        int venue = discourse.Child(cue.Head, (token, child) => token.Relation is "obl" or "nmod"
            && discourse.MarkerOf(child, discourse.Words.VenuePrepositions) >= 0 && IsVenue(child) && !content.Any(span => span.Overlaps(_text.Tokens[child].Span)));
        return venue < 0 ? null : NounPhrase(venue);
    }

    /// <summary>Index of the time expression that hangs on the cue and lies outside its content, or null.</summary>
    public int? Time(CueHit cue, ImmutableArray<TextSpan> content)
    {
        for (int i = 0; i < discourse.Times.Length; i++)
        {
            if (discourse.Times[i].Type is TimexType.Duration or TimexType.Set) continue;
            TextSpan span = discourse.Times[i].Span;
            if (content.Any(words => words.Overlaps(span))) continue;
            int token = _text.TokenAt(span.Start);
            if (token >= _text.Tokens.Length || _text.SentenceOf(token) != _text.SentenceOf(cue.Head)) continue;
            if (HangsOn(span, cue.Head)) return i;
        }

        return null;
    }

    private bool HangsOn(TextSpan span, int verb)
    {
        for (int t = _text.TokenAt(span.Start); t < _text.Tokens.Length && _text.Tokens[t].Span.Start < span.End; t++)
        {
            if (_text.Tokens[t].Head == verb && _text.Tokens[t].Relation is "obl" or "advmod" or "nmod" or "obj") return true;
        }

        return false;
    }

    private int HearerOf(CueHit cue)
    {
        bool takesHearer = cue.Pattern.Has(Takes.Hearer) || cue.Pattern.Pairs.Any(pair => pair.ObjectIsHearer);
        if (takesHearer) return discourse.Child(cue.Head, (token, child) => token.Relation is "iobj" or "obj" && child > cue.Head);
        return discourse.Child(cue.Head, (token, child) => token.Relation is "obl" && discourse.MarkerOf(child, discourse.Words.Hearers) >= 0);
    }

    private bool IsOutlet(Mention mention) => mention.IsResolved && discourse.Cast.Chains[mention.Chain].Kind is ActorKind.Organisation;

    private bool IsVenue(int noun) => discourse.Words.Venues.Contains(_text.Tokens[noun].Lemma) || speakers.MentionOf(noun) is { } mention && IsOutlet(mention);

    private TextSpan NounPhrase(int head)
    {
        (int first, int end) = _text.Subtree(head);
        while (first < head && _text.Tokens[first].Relation is "case" or "punct") first++;
        while (end > head + 1 && discourse.IsPunctuation(end - 1)) end--;
        return _text.SpanOf(first, end);
    }
}
