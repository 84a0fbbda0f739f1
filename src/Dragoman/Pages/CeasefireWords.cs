using System.Globalization;
using Dragoman.Record;
using Dragoman.Record.Views;
using NodaTime;

namespace Dragoman.Pages;

/// <summary>Puts the life of a ceasefire into words.</summary>
internal static class CeasefireWords
{
    public static string Of(CeasefireLife life)
    {
        int extensions = life.Extensions.Count();
        string declared = life.Declarations.Any() ? "declared " + Day(life.Declared) : "reported from " + Day(life.Declared);
        string effective = life.Effective is { } from && from != life.Declared ? ", to begin " + Day(from) : "";
        string extended = extensions == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", extended {(extensions == 1 ? "once" : extensions == 2 ? "twice" : $"{extensions} times")} ({string.Join(", ", life.Extensions.Select(e => Day(e.Day)))})");
        string until = life.End is { } end ? ", ended " + Day(end.Day) : life.RunsUntil is { } last ? ", to run until " + Day(last) : "";
        return declared + effective + extended + until;
    }

    public static string Of(CeasefireStep step)
    {
        string by = step.By.IsEmpty ? "" : string.Join(", ", step.By) + ": ";
        string factuality = step.IsActual ? "" : $" ({step.First.Finding!.Factuality!.Value.Word()})";
        string count = step.Kind == CeasefireStepKind.Violated && step.First.Number("count") is { } breaches ? string.Create(CultureInfo.InvariantCulture, $", {breaches:N0} times") : "";
        string span = (step.From, step.Until) switch
        {
            ({ } from, { } until) => $", from {Day(from)} until {Day(until)}",
            ({ } from, null) => $", from {Day(from)}",
            (null, { } until) => $", until {Day(until)}",
            _ => "",
        };
        return by + Word(step.Kind) + count + factuality + span;
    }

    private static string Word(CeasefireStepKind kind) => kind switch
    {
        CeasefireStepKind.Declared => "declared",
        CeasefireStepKind.Extended => "extended",
        CeasefireStepKind.Suspended => "suspended",
        CeasefireStepKind.Ended => "ended",
        CeasefireStepKind.Rejected => "rejected",
        CeasefireStepKind.Violated => "said to be broken",
        _ => "spoken of",
    };

    private static string Day(LocalDate? day) => day is { } known ? DateWords.Of(known) : "on an unknown day";
}
