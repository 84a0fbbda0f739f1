using Dragoman.Record;

namespace Dragoman.Reading.Regions;

/// <summary>
/// Finds a site's menus: a run of lines of one to three words, no sentence among them and no empty line between, of which a third and at least
/// two are known furniture. It stands before the text or behind it.
/// </summary>
internal sealed class MenuFinder
{
    private const int MenuWords = 3;

    private readonly IReadOnlyList<Block> _blocks;
    private readonly RegionKind?[] _kinds;

    public MenuFinder(IReadOnlyList<Block> blocks, RegionKind?[] kinds)
    {
        _blocks = blocks;
        _kinds = kinds;
    }

    public void Mark()
    {
        int firstProse = Enumerable.Range(0, _blocks.Count).FirstOrDefault(i => _blocks[i].IsProse, _blocks.Count);
        int lastProse = Enumerable.Range(0, _blocks.Count).LastOrDefault(i => _blocks[i].IsProse, -1);
        for (int first = 0; first < _blocks.Count; first++)
        {
            int end = first;
            while (end < _blocks.Count && IsEntry(end) && (end == first || !_blocks[end].Opens)) end++;
            if (end == first) continue;
            int known = Enumerable.Range(first, end - first).Count(i => _kinds[i] is RegionKind.Chrome);
            bool isOutside = end <= firstProse || first > lastProse;
            if (isOutside && known >= 2 && known * 3 >= end - first) Array.Fill(_kinds, RegionKind.Chrome, first, end - first);
            first = end - 1;
        }
    }

    private bool IsEntry(int i) => _kinds[i] is RegionKind.Chrome || (_kinds[i] is null && _blocks[i].Words <= MenuWords && _blocks[i].IsLabel);
}
