namespace Dragoman.Language.Neural;

/// <summary>
/// What the network sees of a word: 32-bit keys of its form, its outline, its prefixes and suffixes, and its character n-grams.
/// Training and reading share it. Not thread-safe: it holds the keys of the last word.
/// </summary>
internal sealed class WordFeatures
{
    private const int LongestPrefix = 4;
    private const int LongestSuffix = 5;
    private const int LongestWord = 48; // of a longer one the beginning and the end count
    private const char Border = '\u0002';

    private readonly char[] _folded = new char[LongestWord + 2];
    private readonly uint[] _affixes = new uint[LongestPrefix + LongestSuffix];
    private readonly uint[] _grams = new uint[2 * LongestWord];
    private readonly Casing _casing;
    private int _affixCount;
    private int _gramCount;

    public WordFeatures(Casing casing) => _casing = casing;

    /// <summary>The form in lower case, its digits made alike.</summary>
    public uint Form { get; private set; }

    /// <summary>The form's kinds of characters, runs shortened: <c>Xx</c>, <c>dd-dd</c>.</summary>
    public uint Outline { get; private set; }

    public ReadOnlySpan<uint> Affixes => _affixes.AsSpan(0, _affixCount);

    public ReadOnlySpan<uint> Grams => _grams.AsSpan(0, _gramCount);

    public void Read(ReadOnlySpan<char> form)
    {
        Outline = OutlineOf(form);
        ReadOnlySpan<char> word = Fold(form);
        ReadOnlySpan<char> inner = word[1..^1];
        Form = Key(inner, 1);
        _affixCount = 0;
        for (int n = 1; n <= LongestPrefix && n <= inner.Length; n++) _affixes[_affixCount++] = Key(inner[..n], 2);
        for (int n = 1; n <= LongestSuffix && n <= inner.Length; n++) _affixes[_affixCount++] = Key(inner[^n..], 3);
        _gramCount = 0;
        for (int n = 3; n <= 4; n++)
            for (int i = 0; i + n <= word.Length; i++) _grams[_gramCount++] = Key(word.Slice(i, n), 4);
    }

    private ReadOnlySpan<char> Fold(ReadOnlySpan<char> form)
    {
        int count = Math.Min(form.Length, LongestWord);
        int fromStart = form.Length > LongestWord ? LongestWord / 2 : count;
        _folded[0] = Border;
        for (int i = 0; i < count; i++)
        {
            char c = i < fromStart ? form[i] : form[form.Length - count + i];
            _folded[i + 1] = char.IsDigit(c) ? '0' : _casing.Fold(c);
        }

        _folded[count + 1] = Border;
        return _folded.AsSpan(0, count + 2);
    }

    private static uint OutlineOf(ReadOnlySpan<char> form)
    {
        uint hash = Start(5);
        char last = '\0';
        int run = 0;
        int kept = 0;
        foreach (char c in form)
        {
            char kind = KindOf(c);
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2 && kept++ < 12) hash = Mix(hash, kind);
        }

        return Finish(hash);
    }

    private static char KindOf(char c) =>
        char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? 'd' : char.IsLetter(c) ? 'l' : c;

    private static uint Key(ReadOnlySpan<char> text, uint kind)
    {
        uint hash = Start(kind);
        foreach (char c in text) hash = Mix(hash, c);
        return Finish(hash);
    }

    private static uint Start(uint kind) => (kind * 0x9E3779B1u) ^ 0x811C9DC5u;

    private static uint Mix(uint hash, char c) => (hash ^ c) * 0x01000193u;

    /// <summary>The finishing steps of MurmurHash3 (Appleby): each bit of the key depends on each of the hash.</summary>
    private static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
