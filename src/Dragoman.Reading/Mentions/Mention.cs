using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Record;

namespace Dragoman.Reading.Mentions;

/// <summary>A place where the text refers to an actor (or to something that could be one).</summary>
public sealed record Mention
{
    public required TextSpan Span { get; init; }

    /// <summary>The tokens <c>[First, End)</c> of the mention.</summary>
    public required int First { get; init; }

    public required int End { get; init; }

    /// <summary>The token that heads it, to which dependency relations attach.</summary>
    public required int Head { get; init; }

    public required MentionForm Form { get; init; }

    /// <summary>Index in <see cref="Cast.Chains"/>.</summary>
    public required int Chain { get; init; }

    /// <summary>Which rule or list gave it, and how it was linked to its chain.</summary>
    public string? Why { get; init; }
}

/// <summary>All mentions of one actor.</summary>
public sealed record Chain
{
    public required ActorKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of allegiance, if any.</summary>
    public string? Country { get; init; }

    public ImmutableArray<string> Roles { get; init; } = [];

    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Its id in <c>world/actors</c>, if known there.</summary>
    public string? World { get; init; }
}

/// <summary>Everybody that a document mentions.</summary>
public sealed class Cast
{
    private readonly Dictionary<int, Mention> _byHead;

    public Cast(ImmutableArray<Mention> mentions, ImmutableArray<Chain> chains)
    {
        Mentions = mentions;
        Chains = chains;
        _byHead = [];
        foreach (Mention mention in mentions) _byHead.TryAdd(mention.Head, mention);
    }

    /// <summary>In text order.</summary>
    public ImmutableArray<Mention> Mentions { get; }

    public ImmutableArray<Chain> Chains { get; }

    /// <summary>The mention that this token heads, or null.</summary>
    public Mention? HeadedBy(int token) => _byHead.GetValueOrDefault(token);
}
