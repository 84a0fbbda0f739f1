using System.Runtime.CompilerServices;

namespace Dragoman.Language.Neural;

/// <summary>Numbers in a row, pinned and 64-byte aligned, so that kernels may read them by pointer. Its storage only grows.</summary>
internal sealed unsafe class AlignedMemory<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    private byte[] _storage = [];

    public AlignedMemory(int length = 0) => Reserve(length);

    public int Length { get; private set; }

    /// <summary>The first number; valid until <see cref="Reserve"/> grows the storage.</summary>
    public T* Data { get; private set; }

    public Span<T> Span => new(Data, Length);

    /// <summary>Makes room for so many numbers; what they are afterwards is undefined if it grew.</summary>
    public void Reserve(int length)
    {
        Length = length;
        long needed = ((long)length * sizeof(T)) + Alignment;
        if (_storage.Length >= needed) return;
        _storage = GC.AllocateArray<byte>(checked((int)(needed + (needed / 4))), pinned: true);
        nint start = (nint)Unsafe.AsPointer(ref _storage[0]);
        Data = (T*)((start + Alignment - 1) & ~(nint)(Alignment - 1));
    }
}
