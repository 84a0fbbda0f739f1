using Dragoman.Language;

namespace Dragoman.Reading.Attributions;

/// <summary>A cue found in the text.</summary>
/// <param name="Pattern">The line of the list that it matches.</param>
/// <param name="Head">The token that heads it ("expressed").</param>
/// <param name="Last">The last token that belongs to it ("over"); equal to <paramref name="Head"/> for a cue of one word.</param>
/// <param name="Noun">The last nominal word of it, to which complements may attach ("concern"), or <paramref name="Head"/>.</param>
/// <param name="Span">The words of the cue.</param>
internal sealed record CueHit(CuePattern Pattern, int Head, int Last, int Noun, TextSpan Span);
