using System.Collections.Immutable;
using Dragoman.Record.Views;

namespace Dragoman.Pages;

/// <summary>
/// The part of a document that one page shows: all of it, or of a long one the cards around the open one and the text around them, so that
/// a page stays light whatever was filed.
/// </summary>
/// <param name="Numbers">Numbers of the cards shown, from 1.</param>
/// <param name="Earlier">Number of the last card before them; 0 for none.</param>
/// <param name="Later">Number of the first card after them; 0 for none.</param>
/// <param name="Stretch">The stretch of text shown, in UTF-16 code units.</param>
public sealed record CardWindow(ImmutableArray<int> Numbers, int Earlier, int Later, (int From, int Until) Stretch)
{
    private const int MostCards = 60;
    private const int LongText = 80_000;
    private const int Around = 10_000;

    /// <param name="document">The whole.</param>
    /// <param name="records">Its records in the order of their numbers.</param>
    /// <param name="shown">Numbers of those that the filter lets through.</param>
    /// <param name="selected">Number of the open one; 0 for none.</param>
    public static CardWindow Of(DocumentState document, ImmutableArray<RecordState> records, ImmutableArray<int> shown, int selected)
    {
        int at = Math.Max(0, shown.IndexOf(selected));
        int first = Math.Clamp(at - (MostCards / 3), 0, Math.Max(0, shown.Length - MostCards));
        int end = Math.Min(shown.Length, first + MostCards);
        ImmutableArray<int> numbers = shown[first..end];
        return new(numbers, first > 0 ? shown[first - 1] : 0, end < shown.Length ? shown[end] : 0, StretchOf(document, records, numbers));
    }

    private static (int From, int Until) StretchOf(DocumentState document, ImmutableArray<RecordState> records, ImmutableArray<int> numbers)
    {
        if (document.Text.Length <= LongText) return (0, int.MaxValue);
        int from = numbers.IsEmpty ? 0 : numbers.Min(n => records[n - 1].Content.Extent.Start);
        int until = numbers.IsEmpty ? 0 : numbers.Max(n => records[n - 1].Content.Extent.End);
        return (Math.Max(0, from - Around), Math.Min(until, from + LongText) + Around);
    }
}
