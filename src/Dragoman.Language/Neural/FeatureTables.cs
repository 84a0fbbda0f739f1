namespace Dragoman.Language.Neural;

/// <summary>Which rows of the embedding tables the keys of <see cref="WordFeatures"/> have.</summary>
internal sealed record FeatureTables(KeyTable Forms, KeyTable Affixes, KeyTable Grams, KeyTable Outlines, WordLists Lists)
{
    /// <summary>In the order in which their vectors stand side by side.</summary>
    public IReadOnlyList<KeyTable> All => [Forms, Affixes, Grams, Outlines, WordLists.Rows];
}
