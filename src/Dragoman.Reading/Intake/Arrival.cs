namespace Dragoman.Reading.Intake;

/// <summary>What came of one document: its article, or why it cannot be read. Exactly one of the two is set.</summary>
public sealed record Arrival
{
    public Article? Article { get; private init; }

    public UnreadableException? Refusal { get; private init; }

    public static Arrival Of(Article article) => new() { Article = article };

    public static Arrival Of(UnreadableException refusal) => new() { Refusal = refusal };
}
