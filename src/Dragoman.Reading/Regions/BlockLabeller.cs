using Dragoman.Record;

namespace Dragoman.Reading.Regions;

/// <summary>
/// Gives each block of one page its kind. First what its own words show, then what its place shows: the head of the page, the links at its
/// foot, the headings between. What remains is body. Running text is never taken for the site's furniture.
/// </summary>
internal sealed class BlockLabeller
{
    private const int ShortLine = 25; // words; a longer line with a cue is prose
    private const int ShortNotice = 45; // words of a notice that holds a cue no article has
    private const int CaptionWords = 90;
    private const int HeadingWords = 14;
    private const int SignOffWords = 60;
    private const int LinkWords = 22;
    private const int NameWords = 5;

    private readonly IReadOnlyList<Block> _blocks;
    private readonly RegionCues _cues;
    private readonly string? _title;
    private readonly RegionKind?[] _kinds;

    public BlockLabeller(IReadOnlyList<Block> blocks, RegionCues cues, string? title)
    {
        _blocks = blocks;
        _cues = cues;
        _title = title;
        _kinds = new RegionKind?[blocks.Count];
    }

    public RegionKind[] Label()
    {
        for (int i = 0; i < _blocks.Count; i++) _kinds[i] = ByWords(i);
        new MenuFinder(_blocks, _kinds).Mark();
        new HeadFinder(_blocks, _kinds, _cues, _title).Mark();
        MarkLinkLists();
        MarkFoot();
        MarkSubheads();
        return [.. _kinds.Select(kind => kind ?? RegionKind.Body)];
    }

    /// <summary>What a block's own words show it to be, wherever it stands.</summary>
    private RegionKind? ByWords(int i)
    {
        Block block = _blocks[i];
        if (IsChrome(block)) return RegionKind.Chrome;
        if (IsCredit(block)) return RegionKind.Credit;
        if (IsSignOff(block)) return RegionKind.Byline;
        if (block.Words <= CaptionWords && (_cues.Caption.StartOf(block) || _cues.EndsInAgency(block) || IsRepeatedWithCredit(i))) return RegionKind.Caption;
        return _cues.Note.StartOf(block) || (block.Words <= CaptionWords && _cues.Note.In(block)) ? RegionKind.Note : null;
    }

    private bool IsCredit(Block block) =>
        (block.Words <= HeadingWords && _cues.Credit.StartOf(block)) || (block.Words <= NameWords && block.IsLabel && _cues.EndsInAgency(block));

    private bool IsSignOff(Block block) =>
        (block.Words <= SignOffWords && _cues.SignOff.StartOf(block)) || (block.Words <= ShortNotice && _cues.SignOff.In(block));

    private bool IsChrome(Block block) =>
        !block.Text.Any(char.IsLetterOrDigit)
        || IsEmptyLink(block)
        || _cues.IsChromeLine(block)
        || (block.Words <= ShortLine && !block.IsProse && _cues.Chrome.StartOf(block))
        || (block.Words <= ShortNotice && _cues.Chrome.In(block))
        || IsBracketedTitle(block);

    /// <summary>A Markdown link without words: an icon.</summary>
    private static bool IsEmptyLink(Block block) => block.Text.StartsWith("[](", StringComparison.Ordinal) && block.Text.EndsWith(')');

    /// <summary>Another article's title, set between paragraphs in square brackets.</summary>
    private static bool IsBracketedTitle(Block block) => block.Text[0] == '[' && block.Text[^1] == ']' && block.Words is >= 4 and <= LinkWords && block.IsLabel;

    /// <summary>A picture's description for those who cannot see it stands before its caption and says the same without the credit.</summary>
    private bool IsRepeatedWithCredit(int i) =>
        i + 1 < _blocks.Count && _blocks[i].Words >= 4 && _blocks[i + 1].Text.Length > _blocks[i].Text.Length
        && _blocks[i + 1].Text.StartsWith(_blocks[i].Text, StringComparison.Ordinal) && _cues.EndsInAgency(_blocks[i + 1]);

    /// <summary>The titles under a heading such as "Most read", up to the next sentence.</summary>
    private void MarkLinkLists()
    {
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (!_cues.IsSection(_blocks[i])) continue;
            _kinds[i] = RegionKind.Chrome;
            while (i + 1 < _blocks.Count && _kinds[i + 1] is null or RegionKind.Chrome && IsLink(_blocks[i + 1])) _kinds[++i] = RegionKind.Chrome;
        }
    }

    private static bool IsLink(Block block) => block.IsLabel && block.Words <= LinkWords && !block.IsCapitals;

    /// <summary>Three or more list items in title case at the very end lead to other articles.</summary>
    private void MarkFoot()
    {
        int first = _blocks.Count;
        while (first > 0 && (_kinds[first - 1] is RegionKind.Chrome || (_kinds[first - 1] is null && IsTitleItem(_blocks[first - 1])))) first--;
        int items = Enumerable.Range(first, _blocks.Count - first).Count(i => _kinds[i] is null);
        if (items < 3 || (first > 0 && _blocks[first - 1].Text.EndsWith(':'))) return;
        for (int i = first; i < _blocks.Count; i++) _kinds[i] = RegionKind.Chrome;
    }

    private static bool IsTitleItem(Block block)
    {
        if (!block.IsItem || block.Words > LinkWords || block.Text[^1] is '.' or ';' or ',') return false;
        string[] words = [.. block.Bare.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Count(char.IsLetter) >= 5)];
        return words.Length >= 2 && words.Count(word => char.IsUpper(word.First(char.IsLetter))) * 10 >= words.Length * 8;
    }

    /// <summary>A short line that is no sentence and stands between paragraphs.</summary>
    private void MarkSubheads()
    {
        for (int i = 0; i < _blocks.Count; i++)
        {
            Block block = _blocks[i];
            if (_kinds[i] is not null) continue;
            bool isHeading = block.HeadingLevel > 0 || (block.IsLabel && block.Words <= HeadingWords && !block.IsItem && !IsTurn(block) && !char.IsLower(block.Bare.FirstOrDefault(char.IsLetter)));
            if (isHeading && Follower(i) is { } next && (block.HeadingLevel > 0 || block.IsCapitals || next.Words > block.Words)) _kinds[i] = RegionKind.Subhead;
        }
    }

    /// <summary>A turn of a conversation: a speaker, a colon, and what is said.</summary>
    private static bool IsTurn(Block block)
    {
        int colon = block.Text.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && !block.IsCapitals && block.Text[..colon].Count(c => c == ' ') < 5;
    }

    /// <summary>The next block that is text.</summary>
    private Block? Follower(int i)
    {
        for (int next = i + 1; next < _blocks.Count; next++)
        {
            if (_kinds[next] is RegionKind.Chrome or RegionKind.Credit or RegionKind.Caption) continue;
            return _kinds[next] is null && (_blocks[next].IsProse || _blocks[next].EndsSentence) ? _blocks[next] : null;
        }

        return null;
    }
}
