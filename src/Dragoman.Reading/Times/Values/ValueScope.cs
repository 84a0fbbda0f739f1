using NodaTime;

namespace Dragoman.Reading.Times.Values;

/// <summary>Whether the clause around an expression speaks of what was or of what is to come.</summary>
internal enum Tense
{
    Unknown, Past, Future,
}

/// <summary>What the value of one expression may hang on; it notes what was used, which is the expression's basis.</summary>
/// <param name="reference">The date of the document, as far as it is known.</param>
/// <param name="previous">The dates before the expression in the text, the last one last.</param>
/// <param name="tense">Tells the tense around the expression; asked only if the value hangs on it.</param>
internal sealed class ValueScope(TimexReference? reference, IReadOnlyList<Moment> previous, Func<Tense> tense)
{
    private static readonly Unresolved NoReference = new("the document's date is not known");
    private static readonly Unresolved VagueReference = new("the document's date is not known to the day");
    private static readonly Unresolved NoPrevious = new("no date exact enough stands before it in the text");

    public TimexBasis Basis { get; private set; } = TimexBasis.Explicit;

    public Tense Tense => tense();

    /// <summary>The last date before the expression if it is a quarter: what "a year ago" is counted from in reports of figures.</summary>
    public bool FollowsQuarter => previous is [.., { Grain: Grain.Quarter }];

    /// <summary>The last date before the expression that is exact enough to count units of this size from, and then is its basis; or why there is none.</summary>
    public Meaning PreviousFor(Grain grain)
    {
        Basis = TimexBasis.OtherTime;
        for (int i = previous.Count - 1; i >= Math.Max(0, previous.Count - LooksBack); i--)
            if (previous[i].Grain <= grain) return previous[i];
        return NoPrevious;
    }

    /// <summary>The document's date, if it is known to a unit of this size; or why not.</summary>
    public Meaning ReferenceFor(Grain grain)
    {
        Basis = TimexBasis.DocumentDate;
        if (reference is not { } known) return NoReference;
        ReferencePrecision needed = grain switch
        {
            Grain.Day or Grain.Week or Grain.Weekend => ReferencePrecision.Day,
            Grain.Year or Grain.Decade or Grain.Century => ReferencePrecision.Year,
            _ => ReferencePrecision.Month,
        };
        return known.Precision >= needed ? new Moment(known.Start, Grain.Day) : VagueReference;
    }

    private const int LooksBack = 4; // dates in the text; an older one is hardly what is meant
    private const int Near = 100; // days within which a date without a year is taken to be the nearest one, whatever the tense

    /// <summary>
    /// Of the times that an expression could mean (sorted, not overlapping) the one that a mode takes: <c>past</c> the last that has begun, <c>future</c> the first
    /// that has not ended, <c>last</c> and <c>next</c> the same without the reference's own, <c>near</c> the nearest, <c>auto</c> as the tense says, else as
    /// <paramref name="otherwise"/>.
    /// </summary>
    public static Moment? Choose(IReadOnlyList<Moment> candidates, LocalDate day, string mode, Func<Tense> tense, string otherwise) => mode switch
    {
        "auto" when otherwise == "near" && candidates.Any(c => Distance(c, day) <= Near) => Choose(candidates, day, "near", tense, otherwise),
        "auto" when otherwise == "begun" => tense() == Tense.Future && candidates.FirstOrDefault(c => c.Start > day) is { } next && Distance(next, day) <= Near
            ? next : Choose(candidates, day, "past", tense, otherwise),
        "past" => candidates.LastOrDefault(c => c.Start <= day),
        "future" => candidates.FirstOrDefault(c => c.Days.End >= day),
        "last" => candidates.LastOrDefault(c => c.Days.End < day),
        "next" => candidates.FirstOrDefault(c => c.Start > day),
        "near" => candidates.MinBy(c => (Distance(c, day), c.Start > day)),
        _ => Choose(candidates, day, tense() switch { Tense.Past => "past", Tense.Future => "future", _ => otherwise }, tense, "past"),
    };

    private static int Distance(Moment moment, LocalDate day) => day < moment.Start ? Period.DaysBetween(day, moment.Start)
        : day > moment.Days.End ? Period.DaysBetween(moment.Days.End, day) : 0;
}
