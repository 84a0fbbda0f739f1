using System.Collections.Immutable;
using Dragoman.Record;

namespace Dragoman.Pages;

/// <summary>Neighbouring regions that are all page furniture, or all not.</summary>
public sealed record RegionRun(bool IsChrome, ImmutableArray<LitRegion> Regions)
{
    public static IEnumerable<RegionRun> Of(ImmutableArray<LitRegion> regions)
    {
        for (int first = 0, end; first < regions.Length; first = end)
        {
            bool isChrome = regions[first].Kind == RegionKind.Chrome;
            end = first + 1;
            while (end < regions.Length && regions[end].Kind == RegionKind.Chrome == isChrome) end++;
            yield return new(isChrome, regions[first..end]);
        }
    }
}
