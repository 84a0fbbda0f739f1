using System.Collections.Immutable;

namespace Dragoman.Storage.Export.Events;

/// <summary>A record in the terms of event data.</summary>
/// <param name="Root">PLOVER's root type: <c>RETREAT</c>.</param>
/// <param name="Mode">PLOVER's mode, where it is clear.</param>
/// <param name="Quad">PLOVER's quad class: <c>material-cooperation</c>.</param>
/// <param name="Cameo">The nearest CAMEO code, which declared and observed ceasefires do not share; null where there is none.</param>
/// <param name="Source">Ids of the actors that do it.</param>
/// <param name="Target">Ids of the actors to whom it is done.</param>
/// <param name="Rule">The line of the table that gave it.</param>
public sealed record EventCoding(string Root, string? Mode, string Quad, string? Cameo, ImmutableArray<string> Source, ImmutableArray<string> Target, string Rule);
