namespace Dragoman.Language.Neural;

/// <summary>Steps a unit of the activations: an activation x is the 16-bit number x · steps, rounded, and held within ±32767.</summary>
internal static class Quantum
{
    /// <summary>LSTM states, from −1 to 1.</summary>
    public const float State = 16384;

    /// <summary>Word vectors, within ±8.</summary>
    public const float Word = 4096;

    /// <summary>The hidden layer of the heads, within ±64.</summary>
    public const float Hidden = 512;

    /// <summary>Pairs of words for the label scorer, within ±128.</summary>
    public const float Pair = 256;
}
