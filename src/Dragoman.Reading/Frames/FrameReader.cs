using System.Collections.Immutable;

namespace Dragoman.Reading.Frames;

/// <summary>Matches the language's frame rules against the trees.</summary>
public sealed class FrameReader
{
    public ImmutableArray<Frame> Read(Annotations annotations) => [];
}
