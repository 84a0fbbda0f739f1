using System.Collections.Immutable;
using Dragoman.Language;
using Dragoman.Reading.Mentions;
using Dragoman.Reading.Regions;
using Dragoman.Reading.Times;

namespace Dragoman.Reading.Attributions;

/// <summary>Finds attributions: source, cue and content.</summary>
public sealed class AttributionReader
{
    public ImmutableArray<Attribution> Read(AnnotatedDocument text, Page page, Cast cast, ImmutableArray<Timex> times) => [];
}
