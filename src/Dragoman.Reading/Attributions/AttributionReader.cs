using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Regions;
using Dragoman.Reading.Times;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds attributions: source, cue and content, direct, indirect and mixed, from quotation marks, cues and dependency trees.</summary>
public sealed class AttributionReader
{
    private readonly QuotationFinder _quotations;
    private readonly CueLexicon _lexicon;
    private readonly CueFinder _cues;
    private readonly AttributionWords _words;

    private AttributionReader(QuotationMarks marks, CueLexicon lexicon, AttributionWords words)
    {
        _quotations = new(marks);
        _lexicon = lexicon;
        _cues = new(lexicon);
        _words = words;
    }

    /// <summary>Loads <c>cues.tsv</c>, <c>quotes.yml</c> and <c>attribution.yml</c> of a language; every fault goes to <paramref name="problems"/>.</summary>
    public static AttributionReader Load(DataFolder data, string language, Problems problems) =>
        new(QuotationMarks.Load(data, language, problems), CueLexicon.Load(data, language, problems), AttributionWords.Load(data, language, problems));

    /// <summary>In text order of content; of two that start together the longer comes first. Headings and captions are not read.</summary>
    public ImmutableArray<Attribution> Read(AnnotatedDocument text, Page page, Cast cast, ImmutableArray<Timex> times)
    {
        Quotations quotations = _quotations.Find(text.Document, page.Regions);
        Discourse discourse = new(text, page, cast, times, quotations, _cues.Find(text), _words);
        AttributionScan scan = new(discourse, _lexicon);
        List<AttributionDraft> drafts = [.. new TurnFinder(discourse, new SpeakerFinder(discourse)).Find(), .. scan.Drafts()];
        new BlockQuotation(discourse, scan).Into(drafts);
        new Continuation(discourse, scan).Into(drafts);
        return new AttributionOrder(discourse).Arrange(drafts);
    }
}
