using System.Collections.Immutable;

namespace Dragoman.Briefs;

/// <summary>A reading as a person reads it: what document this is, and its findings in groups.</summary>
/// <param name="About">Lines on the document: outlet and date with their grounds, the original of a translation, what was set apart.</param>
internal sealed record Brief(string Title, ImmutableArray<string> About, ImmutableArray<BriefGroup> Groups);

internal sealed record BriefGroup(string Heading, ImmutableArray<BriefLine> Lines);

/// <summary>A finding or statement.</summary>
/// <param name="Lead">What it is, in a word or two: "announced", "4,900 violations".</param>
/// <param name="Facts">Who, to whom, when, on which condition.</param>
/// <param name="Words">The words of the text that show it.</param>
/// <param name="Place">Where they stand: "¶ 7".</param>
internal sealed record BriefLine(string Lead, string Facts, string Words, string Place);
