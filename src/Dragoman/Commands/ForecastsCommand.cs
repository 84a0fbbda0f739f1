using System.CommandLine;
using System.Globalization;
using Dragoman.Desk.Boards;
using Dragoman.Record;
using Dragoman.Record.Views.Boards;

namespace Dragoman.Commands;

/// <summary><c>dragoman forecasts</c>: what was forecast, by when, in which range, and how the resolved ones scored.</summary>
internal static class ForecastsCommand
{
    public static Command Create(Terminal terminal)
    {
        BoardArguments board = new();
        Option<string?> scale = new("--scale") { Description = "The scale that gives words their range: icd203, phia, ipcc, kent, survey, or another file of vocab/likelihood [default: the first of scales.tsv]", HelpName = "SCALE" };
        Command command = new("forecasts", "Prints the forecasts of the record with range, horizon and outcome, and the scores of those that are resolved.") { scale };
        board.AddTo(command);
        command.SetAction(parsed => Print(board.Read(parsed), parsed.GetValue(scale), board.AsLines(parsed), terminal));
        return command;
    }

    private static int Print(Board board, string? scale, bool asLines, Terminal terminal)
    {
        if (scale is not null && board.World.Scale(scale)?.Id != scale)
            throw new CommandException("DG4001", $"there is no scale '{scale}'; give one of {string.Join(", ", board.World.Scales.Select(s => s.Id))}");
        ForecastBoard forecasts = ForecastBoard.Of(board, scale);
        BoardLines lines = new(terminal);
        if (asLines)
        {
            foreach (ForecastLine line in forecasts.Lines) lines.Json(Of(line, forecasts.Scale?.Id));
            return ExitCode.Done;
        }

        foreach (IGrouping<ForecastStage, ForecastLine> stage in forecasts.Lines.GroupBy(l => l.Stage))
        {
            lines.Title($"{BoardWords.Of(stage.Key)}, {stage.Count().ToString(CultureInfo.InvariantCulture)}");
            foreach (ForecastLine line in stage) lines.Quote(line.Item, Words(line));
        }

        PrintScores(forecasts, lines);
        return ExitCode.Done;
    }

    private static string Words(ForecastLine line)
    {
        string horizon = line.Horizon is { } until ? ", by " + BoardWords.Of(until) : "";
        string outcome = line.Resolution is null ? "" : $", {BoardWords.Of(line.Outcome)}{(line.Brier is { } brier ? $", Brier {BoardWords.Of(brier)}" : "")}";
        return $"{line.Forecaster?.Name ?? "the outlet"}: {line.Likelihood.Range?.ToString() ?? "no range"} ({line.Likelihood.Basis}){horizon}{outcome}";
    }

    private static void PrintScores(ForecastBoard forecasts, BoardLines lines)
    {
        if (forecasts.All.Resolved == 0) return;
        lines.Title($"Scores on {forecasts.Scale?.Name} (best to worst that the words allow)");
        foreach (ForecastTally tally in forecasts.ByForecaster.Prepend(forecasts.All))
        {
            lines.Write(string.Create(CultureInfo.InvariantCulture, $"  {tally.Name}: {tally.Resolved} resolved, {tally.Unscored * 100:0}% cannot be scored")
                + $"{(tally.Brier is { } brier ? $", Brier {BoardWords.Of(brier)}, log {BoardWords.Of(tally.Log!.Value)}" : "")}");
        }

        foreach (CalibrationPoint point in forecasts.Calibration)
            lines.Write(string.Create(CultureInfo.InvariantCulture, $"  said {point.Range}: {point.True} of {point.Count} came true ({point.Low * 100:0}–{point.High * 100:0}%)"));
    }

    private static object Of(ForecastLine line, string? scale) => new
    {
        record = BoardLines.Of(line.Item),
        forecaster = line.Forecaster?.Name,
        wording = line.Cited.Text("phrase")?.Words,
        scale,
        low = line.Likelihood.Range?.Low,
        high = line.Likelihood.Range?.High,
        horizon = line.Horizon?.LastDay.ToString("uuuu-MM-dd", null),
        condition = line.Cited.Text("condition")?.Words,
        stage = ContractWords.WordOf(line.Stage),
        outcome = ContractWords.WordOf(line.Outcome),
        brier = line.Brier is { } brier ? new[] { brier.Low, brier.High } : null,
    };
}
