using System.Collections.Immutable;

namespace Dragoman.Reading.Mentions.Lexicon;

/// <summary>A title or office as the language names it.</summary>
/// <param name="Phrase">The words, in lower case.</param>
/// <param name="Office">Its id, as <c>world/actors</c> uses it.</param>
/// <param name="SpeaksFor">On whose behalf its holder speaks.</param>
/// <param name="Covers">The offices that the words may mean, its own first.</param>
public sealed record OfficeTerm(string Phrase, string Office, SpeaksFor SpeaksFor, ImmutableArray<string> Covers);

/// <summary>On whose behalf the holder of an office speaks.</summary>
public enum SpeaksFor
{
    None, State, Body, Armed, Party,
}

/// <summary>What kind of thing a noun stands for.</summary>
public enum NominalClass
{
    Person, People, Government, Body, Outlet, Country,

    /// <summary>Stands for a body only as the last word of a name.</summary>
    Ending,
}

/// <summary>A listed noun at the end of a phrase.</summary>
/// <param name="Class">What it stands for.</param>
/// <param name="First">Its first token: of two for <c>news agency</c>.</param>
public readonly record struct NounMatch(NominalClass Class, int First);

/// <summary>How a pronoun is used.</summary>
public enum PronounUse
{
    Personal, Possessive, Reflexive, Relative,
}

/// <summary>What a pronoun says of the one it refers to; null where it says nothing.</summary>
/// <param name="Person">Grammatical person, 1 to 3.</param>
/// <param name="Plural">Number.</param>
/// <param name="Gender"><c>m</c> or <c>f</c>.</param>
/// <param name="Animate">Whether it refers to a person (true) or to a thing: a state, body or group (false).</param>
/// <param name="Use">How it is used.</param>
public sealed record PronounTerm(int Person, bool? Plural, string? Gender, bool? Animate, PronounUse Use);
