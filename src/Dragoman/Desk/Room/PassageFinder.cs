using System.Globalization;
using Dragoman.Record;

namespace Dragoman.Desk.Room;

/// <summary>Finds the words of a form in a document: at the place that the browser gives, else the nearest place where they stand exactly.</summary>
public sealed class PassageFinder(string text)
{
    /// <param name="words">As they came from a form; line ends and the white space around them do not count.</param>
    /// <param name="at">Where the browser says they stand: <c>START-END</c> in UTF-16 code units; or nothing.</param>
    /// <param name="near">Where to look first otherwise.</param>
    /// <returns>Null if the words do not stand in the text.</returns>
    public Passage? Find(string words, string? at, int near)
    {
        string wanted = words.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (wanted.Length == 0) return null;
        if (PlaceOf(at) is { } place && new Passage(place.Start, place.End, text[place.Start..place.End]) is var there && Collapsed(there.Words) == Collapsed(wanted)) return Trimmed(there);
        int after = text.IndexOf(wanted, Math.Clamp(near, 0, text.Length), StringComparison.Ordinal);
        int before = near > 0 ? text.LastIndexOf(wanted, Math.Clamp(near + wanted.Length, 0, text.Length - 1), StringComparison.Ordinal) : -1;
        int start = after < 0 || (before >= 0 && near - before < after - near) ? before : after;
        return start < 0 ? null : new(start, start + wanted.Length, wanted);
    }

    private (int Start, int End)? PlaceOf(string? at)
    {
        if (at?.Split('-') is not [var first, var last]) return null;
        bool isPlace = int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int start)
            & int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int end);
        return isPlace && start < end && end <= text.Length ? (start, end) : null;
    }

    /// <summary>A browser's selection has line ends of its own.</summary>
    private static string Collapsed(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Passage Trimmed(Passage passage)
    {
        int leading = passage.Words.Length - passage.Words.TrimStart().Length;
        string words = passage.Words.Trim();
        return new(passage.Start + leading, passage.Start + leading + words.Length, words);
    }
}
