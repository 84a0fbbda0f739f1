using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;

namespace Dragoman.Reading.Attributions;

/// <summary>Puts the drafts in order, drops those that say the same twice, and tells which reports which.</summary>
internal sealed class AttributionOrder(Discourse discourse)
{
    private const double SameContent = 0.9; // of the longer of two, above which they are one attribution

    private readonly ContentTrimmer _trimmer = new(discourse);

    public ImmutableArray<Attribution> Arrange(List<AttributionDraft> drafts)
    {
        List<AttributionDraft> kept = [];
        foreach (AttributionDraft draft in drafts)
            if (!kept.Any(other => IsSame(draft, other))) kept.Add(draft);
        kept = [.. kept.OrderBy(draft => draft.Content[0].Start).ThenByDescending(draft => draft.Length).ThenBy(draft => draft.CueSpan?.Start ?? 0)];
        return [.. kept.Select(draft => Finish(draft, kept))];
    }

    private static bool IsSame(AttributionDraft one, AttributionDraft other) =>
        one.Level == other.Level && one.Overlap(other) > SameContent * Math.Max(one.Length, other.Length);

    private Attribution Finish(AttributionDraft draft, List<AttributionDraft> all) => new()
    {
        Source = draft.Speaker.Source,
        Speaker = draft.Speaker.Speaker,
        Cue = draft.CueSpan,
        Content = Disjoint(draft.Content),
        Mode = draft.Mode ?? _trimmer.ModeOf(draft.Content, draft.Level),
        Addressees = draft.Addressees,
        Venue = draft.Venue,
        Time = draft.Time,
        Within = Outer(draft, all),
        Rule = draft.Rule,
        Why = $"{draft.Shape}; source: {draft.Speaker.Why}{Link(draft.Speaker.Speaker)}",
    };

    /// <summary>How the mention that speaks was linked to its chain.</summary>
    private static string Link(Mention? speaker) => speaker?.Why is { } why ? "; speaker: " + why : "";

    private static ImmutableArray<TextSpan> Disjoint(ImmutableArray<TextSpan> content)
    {
        List<TextSpan> spans = [];
        foreach (TextSpan span in content.Order())
        {
            if (spans.Count > 0 && span.Start < spans[^1].End) spans[^1] = spans[^1].Cover(span);
            else spans.Add(span);
        }

        return [.. spans];
    }

    /// <summary>The narrowest attribution that holds the cue (or, without one, the content) of the draft.</summary>
    private static int? Outer(AttributionDraft draft, List<AttributionDraft> all)
    {
        TextSpan place = draft.CueSpan ?? draft.Content[0];
        int? narrowest = null;
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i] == draft || !all[i].Content.Any(span => span.Contains(place)) || Holds(draft, all[i])) continue;
            if (narrowest is not { } best || all[i].Length < all[best].Length) narrowest = i;
        }

        return narrowest;
    }

    /// <summary>Two drafts may hold each other's cue ("as A said, B said …"); then neither is within the other.</summary>
    private static bool Holds(AttributionDraft draft, AttributionDraft other) => other.CueSpan is { } cue && draft.Content.Any(span => span.Contains(cue));
}
