using System.CommandLine;
using NodaTime;
using NodaTime.Text;

namespace Dragoman.Commands;

/// <summary><c>--as-of</c>: the record as it stood at the end of a day or at a moment.</summary>
internal sealed class AsOfOption
{
    private readonly Option<string?> _asOf = new("--as-of")
    {
        Description = "Only what had been recorded by the end of this day (2025-04-22) or by this moment (2025-04-22T12:00:00Z), UTC",
        HelpName = "DATE",
    };

    public void AddTo(Command command) => command.Add(_asOf);

    /// <summary>The moment asked for, or null.</summary>
    /// <exception cref="CommandException">It is neither a day nor a moment.</exception>
    public Instant? MomentOf(ParseResult parsed) => parsed.GetValue(_asOf) is { } text ? Parse(text) : null;

    /// <summary>The last moment of a day, or the moment itself.</summary>
    /// <exception cref="CommandException">It is neither a day nor a moment.</exception>
    public static Instant Parse(string text) => TryParse(text)
        ?? throw new CommandException("DG4010", $"'{text}' is no date; write a day as 2025-04-22 or a moment as 2025-04-22T12:00:00Z");

    public static Instant? TryParse(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day) return day.Value.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() - Duration.Epsilon;
        return InstantPattern.ExtendedIso.Parse(text) is { Success: true } moment ? moment.Value : null;
    }
}
