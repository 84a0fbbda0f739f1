namespace Dragoman.Reading.Frames.Matching;

/// <summary>Why a rule that fired gives no record.</summary>
internal enum Loss
{
    None,

    /// <summary>The document is about something else.</summary>
    Elsewhere,

    /// <summary>The document hardly speaks of settling a conflict, and no party is named.</summary>
    Passing,

    /// <summary>Headings carry nothing.</summary>
    Heading,

    /// <summary>An earlier rule of the kind has the words.</summary>
    SameWords,

    /// <summary>A more specific kind than a forecast has the words.</summary>
    LessSpecific,

    /// <summary>It is part of what is offered, demanded, answered or agreed.</summary>
    Part,

    /// <summary>It was said before, and nothing in it is new.</summary>
    Repetition,
}

/// <summary>A rule that fired, with the verdict on it.</summary>
/// <param name="Match">The rule and what it found.</param>
/// <param name="Loss">Why it gives no record; <see cref="Loss.None"/> if it gives one.</param>
/// <param name="To">The match that it gave way to, where there is one.</param>
internal sealed record Judged(Match Match, Loss Loss = Loss.None, Match? To = null);
