namespace Dragoman.Language.Neural;

/// <summary>
/// Labels of words for names: outside, or of a type (the six of <see cref="NameType"/>) the first, an inner, the last or the only word:
/// 25 in all, numbered 0 and 1 + 4 · type + place.
/// </summary>
internal static class NameLabels
{
    public const int Types = 6;
    public const int Count = 1 + (4 * Types);
    public const int Outside = 0;

    public static int First(NameType type) => 1 + (4 * (int)type);

    public static int Inner(NameType type) => First(type) + 1;

    public static int Last(NameType type) => First(type) + 2;

    public static int Only(NameType type) => First(type) + 3;

    /// <summary>The label of word <paramref name="place"/> of a name of <paramref name="length"/> words.</summary>
    public static int Of(NameType type, int place, int length) =>
        length == 1 ? Only(type) : place == 0 ? First(type) : place == length - 1 ? Last(type) : Inner(type);

    /// <summary>Whether a word may bear the label where no name is open.</summary>
    public static bool MayStart(int label) => label == Outside || Place(label) is 0 or 3;

    /// <summary>Whether no name is open after the label.</summary>
    public static bool MayEnd(int label) => label == Outside || Place(label) is 2 or 3;

    public static NameType TypeOf(int label) => (NameType)((label - 1) / 4);

    private static int Place(int label) => (label - 1) % 4;
}
