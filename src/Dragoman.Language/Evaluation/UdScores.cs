namespace Dragoman.Language.Evaluation;

/// <summary>How much of one kind of thing was found: precision, recall and F1 from counts.</summary>
public readonly record struct Tally(int Correct, int System, int Gold)
{
    /// <summary>From 0 to 1; 0 where nothing was there to find.</summary>
    public double F1 => System + Gold == 0 ? 0 : 2.0 * Correct / (System + Gold);

    public static Tally operator +(Tally left, Tally right) => new(left.Correct + right.Correct, left.System + right.System, left.Gold + right.Gold);
}

/// <summary>The metrics of the CoNLL 2018 shared task.</summary>
public sealed record UdScores
{
    public required Tally Tokens { get; init; }

    public required Tally Sentences { get; init; }

    public required Tally Words { get; init; }

    public required Tally Upos { get; init; }

    public required Tally Xpos { get; init; }

    public required Tally Feats { get; init; }

    public required Tally Lemmas { get; init; }

    public required Tally Uas { get; init; }

    public required Tally Las { get; init; }
}
