using System.Collections.Immutable;
using Dragoman.Record.Entries;
using Dragoman.Record.Views;

namespace Dragoman.Record.Agreement;

/// <summary>How the values of a slot are compared.</summary>
public enum MarkScale
{
    /// <summary>The same or not.</summary>
    Nominal,

    /// <summary>By the square of the difference.</summary>
    Interval,

    /// <summary>Sets, by the share of members that only one has (Jaccard).</summary>
    Sets,

    /// <summary>Stretches of text, by the share of characters that only one has.</summary>
    Spans,
}

/// <summary>What a coder put into a slot, in a form that compares across coders: actors by what holds them together across documents, times by value.</summary>
public sealed record Mark(MarkScale Scale, string Text)
{
    private const char Between = '\n';

    public const string Factuality = "factuality";

    /// <summary>The value of a coder who found the record and left the slot empty.</summary>
    public static Mark Empty(MarkScale scale) => new(scale, "");

    /// <summary>The filled slots of a record's content.</summary>
    public static ImmutableDictionary<string, Mark> Of(RecordState record, RecordContent content)
    {
        ImmutableDictionary<string, Mark>.Builder marks = ImmutableDictionary.CreateBuilder<string, Mark>(StringComparer.Ordinal);
        if (content is Said { Statement: var statement })
        {
            marks["mode"] = new(MarkScale.Nominal, statement.Mode.Word());
            if (statement.Speaker is { } speaker) marks["speaker"] = Actors(record, [speaker]);
            if (!statement.Addressee.IsEmpty) marks["addressee"] = Actors(record, statement.Addressee);
            return marks.ToImmutable();
        }

        Finding finding = ((Found)content).Finding;
        if (finding.Factuality is { } factuality) marks[Factuality] = new(MarkScale.Nominal, factuality.Word());
        foreach (Slot slot in finding.Slots) marks[slot.Name] = Of(record, slot.Value);
        return marks.ToImmutable();
    }

    /// <summary>The squared difference of two values of one slot, from 0; at most 1 on all scales but the interval's.</summary>
    public static double Difference(Mark left, Mark right) => left.Scale switch
    {
        MarkScale.Interval => KrippendorffAlpha.Interval(double.Parse(left.Text, null), double.Parse(right.Text, null)),
        MarkScale.Sets => Square(Jaccard(left.Text.Split(Between).ToHashSet(StringComparer.Ordinal), right.Text.Split(Between).ToHashSet(StringComparer.Ordinal))),
        MarkScale.Spans => Square(Apart(left.Text, right.Text)),
        _ => KrippendorffAlpha.Nominal(left.Text, right.Text),
    };

    private static Mark Of(RecordState record, SlotValue value) => value switch
    {
        SlotValue.Actors actors => Actors(record, actors.Ids),
        SlotValue.Time time => new(MarkScale.Nominal, record.ReadIn.Times.FirstOrDefault(t => t.Id == time.Id) is { } told ? told.Value ?? told.Place.Words : time.Id),
        SlotValue.Text text => new(MarkScale.Spans, string.Create(null, $"{text.Passage.Start}{Between}{text.Passage.End}")),
        SlotValue.Number number => new(MarkScale.Interval, number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        SlotValue.Word word => new(MarkScale.Nominal, word.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static Mark Actors(RecordState record, ImmutableArray<string> ids) => new(
        MarkScale.Sets,
        string.Join(Between, ids.Select(id => record.Actors.FirstOrDefault(a => a.Id == id) is { } actor ? ActorKey.Of(actor) : id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));

    private static double Jaccard(HashSet<string> left, HashSet<string> right) => 1 - ((double)left.Intersect(right).Count() / left.Union(right).Count());

    private static double Apart(string left, string right)
    {
        if (left == right) return 0;
        if (left.Length == 0 || right.Length == 0) return 1;
        int[] a = [.. left.Split(Between).Select(n => int.Parse(n, null))];
        int[] b = [.. right.Split(Between).Select(n => int.Parse(n, null))];
        double shared = Math.Max(0, Math.Min(a[1], b[1]) - Math.Max(a[0], b[0]));
        return 1 - (shared / (a[1] - a[0] + b[1] - b[0] - shared));
    }

    private static double Square(double distance) => distance * distance;
}
