using System.CommandLine;
using Dragoman.Desk.Boards;
using Dragoman.Pages;
using Dragoman.Record;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Commands;

/// <summary><c>dragoman calendar</c>: meetings and deadlines, and where they stand.</summary>
internal static class CalendarCommand
{
    public static Command Create(Terminal terminal)
    {
        BoardArguments board = new();
        Command command = new("calendar", "Prints meetings and deadlines with their standing: open, met, lapsed, moved, cancelled, or unknown because the day passed without a word.");
        board.AddTo(command);
        command.SetAction(parsed => Print(PlanBoard.Of(board.Read(parsed)), board.AsLines(parsed), new BoardLines(terminal)));
        return command;
    }

    private static int Print(PlanBoard plans, bool asLines, BoardLines lines)
    {
        foreach (PlanLine line in plans.Lines)
        {
            Phrase phrase = Phrasing.Of(line.Cited);
            if (asLines) lines.Json(Of(line));
            else lines.Quote(line.Item, $"{(line.Due is { } due ? "due " + BoardWords.Of(due) : "no day")}: {$"{phrase.Who} {phrase.Predicate}".Trim()}, {BoardWords.Of(line.Standing)}");
        }

        return ExitCode.Done;
    }

    private static object Of(PlanLine line) => new
    {
        record = BoardLines.Of(line.Item),
        first = line.Due?.FirstDay.ToString("uuuu-MM-dd", null),
        last = line.Due?.LastDay.ToString("uuuu-MM-dd", null),
        standing = ContractWords.WordOf(line.Standing),
        evidence = line.Evidence?.Id,
        settledBy = line.Settlement?.Run.Name,
    };
}
