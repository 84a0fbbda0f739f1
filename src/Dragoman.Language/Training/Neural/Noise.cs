namespace Dragoman.Language.Training.Neural;

/// <summary>
/// Pseudo-random numbers (SplitMix64, Steele, Lea and Flood 2014) that depend on the seed and the place in the training alone, so that a run that
/// was interrupted goes on as if it had not been.
/// </summary>
internal struct Noise
{
    private ulong _state;

    public Noise(ulong seed, ulong step, ulong lane)
    {
        _state = seed;
        _state = Next() ^ (step * 0xD1B54A32D192ED03u);
        _state = Next() ^ (lane * 0x8CB92BA72F3D8DD7u);
        _state = Next();
    }

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to below 1.</summary>
    public float NextUnit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>From −1 to below 1.</summary>
    public float NextSigned() => (2 * NextUnit()) - 1;

    /// <summary>From 0 to below <paramref name="bound"/>.</summary>
    public int NextBelow(int bound) => (int)((Next() >> 32) * (ulong)bound >> 32);

    /// <summary>A dropout mask (Srivastava and others 2014): 0 with the chance <paramref name="drop"/>, otherwise 1 / (1 − drop).</summary>
    public void FillMask(Span<float> mask, float drop)
    {
        float keep = 1 / (1 - drop);
        uint bound = (uint)(drop * uint.MaxValue);
        int i = 0;
        for (; i + 1 < mask.Length; i += 2)
        {
            ulong bits = Next();
            mask[i] = (uint)bits < bound ? 0 : keep;
            mask[i + 1] = (uint)(bits >> 32) < bound ? 0 : keep;
        }

        if (i < mask.Length) mask[i] = (uint)Next() < bound ? 0 : keep;
    }

    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
