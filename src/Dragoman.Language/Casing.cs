using System.Collections.Immutable;

namespace Dragoman.Language;

/// <summary>
/// How a language pairs capitals with small letters, independent of the machine's culture: <c>plain</c> after Unicode's simple
/// mapping, <c>turkic</c> with I–ı and İ–i.
/// </summary>
public sealed class Casing
{
    public static readonly Casing Plain = new("plain", turkic: false);
    public static readonly Casing Turkic = new("turkic", turkic: true);

    private readonly bool _turkic;

    private Casing(string name, bool turkic)
    {
        Name = name;
        _turkic = turkic;
    }

    /// <summary>Every casing, by the name that <c>language.yml</c> uses.</summary>
    public static ImmutableArray<Casing> All { get; } = [Plain, Turkic];

    public string Name { get; }

    /// <summary>The small letter of a capital; every other character as it is.</summary>
    public char Fold(char c)
    {
        if (c < 128)
        {
            if (c is < 'A' or > 'Z') return c;
            return _turkic && c == 'I' ? 'ı' : (char)(c | 0x20);
        }

        return c == 'İ' ? 'i' : char.ToLowerInvariant(c);
    }

    /// <summary>The text with every capital folded; as long as it was.</summary>
    public string Fold(string text)
    {
        foreach (char c in text)
            if (Fold(c) != c) return string.Create(text.Length, (text, casing: this), static (target, state) => state.casing.Fold(state.text, target));
        return text;
    }

    /// <summary>Folds into a target at least as long.</summary>
    public void Fold(ReadOnlySpan<char> text, Span<char> target)
    {
        for (int i = 0; i < text.Length; i++) target[i] = Fold(text[i]);
    }
}
