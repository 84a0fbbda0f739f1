using System.Runtime.Intrinsics;

namespace Dragoman.Reading.Frames.Rules;

/// <summary>A set of word classes, at most <see cref="Capacity"/>: what a token belongs to, or what a rule asks for.</summary>
internal readonly record struct ClassSet
{
    /// <summary>How many classes a language may have.</summary>
    public const int Capacity = 256;

    private const int Lane = 64;

    private readonly Vector256<ulong> _bits;

    private ClassSet(Vector256<ulong> bits) => _bits = bits;

    public bool IsEmpty => _bits == Vector256<ulong>.Zero;

    /// <summary>The set of one class.</summary>
    /// <param name="number">From 0 to <see cref="Capacity"/> − 1.</param>
    public static ClassSet Of(int number) => new(Vector256<ulong>.Zero.WithElement(number / Lane, 1UL << (number % Lane)));

    public static ClassSet operator |(ClassSet left, ClassSet right) => new(left._bits | right._bits);

    public bool Overlaps(ClassSet other) => (_bits & other._bits) != Vector256<ulong>.Zero;
}
