using Dragoman.Reading.Frames.Rules;

namespace Dragoman.Reading.Frames.Matching;

/// <summary>A frame with what the choice between frames needs to know of it.</summary>
/// <param name="Rule">The rule that fired.</param>
/// <param name="Frame">What it found.</param>
/// <param name="Used">The tokens that the match rests on: the trigger, and the places named under <c>where</c>.</param>
internal sealed record Match(FrameRule Rule, Frame Frame, int[] Used);
