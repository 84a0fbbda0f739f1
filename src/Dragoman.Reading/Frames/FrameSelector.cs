using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Frames.Matching;
using Dragoman.Reading.Regions;
using Dragoman.Record;

namespace Dragoman.Reading.Frames;

/// <summary>Chooses among the rules that fired: one frame for one thing said once.</summary>
internal sealed class FrameSelector
{
    private readonly Annotations _annotations;

    public FrameSelector(Annotations annotations) => _annotations = annotations;

    public ImmutableArray<Frame> Select(IReadOnlyList<Match> matches)
    {
        List<Match> kept = [];
        foreach (Match match in matches.OrderBy(m => m.Rule.Order).ThenBy(m => m.Frame.Trigger))
            if (!kept.Any(other => Covers(other, match))) kept.Add(match);
        kept.RemoveAll(match => match.Rule.Kind == FindingKind.Forecast && kept.Any(other => IsMoreSpecific(other, match)));
        List<Match> told = [];
        foreach (Match match in kept.OrderBy(m => IsHeading(m.Frame)).ThenBy(m => m.Frame.Anchor).ThenBy(m => m.Rule.Order))
            if (!told.Any(earlier => Repeats(match, earlier))) told.Add(match);
        return [.. told.Select(m => m.Frame).OrderBy(f => f.Anchor).ThenBy(f => f.Kind)];
    }

    /// <summary>Two rules of a kind for the same words: the earlier rule has it.</summary>
    private static bool Covers(Match earlier, Match later) =>
        earlier.Rule.Kind == later.Rule.Kind && earlier.Used.Contains(later.Frame.Trigger);

    /// <summary>The specific kind wins over the forecast: planned talks are a meeting.</summary>
    private static bool IsMoreSpecific(Match other, Match forecast) =>
        other.Rule.Kind is not (FindingKind.Forecast or FindingKind.Novelty) && forecast.Used.Any(t => other.Used.Contains(t));

    /// <summary>Titles, headings and captions carry nothing that the body says too.</summary>
    private bool Repeats(Match match, Match earlier)
    {
        if (match.Rule.Kind != earlier.Rule.Kind) return false;
        if (IsHeading(match.Frame) && !IsHeading(earlier.Frame)) return SameWords(match.Frame, earlier.Frame);
        return !match.Frame.Roles.IsEmpty && match.Frame.Roles.All(role => earlier.Frame.Roles.Any(other => Says(other, role))) && match.Frame.Attribution == earlier.Frame.Attribution;
    }

    private static bool SameWords(Frame left, Frame right) => left.Roles.Where(r => r.Word is not null).All(r => right.Roles.Any(o => o.Slot == r.Slot && o.Word == r.Word))
        && left.Roles.Where(r => !r.Actors.IsEmpty).All(r => right.Roles.Any(o => o.Slot == r.Slot && o.Actors.Any(a => r.Actors.Any(b => a.Chain == b.Chain))));

    private bool Says(Role earlier, Role role)
    {
        if (earlier.Slot != role.Slot) return false;
        if (role.Word is { } word) return earlier.Word == word;
        if (role.Number is { } number) return earlier.Number == number;
        if (role.Time is { } time) return earlier.Time is { } other && _annotations.Times[other].Value == _annotations.Times[time].Value;
        if (role.Text is { } text) return earlier.Text is { } known && Words(known).SequenceEqual(Words(text));
        return role.Actors.All(a => earlier.Actors.Any(b => a.Chain == b.Chain));
    }

    private ReadOnlySpan<char> Words(TextSpan span) => _annotations.Text.Document.Slice(span);

    private bool IsHeading(Frame frame)
    {
        foreach (Region region in _annotations.Page.Regions)
            if (region.Span.Contains(frame.Anchor.Start)) return region.Kind is RegionKind.Headline or RegionKind.Subhead or RegionKind.Caption or RegionKind.Standfirst;
        return false;
    }
}
