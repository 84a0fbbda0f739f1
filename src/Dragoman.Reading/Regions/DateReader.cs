using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Reading.Regions;

/// <summary>A day found in a line: where it stands in it, and the day itself.</summary>
internal readonly record struct FoundDay(int Start, int End, LocalDate Day)
{
    public string Iso => LocalDatePattern.Iso.Format(Day);
}

/// <summary>Reads the full dates, with day, month and year, by which pages say when they were published. A date that can be read in two ways is none.</summary>
internal sealed class DateReader
{
    private const int MostWords = 14; // of a line that is a date with its trimmings

    private readonly IReadOnlyDictionary<string, int> _months;
    private readonly ImmutableArray<string> _published;
    private readonly ImmutableArray<string> _updated;
    private readonly FrozenSet<string> _beside;
    private readonly Regex _dates;

    public DateReader(IReadOnlyDictionary<string, int> months, IEnumerable<string> published, IEnumerable<string> updated, IEnumerable<string> beside)
    {
        _months = months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _published = [.. published];
        _updated = [.. updated];
        _beside = beside.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        string month = months.Count == 0 ? "(?!)" : string.Join('|', months.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Regex.Escape));
        Pattern =
            $@"\b(?:(?<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<m>{month})\.?,?\s+(?<y>[12]\d{{3}})"
            + $@"|(?<m>{month})\.?\s+(?<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?<y>[12]\d{{3}})"
            + @"|(?<y>[12]\d{3})-(?<n>\d{2})-(?<d>\d{2})"
            + @"|(?<d>\d{1,2})\.(?<n>\d{1,2})\.(?<y>[12]\d{3})"
            + @"|(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>[12]\d{3}))(?!\d)";
        _dates = new(Pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }

    /// <summary>The regular expression of a full date, to be put into others.</summary>
    public string Pattern { get; }

    /// <summary>The first full date in the text.</summary>
    public FoundDay? Find(string text)
    {
        foreach (Match match in _dates.Matches(text))
            if (Day(match) is { } day) return new(match.Index, match.Index + match.Length, day);
        return null;
    }

    /// <summary>Whether the line says when the page was last changed, not when it was published.</summary>
    public bool IsUpdate(string line) => Starts(_updated, line);

    /// <summary>Whether the line says that this is when it was published.</summary>
    public bool IsPublication(string line) => Starts(_published, line);

    /// <summary>The date of a line that is a date with nothing but its trimmings: a place or outlet, a weekday, an hour.</summary>
    public FoundDay? DateLine(string line)
    {
        if (Find(line) is not { } day) return null;
        string[] others = (line[..day.Start] + " " + line[day.End..]).Split([' ', ',', '|', '·', ':', '/', '(', ')', '-', '–', '—', '\t', '*', '_'], StringSplitOptions.RemoveEmptyEntries);
        return others.Length <= MostWords && others.All(word => !char.IsLower(word[0]) || _beside.Contains(word.TrimEnd('.')) || _beside.Contains(word)) ? day : null;
    }

    private static bool Starts(ImmutableArray<string> cues, string line) => cues.Any(cue => line.StartsWith(cue, StringComparison.OrdinalIgnoreCase));

    private LocalDate? Day(Match match)
    {
        int year = Number(match.Groups["y"]);
        if (match.Groups["a"].Success)
        {
            int first = Number(match.Groups["a"]);
            int second = Number(match.Groups["b"]);
            return first > 12 ? Valid(year, second, first) : second > 12 ? Valid(year, first, second) : null;
        }

        int month = match.Groups["m"].Success ? _months[match.Groups["m"].Value] : Number(match.Groups["n"]);
        return Valid(year, month, Number(match.Groups["d"]));
    }

    private static LocalDate? Valid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new(year, month, day) : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
