namespace Dragoman.Language;

/// <summary>Which of a language's models reads.</summary>
public enum Profile
{
    /// <summary>The large network: the best trees and names.</summary>
    Accurate,

    /// <summary>The small network, taught by the large one: more than twice as fast.</summary>
    Fast,
}
