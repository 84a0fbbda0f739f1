using System.Collections.Immutable;

namespace Dragoman.Record.Agreement;

/// <summary>Agreement on one question.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Slot">The slot; <c>is there</c> for whether there is such a record at all.</param>
/// <param name="Units">Units on which at least two coders said something.</param>
/// <param name="Alpha">Krippendorff's alpha; null where all say the same or there is nothing to compare.</param>
public sealed record AgreementLine(string Kind, string Slot, MarkScale Scale, int Units, double? Alpha);

/// <summary>Two coders: how many records both found, and how many only one did where the other looked.</summary>
public sealed record CoderPair(string Left, string Right, int Both, int OnlyLeft, int OnlyRight)
{
    /// <summary>The harmonic mean of how much of each is found by the other; null where neither found anything.</summary>
    public double? F1 => Both + OnlyLeft + OnlyRight == 0 ? null : 2.0 * Both / ((2 * Both) + OnlyLeft + OnlyRight);
}

/// <summary>How far coders agree: on which records there are, and on each slot of those that they have in common.</summary>
public sealed record AgreementReport(ImmutableArray<string> Coders, ImmutableArray<CoderPair> Pairs, ImmutableArray<AgreementLine> Lines)
{
    public const string IsThere = "is there";

    /// <param name="codings">At least two; the machine may be one of them.</param>
    public static AgreementReport Of(ImmutableArray<Coding> codings)
    {
        ImmutableArray<CodedUnit> units = new UnitAligner().Align(codings);
        IEnumerable<CoderPair> pairs = Enumerable.Range(0, codings.Length).SelectMany(i => Enumerable.Range(i + 1, codings.Length - i - 1).Select(j => Compare(codings, units, i, j)));
        IEnumerable<AgreementLine> lines = units.GroupBy(unit => unit.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(same => LinesOf(codings, same.Key, [.. same]));
        return new([.. codings.Select(c => c.Coder)], [.. pairs], [.. lines]);
    }

    private static CoderPair Compare(ImmutableArray<Coding> codings, ImmutableArray<CodedUnit> units, int left, int right)
    {
        (bool? Left, bool? Right)[] answers = [.. units.Select(unit => (Answer(codings, unit, left), Answer(codings, unit, right)))];
        return new(codings[left].Coder, codings[right].Coder, answers.Count(a => a is (true, true)), answers.Count(a => a is (true, false)), answers.Count(a => a is (false, true)));
    }

    /// <summary>Whether the coder has such a record there; null where they have not looked.</summary>
    private static bool? Answer(ImmutableArray<Coding> codings, CodedUnit unit, int coder) =>
        unit.ByCoder.TryGetValue(coder, out Judgement? judgement) ? judgement.IsThere : codings[coder].Complete.Contains(unit.Document) ? false : null;

    private static IEnumerable<AgreementLine> LinesOf(ImmutableArray<Coding> codings, string kind, ImmutableArray<CodedUnit> units)
    {
        IReadOnlyList<bool>[] there = [.. units.Select(unit => Enumerable.Range(0, codings.Length).Select(i => Answer(codings, unit, i)).OfType<bool>().ToArray())];
        if (there.Any(values => values.Count > 1))
            yield return new(kind, IsThere, MarkScale.Nominal, there.Count(values => values.Count > 1), KrippendorffAlpha.Of(there, KrippendorffAlpha.Nominal));
        ImmutableArray<ImmutableArray<Judgement>> found = [.. units.Select(unit => unit.ByCoder.Values.Where(j => j.IsThere).ToImmutableArray()).Where(found => found.Length > 1)];
        IEnumerable<(string Slot, MarkScale Scale)> slots = found.SelectMany(unit => unit).SelectMany(j => j.Slots).Select(s => (s.Key, s.Value.Scale)).Distinct().OrderBy(s => s.Key, StringComparer.Ordinal);
        foreach ((string slot, MarkScale scale) in slots)
        {
            IReadOnlyList<Mark>[] values = [.. found.Where(unit => unit.Any(j => j.Slots.ContainsKey(slot))).Select(unit => Values(unit, slot, scale)).Where(values => values.Count > 1)];
            yield return new(kind, slot, scale, values.Length, KrippendorffAlpha.Of(values, Mark.Difference));
        }
    }

    /// <summary>An empty slot is a value of its own, but no number.</summary>
    private static IReadOnlyList<Mark> Values(ImmutableArray<Judgement> unit, string slot, MarkScale scale) =>
        [.. unit.Select(j => j.Slots.GetValueOrDefault(slot) ?? (scale == MarkScale.Interval ? null : Mark.Empty(scale))).OfType<Mark>()];
}
