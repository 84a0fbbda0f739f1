using System.Collections;
using System.Collections.Immutable;

namespace Dragoman.Record.Views;

/// <summary>A list whose items are made when they are asked for: however long it is, the first few cost no more than they do.</summary>
public sealed class Listing<T>(int count, Func<int, T> item) : IReadOnlyList<T>
{
    public int Count => count;

    public int Length => count;

    public bool IsEmpty => count == 0;

    public T this[int index] => item(index);

    /// <summary>Some of the items; fewer if the list ends before.</summary>
    public IEnumerable<T> Part(int start, int most) => Enumerable.Range(start, Math.Clamp(count - start, 0, most)).Select(item);

    public IEnumerator<T> GetEnumerator() => Part(0, count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class Listing
{
    public static Listing<T> Of<T>(ImmutableArray<T> items) => new(items.Length, i => items[i]);
}
