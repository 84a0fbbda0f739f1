namespace Dragoman.Language.Models;

/// <summary>Hashes that are the same in every process and on every machine: models are keyed by them.</summary>
internal static class StableHash
{
    /// <summary>A 32-bit hash of characters (FNV-1a over UTF-16 units, finished with an avalanche).</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = (hash ^ c) * 16777619;
        return Finish(hash);
    }

    /// <summary>The same for the text read as if every character were folded.</summary>
    public static uint OfFolded(ReadOnlySpan<char> text, Casing casing)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = (hash ^ casing.Fold(c)) * 16777619;
        return Finish(hash);
    }

    /// <summary>Adds a value to a hash; not commutative.</summary>
    public static uint Add(uint hash, uint value)
    {
        uint mixed = (hash * 0x9E3779B1u) + value;
        mixed = (mixed ^ (mixed >> 15)) * 0x85EBCA77u;
        return mixed ^ (mixed >> 13);
    }

    private static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
