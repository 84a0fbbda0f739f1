using System.Collections.Immutable;

namespace Dragoman.Record.Views.Boards;

/// <summary>How a party stands to an issue, as one record of its acts shows it.</summary>
public enum Stance
{
    /// <summary>Proposes, accepts, agrees to or does it.</summary>
    For,

    /// <summary>Demands it of another, or makes it a condition.</summary>
    Demands,

    /// <summary>Ready to talk about it, without having accepted.</summary>
    Open,

    /// <summary>Accepts on conditions, or answers with a proposal of its own.</summary>
    Conditional,

    /// <summary>Rejects, ends or leaves it.</summary>
    Against,
}

/// <summary>One step of a position: a cited record.</summary>
/// <param name="Item">The record.</param>
/// <param name="Stance">Null where the record tells no stance: a plain statement, or an act that is only planned, possible or denied.</param>
public sealed record PositionStep(BoardItem Item, Stance? Stance)
{
    /// <summary>The stance that a record shows; null for none.</summary>
    internal static Stance? StanceOf(BoardItem item)
    {
        CitedRecord cited = item.Cited;
        if (cited.Finding is not { } finding || finding.Factuality is not (null or Factuality.Actual)) return null;
        return finding.Kind switch
        {
            FindingKind.Proposal => cited.Word("status") == "withdrawn" ? Boards.Stance.Against : Boards.Stance.For,
            FindingKind.Condition => Boards.Stance.Demands,
            FindingKind.Response => cited.Word("stance") switch
            {
                "accept" => Boards.Stance.For,
                "reject" => Boards.Stance.Against,
                "open" => Boards.Stance.Open,
                "conditional" or "counter" => Boards.Stance.Conditional,
                _ => null,
            },
            FindingKind.Ceasefire => cited.Word("act") switch
            {
                "announced" or "agreed" or "extended" => Boards.Stance.For,
                "ended" or "rejected" or "suspended" => Boards.Stance.Against,
                _ => null,
            },
            FindingKind.Agreement => cited.Word("act") switch
            {
                "reached" or "signed" or "implemented" => Boards.Stance.For,
                "suspended" or "withdrawn" => Boards.Stance.Against,
                _ => null,
            },
            _ => null,
        };
    }
}

/// <summary>A change of stance between two records of different days.</summary>
public sealed record PositionMove(PositionStep Before, PositionStep After);

/// <summary>Where a party stands on an issue: the dated sequence of what it said and did about it.</summary>
/// <param name="Party">Who.</param>
/// <param name="Issue">On what.</param>
/// <param name="Steps">The oldest first; undated ones at the end.</param>
public sealed record Position(Party Party, Issue Issue, ImmutableArray<PositionStep> Steps)
{
    /// <summary>Steps that tell a stance.</summary>
    public IEnumerable<PositionStep> Stances => Steps.Where(s => s.Stance is not null);

    /// <summary>The stance of the last dated step that tells one, or else of the last; null if none does.</summary>
    public PositionStep? Now => Stances.LastOrDefault(s => s.Item.When is not null) ?? Stances.LastOrDefault();

    /// <summary>The first step of the unbroken run of the present stance.</summary>
    public PositionStep? Since
    {
        get
        {
            PositionStep? since = null;
            foreach (PositionStep step in Stances.Where(s => s.Item.When is not null))
                if (since?.Stance != step.Stance) since = step;
            return since ?? Now;
        }
    }

    /// <summary>The oldest first. Two stances reported for the same day are no move: which came first is not known.</summary>
    public IEnumerable<PositionMove> Moves
    {
        get
        {
            PositionStep? before = null;
            foreach (PositionStep step in Stances)
            {
                if (step.Item.When is not { } when) continue;
                if (before is not null && before.Stance != step.Stance && before.Item.When!.Value.LastDay < when.FirstDay) yield return new(before, step);
                before = step;
            }
        }
    }
}

/// <summary>Party × issue, for the whole record.</summary>
public sealed record PositionMap
{
    /// <summary>The parties that take a stance on most issues first.</summary>
    public required ImmutableArray<Party> Parties { get; init; }

    /// <summary>The issues that most positions are on first.</summary>
    public required ImmutableArray<Issue> Issues { get; init; }

    /// <summary>By party key and issue id.</summary>
    public required ImmutableDictionary<(string Party, string Issue), Position> Positions { get; init; }

    /// <summary>The latest first.</summary>
    public required ImmutableArray<(Position Position, PositionMove Move)> Moves { get; init; }

    /// <summary>Acts of parties whose words name no issue of the list; they are in no cell.</summary>
    public required int WithoutIssue { get; init; }

    public Position? Find(string? party, string? issue) => party is null || issue is null ? null : Positions.GetValueOrDefault((party, issue));

    public static PositionMap Of(Board board) => board.View("positions", Make);

    private static PositionMap Make(Board board)
    {
        Dictionary<(string, string), (Party Party, Issue Issue, List<PositionStep> Steps)> cells = [];
        int without = 0;
        foreach (BoardItem item in board.Items.Where(i => !i.Parties.IsEmpty && i.Kind is not ("meeting" or "violation" or "forecast")))
        {
            PositionStep step = new(item, PositionStep.StanceOf(item));
            if (item.Issues.IsEmpty && step.Stance is not null) without++;
            foreach (Issue issue in item.Issues)
            {
                foreach (Party party in item.Parties)
                {
                    if (!cells.TryGetValue((party.Key, issue.Id), out var cell)) cells.Add((party.Key, issue.Id), cell = (party, issue, []));
                    cell.Steps.Add(step);
                }
            }
        }

        Position[] all = [.. cells.Values.Select(c => new Position(c.Party, c.Issue, [.. c.Steps.OrderBy(s => s.Item.When is null).ThenBy(s => s.Item.When?.From).ThenBy(s => s.Item.Reported?.From)]))];
        Position[] taken = [.. all.Where(p => p.Now is not null)];
        return new()
        {
            Parties = [.. taken.GroupBy(p => p.Party.Key, StringComparer.Ordinal).OrderByDescending(g => g.Sum(p => p.Stances.Count())).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First().Party)],
            Issues = [.. taken.GroupBy(p => p.Issue).OrderByDescending(g => g.Sum(p => p.Stances.Count())).ThenBy(g => g.Key.Id, StringComparer.Ordinal).Select(g => g.Key)],
            Positions = all.ToImmutableDictionary(p => (p.Party.Key, p.Issue.Id)),
            Moves = [.. taken.SelectMany(p => p.Moves.Select(m => (Position: p, Move: m))).OrderByDescending(m => m.Move.After.Item.When!.Value.From).ThenBy(m => m.Position.Party.Key, StringComparer.Ordinal)],
            WithoutIssue = without,
        };
    }
}
