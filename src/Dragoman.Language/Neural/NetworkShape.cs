namespace Dragoman.Language.Neural;

/// <summary>The widths of the network; each a multiple of 48, the width that the kernels work in.</summary>
internal sealed record NetworkShape
{
    /// <summary>The network of the accurate profile.</summary>
    public static NetworkShape Accurate { get; } = new();

    /// <summary>The network of the fast profile.</summary>
    public static NetworkShape Fast { get; } = new() { State = 96, Arc = 96, Label = 96, Tag = 144, Name = 48 };

    /// <summary>Layers of the encoder, each a bidirectional LSTM (Hochreiter and Schmidhuber 1997; Graves and Schmidhuber 2005).</summary>
    public const int Layers = 2;

    public const int Directions = 2;

    /// <summary>Input, forget, candidate and output, in this order.</summary>
    public const int Gates = 4;

    /// <summary>Slope of the rectifier for negative values.</summary>
    public const float Leak = 0.1f;

    public int Form { get; init; } = 96;

    public int Affix { get; init; } = 64;

    public int Gram { get; init; } = 80;

    public int Outline { get; init; } = 48;

    /// <summary>Of the <see cref="WordLists"/> that a word is in.</summary>
    public int Lists { get; init; } = 48;

    /// <summary>The state of one direction of one layer.</summary>
    public int State { get; init; } = 192;

    /// <summary>What a word says as a dependent, and what it says as a governor, for the arcs.</summary>
    public int Arc { get; init; } = 192;

    /// <summary>The same for the labels of the arcs.</summary>
    public int Label { get; init; } = 144;

    public int Tag { get; init; } = 192;

    public int Name { get; init; } = 96;

    /// <summary>The vector of a word: form, affixes, n-grams, outline and lists side by side.</summary>
    public int Word => Form + Affix + Gram + Outline + Lists;

    /// <summary>What the encoder says of a word: both directions side by side.</summary>
    public int Encoded => State * Directions;

    /// <summary>The gates of one direction.</summary>
    public int GateWidth => State * Gates;

    /// <summary>The hidden layer of all heads: dependent, governor, label dependent, label governor, tag, name.</summary>
    public int Hidden => (2 * Arc) + (2 * Label) + Tag + Name;

    public int GovernorAt => Arc;

    public int LabelDependentAt => 2 * Arc;

    public int LabelGovernorAt => LabelDependentAt + Label;

    public int TagAt => LabelGovernorAt + Label;

    public int NameAt => TagAt + Tag;

    /// <summary>What the label scorer sees of a pair: its product, the dependent, the governor.</summary>
    public int Pair => 3 * Label;

    public int EncoderInput(int layer) => layer == 0 ? Word : Encoded;

    public static int Pad(int columns) => (columns + 47) / 48 * 48;
}
