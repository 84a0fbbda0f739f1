using Dragoman.Reading.Mentions.Lexicon;
using Dragoman.Reading.Mentions.World;

namespace Dragoman.Reading.Mentions.Finding;

/// <summary>A stretch of a sentence that the lists, or its capitals, mark as part of a name. Exactly one of the payloads is set, or none for a bare name.</summary>
internal sealed record Segment(int First, int End)
{
    public WorldActor? Actor { get; init; }

    public IReadOnlyList<PlaceName>? Places { get; init; }

    public OfficeTerm? Office { get; init; }

    public bool IsHonorific { get; init; }

    /// <summary>A listed place with further capitals behind it: <c>Sudria Relief Fund</c>.</summary>
    public bool IsJoined { get; init; }

    public bool IsTitle => Office is not null || IsHonorific;

    /// <summary>A capitalised name that no list holds.</summary>
    public bool IsBare => Actor is null && Places is null && !IsTitle;

    public int Length => End - First;
}
