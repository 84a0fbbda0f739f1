using System.Collections.Immutable;
using Dragoman.Language.Neural;

namespace Dragoman.Language.Training.Neural;

/// <summary>A name in training data: words <c>[First, End)</c>, and the types that it may be of (bit by <see cref="NameType"/>).</summary>
internal readonly record struct AnnotatedName(int First, int End, uint Types)
{
    public static uint Bit(NameType type) => 1u << (int)type;

    public static uint Miscellaneous => Bit(NameType.Group) | Bit(NameType.Event) | Bit(NameType.Other);
}

/// <summary>Turns annotated names into the labels that the data allow for each word.</summary>
internal static class NameMasks
{
    private const uint Outside = 1u << NameLabels.Outside;

    /// <param name="names">Disjoint.</param>
    /// <param name="open">Types that these data do not annotate; a word for which <paramref name="mayBeOpen"/> holds may be part of such a name.</param>
    public static ImmutableArray<uint> Of(int words, IEnumerable<AnnotatedName> names, uint open, Func<int, bool> mayBeOpen)
    {
        uint[] masks = new uint[words];
        for (int i = 0; i < words; i++) masks[i] = open != 0 && mayBeOpen(i) ? Outside | AnyPlace(open) : Outside;
        foreach (AnnotatedName name in names)
        {
            for (int i = name.First; i < name.End; i++)
            {
                masks[i] = 0;
                for (NameType type = NameType.Person; (int)type < NameLabels.Types; type++)
                    if ((name.Types >> (int)type & 1) != 0) masks[i] |= 1u << NameLabels.Of(type, i - name.First, name.End - name.First);
            }
        }

        return [.. masks];
    }

    private static uint AnyPlace(uint types)
    {
        uint mask = 0;
        for (NameType type = NameType.Person; (int)type < NameLabels.Types; type++)
            if ((types >> (int)type & 1) != 0) mask |= 0b1111u << NameLabels.First(type);
        return mask;
    }
}
