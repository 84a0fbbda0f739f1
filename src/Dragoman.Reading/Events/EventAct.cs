using System.Collections.Immutable;
using Dragoman.Reading.Mentions;

namespace Dragoman.Reading.Events;

/// <summary>An event with the actors that its phrases mean, at least one of them; all are resolved.</summary>
public sealed record EventAct(EventCode Code, ImmutableArray<Mention> Source, ImmutableArray<Mention> Target);
