using System.Collections.Immutable;

namespace Dragoman.Record.Agreement;

/// <summary>What coders made of the same stretch: at most one judgement of each, by the coder's place in the list of codings.</summary>
public sealed record CodedUnit(string Document, string Kind, ImmutableSortedDictionary<int, Judgement> ByCoder);

/// <summary>
/// Aligns coders' judgements into units: of the same document and kind, the ones with the same id first, then those whose evidence overlaps
/// most, each coder at most once in a unit.
/// </summary>
public sealed class UnitAligner
{
    private sealed record Placed(int Coder, Judgement Judgement);

    private sealed record Pair(int Left, int Right, double Overlap);

    public ImmutableArray<CodedUnit> Align(ImmutableArray<Coding> codings)
    {
        IEnumerable<Placed> all = codings.SelectMany((coding, i) => coding.Judgements.Select(judgement => new Placed(i, judgement)));
        return
        [
            .. all.GroupBy(p => (p.Judgement.Document, p.Judgement.Kind)).OrderBy(g => g.Key.Document, StringComparer.Ordinal).ThenBy(g => g.Key.Kind, StringComparer.Ordinal)
                .SelectMany(group => Align([.. group.OrderBy(p => p.Judgement.Start).ThenBy(p => p.Judgement.Id, StringComparer.Ordinal).ThenBy(p => p.Coder)])
                    .Select(unit => new CodedUnit(group.Key.Document, group.Key.Kind, unit))),
        ];
    }

    private static IEnumerable<ImmutableSortedDictionary<int, Judgement>> Align(ImmutableArray<Placed> placed)
    {
        int[] unit = [.. Enumerable.Range(0, placed.Length)];
        foreach (Pair pair in Pairs(placed).OrderByDescending(p => p.Overlap).ThenBy(p => p.Left).ThenBy(p => p.Right))
        {
            int left = unit[pair.Left];
            int right = unit[pair.Right];
            if (left == right) continue;
            int[] joined = [.. Enumerable.Range(0, placed.Length).Where(i => unit[i] == left || unit[i] == right)];
            if (joined.Select(i => placed[i].Coder).Distinct().Count() < joined.Length) continue; // a coder would be in it twice
            foreach (int i in joined) unit[i] = Math.Min(left, right);
        }

        return Enumerable.Range(0, placed.Length).GroupBy(i => unit[i]).OrderBy(g => g.Key).Select(g => g.ToImmutableSortedDictionary(i => placed[i].Coder, i => placed[i].Judgement));
    }

    /// <summary>Pairs of different coders that overlap. The judgements are in order of their starts, so those after one that begins beyond an end are skipped.</summary>
    private static IEnumerable<Pair> Pairs(ImmutableArray<Placed> placed)
    {
        for (int i = 0; i < placed.Length; i++)
        {
            for (int j = i + 1; j < placed.Length && placed[j].Judgement.Start < placed[i].Judgement.End; j++)
                if (placed[i].Coder != placed[j].Coder) yield return new(i, j, Overlap(placed[i].Judgement, placed[j].Judgement));
        }
    }

    private static double Overlap(Judgement left, Judgement right)
    {
        const double SameRecord = 2;
        if (left.Id == right.Id) return SameRecord;
        double shared = Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);
        return shared / (left.End - left.Start + right.End - right.Start - shared);
    }
}
