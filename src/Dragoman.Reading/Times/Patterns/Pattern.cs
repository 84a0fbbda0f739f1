using System.Collections.Immutable;

namespace Dragoman.Reading.Times.Patterns;

internal enum StepKind
{
    /// <summary>One atom: the word A.</summary>
    Word,

    /// <summary>A member of class A, kept in slot B (−1: not kept).</summary>
    Class,

    /// <summary>No white space before the next atom.</summary>
    Glue,

    /// <summary>Here the expression's span starts.</summary>
    Open,

    /// <summary>Here the expression's span ends.</summary>
    Close,

    /// <summary>Go on at A, and also at B.</summary>
    Split,

    /// <summary>Go on at A.</summary>
    Jump,

    /// <summary>Go on at A, unless the steps right behind this one match here.</summary>
    Refuse,

    /// <summary>The pattern has matched.</summary>
    Match,
}

internal readonly record struct Step(StepKind Kind, int A = 0, int B = 0);

/// <summary>
/// A compiled pattern. It has no repetition, and the matcher enters no step twice at the same atom, so that matching at one place costs at most
/// steps × atoms whatever the text.
/// </summary>
/// <param name="Slots">The names of its captures; a slot is an index into this list.</param>
internal sealed record Pattern(ImmutableArray<Step> Steps, ImmutableArray<string> Slots);
