using Dragoman.Record;

namespace Dragoman.Reading.Regions;

/// <summary>Finds the head of a page: its headline, the lines that say who published what when, and the standfirst.</summary>
internal sealed class HeadFinder
{
    private const int Reach = 14; // blocks from the top, furniture not counted
    private const int ProseBeforeBody = 2; // a head ends before the second paragraph of running text
    private const int HeadlineWords = 30;

    private readonly IReadOnlyList<Block> _blocks;
    private readonly RegionKind?[] _kinds;
    private readonly RegionCues _cues;
    private readonly string? _title;

    public HeadFinder(IReadOnlyList<Block> blocks, RegionKind?[] kinds, RegionCues cues, string? title)
    {
        _blocks = blocks;
        _kinds = kinds;
        _cues = cues;
        _title = title;
    }

    public void Mark()
    {
        int end = End();
        int headline = Headline(end);
        if (headline >= 0) _kinds[headline] = RegionKind.Headline;
        for (int i = 0; i < end; i++)
            if (_kinds[i] is null && IsImprint(_blocks[i], headline, i)) _kinds[i] = RegionKind.Byline;
        for (int i = headline + 1; headline >= 0 && i < end; i++)
            if (_kinds[i] is null && StandsAlone(i) && _cues.Bylines.IsName(_blocks[i].Bare) && FollowsHead(i)) _kinds[i] = RegionKind.Byline;
        MarkStandfirst(headline, end);
    }

    /// <summary>Where the head must have ended.</summary>
    private int End()
    {
        int prose = 0;
        int seen = 0;
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (_kinds[i] is RegionKind.Chrome) continue;
            if (_kinds[i] is null && _blocks[i].IsProse && ++prose > ProseBeforeBody) return i;
            if (++seen > Reach) return i;
        }

        return _blocks.Count;
    }

    /// <summary>The block that says the given title; else a Markdown heading of the first level; else the first line that is no sentence and has text behind it.</summary>
    private int Headline(int end)
    {
        for (int i = 0; i < end; i++)
            if (_title is not null && _kinds[i] is not RegionKind.Chrome && SaysTitle(_blocks[i])) return i;
        for (int i = 0; i < end; i++)
            if (_kinds[i] is null && _blocks[i].HeadingLevel == 1) return i;
        for (int i = 0; i < end; i++)
        {
            if (_kinds[i] is RegionKind.Chrome) continue;
            if (_kinds[i] is null && CouldBeHeadline(_blocks[i]) && HasProseBehind(i)) return IsFirstText(i) || HeadFollows(i) ? i : -1;
        }

        return -1;
    }

    private bool SaysTitle(Block block)
    {
        string title = Letters(_title!);
        string text = Letters(block.Bare);
        return text.Length >= 8 && (text == title || (title.StartsWith(text, StringComparison.Ordinal) && text.Length * 2 >= title.Length)
            || (text.StartsWith(title, StringComparison.Ordinal) && title.Length * 3 >= text.Length * 2 && title.Length >= 8));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));

    private bool CouldBeHeadline(Block block) =>
        block.IsLabel && block.Words is >= 2 and <= HeadlineWords && !block.IsItem && !block.HoldsSentences && block.Text[0] is not ('(' or '[')
        && _cues.Dates.DateLine(block.Bare) is null && _cues.Bylines.Names(block.Bare).IsEmpty;

    private bool HasProseBehind(int i) => Enumerable.Range(i + 1, _blocks.Count - i - 1).Any(next => _kinds[next] is null && _blocks[next].IsProse);

    private bool IsFirstText(int i) => Enumerable.Range(0, i).All(before => _kinds[before] is not null);

    /// <summary>Whether a picture's credit or the imprint comes next: then running text before the headline is its standfirst.</summary>
    private bool HeadFollows(int i) => i + 1 < _blocks.Count && (_kinds[i + 1] is RegionKind.Credit or RegionKind.Caption or RegionKind.Byline || IsImprint(_blocks[i + 1], i, i + 1));

    /// <summary>A line that says who wrote it, when or where it was published, and nothing else.</summary>
    private bool IsImprint(Block block, int headline, int i)
    {
        if (block.IsProse || block.Words > 20) return false;
        if (_cues.Dates.DateLine(block.Bare) is not null || (_cues.Dates.IsPublication(block.Bare) && block.Words <= 8 && _cues.Dates.Find(block.Bare) is not null)) return true;
        if (block.IsLabel && !_cues.Bylines.Names(block.Bare).IsEmpty) return true;
        return headline >= 0 && i > headline && block.IsLabel && block.Words <= 6 && _cues.OutletIn(block.Bare) is not null;
    }

    /// <summary>Whether empty lines part it from the text, or it stands among the lines of the head.</summary>
    private bool StandsAlone(int i) => i + 1 >= _blocks.Count || _blocks[i + 1].Opens || _kinds[i + 1] is not null;

    private bool FollowsHead(int i) => _kinds[i - 1] is RegionKind.Headline or RegionKind.Credit or RegionKind.Caption or RegionKind.Standfirst or RegionKind.Byline
        || (_kinds[i - 1] is null && _blocks[i - 1].IsProse && _blocks[i].Opens && i >= 2 && _kinds[i - 2] is RegionKind.Headline);

    /// <summary>Running text before the headline, or between it and the imprint.</summary>
    private void MarkStandfirst(int headline, int end)
    {
        if (headline < 0) return;
        for (int i = 0; i < headline; i++) _kinds[i] ??= RegionKind.Standfirst;
        int imprint = Enumerable.Range(headline + 1, Math.Max(0, end - headline - 1)).LastOrDefault(i => _kinds[i] is RegionKind.Byline or RegionKind.Credit, -1);
        if (imprint < 0 || !HasProseBehind(imprint)) return;
        for (int i = headline + 1; i < imprint; i++) _kinds[i] ??= _blocks[i].IsLabel && _blocks[i].Words <= 4 ? RegionKind.Byline : RegionKind.Standfirst;
    }
}
