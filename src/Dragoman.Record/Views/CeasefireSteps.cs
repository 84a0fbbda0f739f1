using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Views;

/// <summary>Folds the reports of one ceasefire into its steps: of one kind, within a few days, by the same people or by people not named.</summary>
internal static class CeasefireSteps
{
    private const int DaysOfOneStep = 3;
    private const int DaysOfAVagueDay = 2; // a month is no day on which something begins

    /// <param name="reports">In order of the days on which they were reported.</param>
    public static ImmutableArray<CeasefireStep> Of(IEnumerable<CitedRecord> reports)
    {
        List<CeasefireStep> steps = [];
        foreach (CitedRecord report in reports)
        {
            CeasefireStep step = StepOf(report);
            if (IsLookingBack(steps, step)) step = step with { Kind = CeasefireStepKind.Mentioned, Until = null };
            int same = steps.FindLastIndex(known => IsOne(known, step));
            if (same < 0) steps.Add(step);
            else steps[same] = Joined(steps[same], step);
        }

        return [.. steps.OrderBy(s => s.Day)];
    }

    /// <summary>Whether it only speaks of a declaration of which there is a report of the day.</summary>
    private static bool IsLookingBack(List<CeasefireStep> steps, CeasefireStep step) => step.Kind == CeasefireStepKind.Declared && step.By.IsEmpty
        && steps.Find(s => s is { Kind: CeasefireStepKind.Declared, IsActual: true }) is { Day: { } declared } && step.Day is { } day && Period.DaysBetween(declared, day) > DaysOfOneStep;

    private static bool IsOne(CeasefireStep known, CeasefireStep step) =>
        known.Kind == step.Kind && known.Kind is not (CeasefireStepKind.Violated or CeasefireStepKind.Mentioned) && known.IsActual == step.IsActual
        && known.Day is { } one && step.Day is { } other && Math.Abs(Period.DaysBetween(one, other)) <= DaysOfOneStep
        && (known.By.IsEmpty || step.By.IsEmpty || known.By.Intersect(step.By, StringComparer.Ordinal).Any())
        && (known.Until is null || step.Until is null || Math.Abs(Period.DaysBetween(known.Until.Value, step.Until.Value)) <= DaysOfOneStep);

    private static CeasefireStep Joined(CeasefireStep known, CeasefireStep step) => known with
    {
        From = known.From ?? step.From,
        Until = known.Until ?? step.Until,
        By = [.. known.By.Union(step.By, StringComparer.Ordinal)],
        Reports = [.. known.Reports, .. step.Reports],
    };

    private static CeasefireStep StepOf(CitedRecord report)
    {
        bool isViolation = report.Kind == "violation";
        CeasefireStepKind kind = isViolation ? CeasefireStepKind.Violated : report.Word("act") switch
        {
            "announced" or "agreed" => CeasefireStepKind.Declared,
            "extended" => CeasefireStepKind.Extended,
            "suspended" => CeasefireStepKind.Suspended,
            "ended" when CeasefireLiner.EndOf(report) is { } last && last > report.Reported => CeasefireStepKind.Mentioned, // it is to run out then
            "ended" => CeasefireStepKind.Ended,
            "rejected" => CeasefireStepKind.Rejected,
            _ => CeasefireStepKind.Mentioned,
        };
        ImmutableArray<string> by = [.. report.Actors(isViolation ? "claimant" : "by").Select(a => a.Name).Distinct(StringComparer.Ordinal)];
        return new(kind, report.Reported, isViolation || report.OwnDays is not { } days || days.Length > DaysOfAVagueDay ? null : days.Start, isViolation ? null : CeasefireLiner.EndOf(report), by, [report]);
    }
}
