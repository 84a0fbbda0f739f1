using System.CommandLine;
using Dragoman.Desk.Boards;
using Dragoman.Record;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Commands;

/// <summary><c>dragoman positions</c>: where each party stands on each issue, its moves, and claims of a first time held against the record.</summary>
internal static class PositionsCommand
{
    public static Command Create(Terminal terminal)
    {
        BoardArguments board = new();
        Option<string?> party = new("--party") { Description = "Only this party, by name or key", HelpName = "PARTY" };
        Option<string?> issue = new("--issue") { Description = "Only this issue, by its id in world/issues.yml", HelpName = "ISSUE" };
        Command command = new("positions", "Prints where each party stands on each issue, since when, and its moves, each with the words that show it.") { party, issue };
        board.AddTo(command);
        command.SetAction(parsed => Print(board.Read(parsed), parsed.GetValue(party), parsed.GetValue(issue), board.AsLines(parsed), terminal));
        return command;
    }

    private static int Print(Board board, string? party, string? issue, bool asLines, Terminal terminal)
    {
        PositionMap map = PositionMap.Of(board);
        BoardLines lines = new(terminal);
        IEnumerable<Position> shown = map.Parties.Where(p => party is null || p.Key == party || p.Name.Equals(party, StringComparison.OrdinalIgnoreCase))
            .SelectMany(p => map.Issues.Where(i => issue is null || i.Id == issue).Select(i => map.Find(p.Key, i.Id))).OfType<Position>().Where(p => p.Now is not null);
        foreach (Position position in shown)
        {
            if (asLines) lines.Json(Of(position));
            else Print(position, lines);
        }

        if (asLines || party is not null || issue is not null) return ExitCode.Done;
        lines.Title("Said to be the first time");
        foreach (NoveltyCheck check in NoveltyCheck.All(board)) lines.Quote(check.Claim, BoardWords.Of(check));
        return ExitCode.Done;
    }

    private static void Print(Position position, BoardLines lines)
    {
        lines.Title($"{position.Party.Name} on {BoardWords.Lowered(position.Issue.NameIn("en"))}: {BoardWords.Of(position.Now!.Stance!.Value)}, since {BoardWords.WhenOf(position.Since!.Item)}");
        foreach (PositionStep step in position.Stances) lines.Quote(step.Item, BoardWords.Of(step.Stance!.Value));
        foreach (PositionMove move in position.Moves) lines.Write($"  move: {BoardWords.Of(move.Before.Stance!.Value)} -> {BoardWords.Of(move.After.Stance!.Value)}, {BoardWords.WhenOf(move.After.Item)}");
    }

    private static object Of(Position position) => new
    {
        party = position.Party.Key,
        name = position.Party.Name,
        issue = position.Issue.Id,
        pax = position.Issue.PaxTopic,
        stance = ContractWords.WordOf(position.Now!.Stance!.Value),
        since = BoardLines.Of(position.Since!.Item),
        steps = position.Stances.Select(s => new { stance = ContractWords.WordOf(s.Stance!.Value), record = BoardLines.Of(s.Item) }),
        moves = position.Moves.Select(m => new { before = m.Before.Item.Id, after = m.After.Item.Id }),
    };
}
