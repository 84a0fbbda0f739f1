using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Intake;
using Dragoman.Record;

namespace Dragoman.Reading.Regions;

/// <summary>Reads what a page says of the document: what was given with it is trusted, and what is missing is looked for in the lines that state it.</summary>
internal sealed class FactReader
{
    private readonly RegionCues _cues;

    public FactReader(RegionCues cues) => _cues = cues;

    /// <summary>The page without its regions.</summary>
    public Page Read(Article article, IReadOnlyList<Block> blocks, RegionKind[] kinds)
    {
        Block[] imprint = [.. Of(RegionKind.Byline).Where(line => !_cues.SignOff.StartOf(line) && !_cues.SignOff.In(line))];
        Block? opening = Of(RegionKind.Body).FirstOrDefault();
        (TranslatedFrom? translation, Block? note) = Translation(blocks.Where((_, i) => kinds[i] is RegionKind.Note or RegionKind.Body));
        (string? Day, TextSpan? Place) date = Imprinted(imprint, updates: false) ?? Stated(opening) ?? Translated(translation, note) ?? Imprinted(imprint, updates: true) ?? (null, null);
        return new Page
        {
            Regions = [],
            Title = article.Title ?? Of(RegionKind.Headline).FirstOrDefault()?.Bare,
            Outlet = article.Outlet ?? imprint.Select(Outlet).OfType<string>().FirstOrDefault() ?? translation?.Outlet ?? Wire(opening),
            Byline = article.Byline.IsEmpty ? Authors(imprint) : article.Byline,
            Published = article.Published ?? date.Day,
            Dated = article.Published is null ? date.Place : null,
            Translation = translation,
        };

        Block[] Of(RegionKind kind) => [.. blocks.Where((_, i) => kinds[i] == kind)];
    }

    private ImmutableArray<string> Authors(Block[] imprint)
    {
        foreach (Block line in imprint)
            if (_cues.Bylines.Names(line.Bare) is { IsEmpty: false } names) return names;
        return imprint.FirstOrDefault(line => _cues.Bylines.IsName(line.Bare) && !_cues.NamesOutlet(line.Bare)) is { } name ? [name.Bare] : [];
    }

    private string? Outlet(Block line) => _cues.Bylines.Names(line.Bare).IsEmpty ? _cues.OutletIn(line.Bare) : null;

    private (string? Day, TextSpan? Place)? Imprinted(Block[] imprint, bool updates)
    {
        foreach (Block line in imprint.Where(line => _cues.Dates.IsUpdate(line.Bare) == updates))
            if (_cues.Dates.Find(line.Text) is { } day) return (day.Iso, Place(line, day));
        return null;
    }

    private (string? Day, TextSpan? Place)? Stated(Block? block) =>
        block is not null && Dateline.Of(block.Text) is { } dateline && _cues.Dates.Find(dateline) is { } day ? (day.Iso, Place(block, day)) : null;

    /// <summary>A translation is dated by its original: that is the day on which its "today" hangs.</summary>
    private (string? Day, TextSpan? Place)? Translated(TranslatedFrom? translation, Block? note) =>
        translation?.Published is { } published && note is not null && _cues.Dates.Find(note.Text) is { } day ? (published, Place(note, day)) : null;

    private (TranslatedFrom? Translation, Block? Note) Translation(IEnumerable<Block> blocks)
    {
        foreach (Block block in blocks.Where(block => _cues.Note.StartOf(block) || _cues.Note.In(block)))
            if (_cues.Origin.Read(block.Text) is { } translation) return (translation, block);
        return (null, null);
    }

    /// <summary>The agency in the dateline's brackets.</summary>
    private static string? Wire(Block? opening)
    {
        if (opening is null || Dateline.Of(opening.Text)?.TrimEnd(' ', '—', '–', '-') is not { } dateline || !dateline.EndsWith(')')) return null;
        string agency = dateline[(dateline.LastIndexOf('(') + 1)..^1].Trim();
        return agency.Length > 0 && char.IsUpper(agency[0]) && !agency.Any(char.IsDigit) ? agency : null;
    }

    private static TextSpan Place(Block block, FoundDay day) => new(block.Span.Start + day.Start, block.Span.Start + day.End);
}
