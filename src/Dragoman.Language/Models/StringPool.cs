namespace Dragoman.Language.Models;

/// <summary>
/// A bounded pool of strings: the same characters mostly give the same instance, so that common words cost no memory. Safe for
/// several threads: a lost race only makes one more instance.
/// </summary>
internal sealed class StringPool
{
    private const int Size = 1 << 15;

    private readonly string?[] _slots = new string?[Size];

    public string Get(ReadOnlySpan<char> text)
    {
        ref string? slot = ref _slots[StableHash.Of(text) & (Size - 1)];
        string? known = slot;
        if (known is not null && text.SequenceEqual(known)) return known;
        return slot = text.ToString();
    }
}
