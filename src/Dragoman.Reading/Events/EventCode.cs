using System.Collections.Immutable;
using Dragoman.Language;

namespace Dragoman.Reading.Events;

/// <summary>An event as the words of one sentence give it, before anybody asks which actors it concerns.</summary>
public sealed record EventCode
{
    /// <summary>The token that evokes it.</summary>
    public required int Trigger { get; init; }

    /// <summary>The word, with its light verb and particles.</summary>
    public required TextSpan Anchor { get; init; }

    /// <summary>The clause that shows it.</summary>
    public required TextSpan Evidence { get; init; }

    public required PloverRoot Root { get; init; }

    public string? Mode { get; init; }

    /// <summary>Tokens that head the phrases of those who do it; none if it is not said.</summary>
    public required ImmutableArray<int> Sources { get; init; }

    /// <summary>Tokens that head the phrases of those to whom it is done.</summary>
    public required ImmutableArray<int> Targets { get; init; }

    /// <summary>The line of the lexicon: <c>en/events/lexicon.tsv#12</c>.</summary>
    public required string Rule { get; init; }
}
