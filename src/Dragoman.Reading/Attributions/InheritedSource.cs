using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;
using Dragoman.Record;

namespace Dragoman.Reading.Attributions;

/// <summary>
/// Corrects the source of a cue by what stands around it: the source of the cue before ("said …, adding …"), the actor right beside the verb, and for
/// a pronoun that the cast leaves open, the last speaker.
/// </summary>
internal sealed class InheritedSource(Discourse discourse, SourceFinder sources)
{
    private const int Memory = 3; // sentences that a speaker stays in mind

    private readonly AnnotatedDocument _text = discourse.Text;
    private readonly ActorBeside _beside = new(discourse);

    /// <summary>The source, or the one that the cue shares with the one before it, or that stands beside it.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="found">What the tree says.</param>
    /// <param name="before">The attributions before it, in the order of their cues.</param>
    public SourceFound Source(CueHit cue, SourceFound found, List<AttributionDraft> before)
    {
        if (cue.Pattern.Class is not CueClass.Verb || sources.IsPassive(cue.Head)) return found;
        if (found.IsNamed && (IsTime(found.Head) || IsQuoted(found.Head, cue))) found = new(-1, "no subject");
        if (Inserted(cue, found) is { } inserted) return new(inserted.Head, "the actor beside the cue, between commas");
        if (found.IsNamed && sources.SubjectOf(cue.Head) == found.Head) return found;
        AttributionDraft? previous = before.FindLast(draft => Precedes(draft, cue));
        if (previous is not null && (!found.IsNamed || Holds(previous, found.Head))) return previous.Origin with { Why = "the source of the cue before it" };
        return !found.IsNamed && _beside.Find(cue) is { } mention ? new(mention.Head, "the actor beside the cue") : found;
    }

    /// <summary>Whether a source stands in words that are quoted, and its cue does not.</summary>
    private bool IsQuoted(int source, CueHit cue) => discourse.LevelOf(source) >= 0 && !discourse.IsInside(cue.Head, discourse.LevelOf(source));

    /// <summary>The source, or, where the tree takes a word of the content for it, whoever stands beside the cue outside of the content.</summary>
    public SourceFound Outside(CueHit cue, SourceFound found, ImmutableArray<TextSpan> content, bool isQuotationBefore)
    {
        if (!found.IsNamed) return found;
        TextSpan named = _text.Tokens[found.Head].Span;
        bool isContent = content.Any(span => span.Contains(named));
        bool isBeyond = isQuotationBefore && named.End <= content[0].Start; // "… the allies pledged, “a success,” Dorn said"
        if (!isContent && !isBeyond) return found;
        int beside = _beside.Outside(cue, content);
        if (beside >= 0) return new(beside, "the one beside the cue");
        return isContent ? new(-1, "the tree gives only a word of the content") : found;
    }

    /// <summary>The actor of "…, officials said, …" where the tree takes the subject of the sentence for the source.</summary>
    private Mention? Inserted(CueHit cue, SourceFound found)
    {
        if (!cue.Pattern.Has(Takes.Aside) || !discourse.IsComma(cue.Last + 1) || found.Head >= cue.Head) return null;
        return _beside.Find(cue) is { } mention && mention.First > found.Head && discourse.IsComma(mention.First - 1) ? mention : null;
    }

    /// <summary>Whether the attribution comes from a verb of the same sentence whose content ended before the cue.</summary>
    private bool Precedes(AttributionDraft draft, CueHit cue) =>
        draft.Cue is { Pattern.Class: CueClass.Verb } other && draft.Origin.IsNamed && draft.Level == discourse.LevelOf(cue.Head)
        && _text.SentenceOf(other.Head) == _text.SentenceOf(cue.Head) && !Holds(draft, cue.Head);

    /// <summary>The speaker; for a pronoun without an actor, the last speaker whom it fits.</summary>
    public SpeakerFound Speaker(CueHit cue, SourceFound source, SpeakerFound found, List<AttributionDraft> before)
    {
        if (found.Speaker is not null || !source.IsNamed) return found;
        Token pronoun = _text.Tokens[source.Head];
        if (pronoun.Upos is not Upos.PRON || !pronoun.HasFeature("Person=3")) return found;
        int sentence = _text.SentenceOf(cue.Head);
        AttributionDraft? last = before.FindLast(draft => draft.Speaker.Speaker is { } speaker && draft.Level == discourse.LevelOf(cue.Head)
            && draft.Cue is { } other && sentence - _text.SentenceOf(other.Head) <= Memory && Fits(pronoun, discourse.Cast.Chains[speaker.Chain]));
        return last is null ? found : found with { Speaker = last.Speaker.Speaker, Why = source.Why + "; the pronoun names the last speaker before it" };
    }

    private bool IsTime(int token) => discourse.Times.Any(timex => timex.Span.Contains(_text.Tokens[token].Span));

    private static bool Fits(Token pronoun, Chain chain)
    {
        bool isPerson = chain.Kind is ActorKind.Person or ActorKind.Unnamed;
        if (pronoun.HasFeature("Gender=Neut")) return chain.Kind is not ActorKind.Person;
        return pronoun.HasFeature("Number=Plur") ? chain.Kind is not ActorKind.Person : isPerson;
    }

    private bool Holds(AttributionDraft draft, int token) => draft.Content.Any(span => span.Contains(_text.Tokens[token].Span.Start));
}
