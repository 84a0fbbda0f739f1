using System.Collections.Immutable;
using NodaTime;

namespace Dragoman.Record.Views;

/// <summary>What kind of step it is in the life of a ceasefire.</summary>
public enum CeasefireStepKind
{
    /// <summary>Declared by one side or agreed between several.</summary>
    Declared,

    Extended,

    /// <summary>Reported to hold, or spoken of.</summary>
    Mentioned,

    Suspended,

    Ended,

    Rejected,

    /// <summary>Somebody claims that it was broken.</summary>
    Violated,
}

/// <summary>A step in the life of a ceasefire, with the reports of it.</summary>
/// <param name="Day">Day of the first report; of what is planned or denied, too.</param>
/// <param name="From">First day for which it is to hold, where a report gives one: the effective date, apart from that of the declaration.</param>
/// <param name="Until">Last day for which it is to hold by the reports: an end, or a start with a duration. A date, never a promise that it held.</param>
/// <param name="By">Names of those who declare, agree, extend or end it, or claim its breach.</param>
/// <param name="Reports">At least one; the others are its repeats.</param>
public sealed record CeasefireStep(CeasefireStepKind Kind, LocalDate? Day, LocalDate? From, LocalDate? Until, ImmutableArray<string> By, ImmutableArray<CitedRecord> Reports)
{
    public CitedRecord First => Reports[0];

    /// <summary>Whether the text says that it came about; else it is planned, possible or denied.</summary>
    public bool IsActual => Reports.Any(r => r.Finding!.Factuality is null or Factuality.Actual);
}

/// <summary>One ceasefire from its declaration to its end, as the records give it: steps are proposed to belong together, and none is merged into another.</summary>
/// <param name="Steps">By day.</param>
public sealed record CeasefireLife(ImmutableArray<CeasefireStep> Steps)
{
    /// <summary>Declarations, one for each actor and day.</summary>
    public IEnumerable<CeasefireStep> Declarations => Steps.Where(s => s.Kind == CeasefireStepKind.Declared);

    public IEnumerable<CeasefireStep> Extensions => Steps.Where(s => s is { Kind: CeasefireStepKind.Extended, IsActual: true });

    /// <summary>The day of the first declaration, or else of the first report.</summary>
    public LocalDate? Declared => (Declarations.FirstOrDefault() ?? Steps[0]).Day;

    /// <summary>The first day for which it is to hold, where a report gives it.</summary>
    public LocalDate? Effective => Steps.Where(s => s.Kind is CeasefireStepKind.Declared or CeasefireStepKind.Mentioned && s.IsActual).Select(s => s.From).Where(d => d is not null).Min();

    /// <summary>The last day by the last declaration or extension that gives one.</summary>
    public LocalDate? RunsUntil => Steps.Where(s => s.IsActual && s.Kind is CeasefireStepKind.Declared or CeasefireStepKind.Extended).Select(s => s.Until).LastOrDefault(d => d is not null);

    public CeasefireStep? End => Steps.LastOrDefault(s => s is { Kind: CeasefireStepKind.Ended, IsActual: true });
}
