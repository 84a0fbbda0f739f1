using Dragoman.Record;
using Dragoman.Record.Views;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Desk.Boards;

/// <summary>The addresses of the boards: every choice stands in the address.</summary>
public static class BoardAddress
{
    public const string Positions = "/positions";
    public const string Forecasts = "/forecasts";
    public const string Calendar = "/calendar";
    public const string CalendarFile = "/calendar.ics";
    public const string Timeline = "/timeline";
    public const string Claims = "/claims";
    public const string Actors = "/actors";
    public const string Network = "/network";

    public static string Position(Party party, Issue issue) => With(Positions, ("party", party.Key), ("issue", issue.Id)) + "#position";

    public static string Of(Actor actor) => $"{Actors}/{Uri.EscapeDataString(ActorEntry.SlugOf(ActorKey.Of(actor)))}";

    /// <summary>An address with those parts of the query that have a value.</summary>
    public static string With(string address, params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        string query = "";
        foreach ((string name, string? value) in parts)
            if (!string.IsNullOrEmpty(value)) query += $"{(query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
        return address + query;
    }
}
