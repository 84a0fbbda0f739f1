using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Reading.Intake;
using Dragoman.Record;

namespace Dragoman.Reading.Regions;

/// <summary>Tells what each paragraph of a page is, and reads from it what it says of the document itself.</summary>
public sealed class RegionMarker
{
    private readonly RegionCues _cues;
    private readonly BlockSplitter _splitter = new();

    private RegionMarker(RegionCues cues) => _cues = cues;

    /// <summary>Loads <c>lang/&lt;language&gt;/regions.yml</c>; null, with problems, if it is missing or wrong.</summary>
    public static RegionMarker? Load(DataFolder data, string language, Problems problems) =>
        RegionCues.Load(data, language, problems) is { } cues ? new(cues) : null;

    /// <summary>Any text is accepted; prose is never marked as something that is not read.</summary>
    public Page Mark(Article article)
    {
        IReadOnlyList<Block> blocks = _splitter.Split(article.Document);
        RegionKind[] kinds = new BlockLabeller(blocks, _cues, article.Title).Label();
        int opening = Array.IndexOf(kinds, RegionKind.Body);
        return new FactReader(_cues).Read(article, blocks, kinds) with
        {
            Regions = [.. blocks.SelectMany((block, i) => Spans(article.Document, block, i == opening).Select(span => new Region(kinds[i], span)))],
        };
    }

    /// <summary>A dateline is a region of its own: it is no part of the story's first sentence.</summary>
    private static IEnumerable<TextSpan> Spans(Document document, Block block, bool isOpening) => isOpening ? Dateline.Split(document, block.Span) : [block.Span];
}
