using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Attributions;
using Dragoman.Reading.Drafting;
using Dragoman.Reading.Events;
using Dragoman.Reading.Frames;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Regions;
using Dragoman.Reading.Times;
using Dragoman.Record;

namespace Dragoman.Reading;

/// <summary>Reads an article of one language by rules and trained models: regions, trees, times, actors, attributions, frames, events, drafts.</summary>
public sealed class Reader : IReader
{
    private readonly string _language;
    private readonly RegionMarker _regions;
    private readonly IAnnotator _annotator;
    private readonly TimexTagger _times;
    private readonly MentionFinder _mentions;
    private readonly AttributionReader _attributions;
    private readonly RestatementFinder _restatements = new();
    private readonly FrameReader _frames;
    private readonly EventReader _events;
    private readonly Drafter _drafter;

    private Reader(
        string language, RegionMarker regions, IAnnotator annotator, TimexTagger times, MentionFinder mentions, AttributionReader attributions, FrameReader frames, EventReader events)
    {
        _language = language;
        _regions = regions;
        _annotator = annotator;
        _times = times;
        _mentions = mentions;
        _attributions = attributions;
        _frames = frames;
        _events = events;
        _drafter = new(events.Records);
    }

    internal FrameReader Frames => _frames;

    public string Name => "rules/1";

    /// <summary>Loads the pack of a language with its model.</summary>
    /// <exception cref="DataException">Any data file has a fault; all of them are listed.</exception>
    public static Reader Load(DataFolder data, string language, Profile profile = Profile.Accurate)
    {
        Problems problems = new();
        Annotator? annotator = Annotator.Load(data, language, problems, profile);
        RegionMarker? regions = RegionMarker.Load(data, language, problems);
        TimexTagger times = TimexTagger.Load(data, language, problems);
        MentionFinder mentions = MentionFinder.Load(data, language, problems);
        AttributionReader attributions = AttributionReader.Load(data, language, problems);
        FrameReader frames = FrameReader.Load(data, language, problems);
        EventReader events = EventReader.Load(data, language, problems);
        problems.ThrowIfAny();
        return new(language, regions!, annotator!, times, mentions, attributions, frames, events);
    }

    public DocumentReading Read(Article article)
    {
        Annotations annotations = Annotate(article);
        return _drafter.Draft(article, _language, annotations, _frames.Read(annotations), _events.Read(annotations));
    }

    /// <summary>All that comes before the frames.</summary>
    internal Annotations Annotate(Article article)
    {
        Page page = _regions.Mark(article);
        AnnotatedDocument text = _annotator.Annotate(article.Document, [.. page.Regions.Where(r => r.IsRead).Select(r => r.Span)]);
        ImmutableArray<Timex> times = _times.Tag(text, TimexReference.Parse(page.Published));
        Cast cast = _mentions.Find(text, page);
        ImmutableArray<Attribution> attributions = _attributions.Read(text, page, cast, times);
        ImmutableArray<Restatement> restatements = _restatements.Find(text, page, attributions);
        return new() { Page = page, Text = text, Times = times, Cast = cast, Attributions = attributions, Restatements = restatements };
    }
}
