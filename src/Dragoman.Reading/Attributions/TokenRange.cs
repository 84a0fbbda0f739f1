using System.Collections.Immutable;

namespace Dragoman.Reading.Attributions;

/// <summary>The tokens <c>[First, End)</c>.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public bool IsEmpty => End <= First;

    public bool Contains(int token) => First <= token && token < End;
}

/// <summary>What a cue reports, before it is trimmed: where it stands and in what shape it was found ("clause", "object", "aside" …).</summary>
internal sealed record ContentFound(ImmutableArray<TokenRange> Ranges, string Shape)
{
    public static ContentFound? Of(string shape, params ReadOnlySpan<TokenRange> ranges)
    {
        ImmutableArray<TokenRange>.Builder kept = ImmutableArray.CreateBuilder<TokenRange>();
        foreach (TokenRange range in ranges)
            if (!range.IsEmpty) kept.Add(range);
        return kept.Count == 0 ? null : new(kept.ToImmutable(), shape);
    }
}
