namespace Dragoman.Language.Parsing;

/// <summary>
/// The state of an arc-eager parse: stack, buffer and arcs. Words are 0 to n − 1; the root is word n, at the end of the buffer
/// (Ballesteros &amp; Nivre 2013). −1 stands for "none".
/// </summary>
internal sealed class Configuration
{
    private int[] _stack = [];
    private int _depth;

    public int Count { get; private set; }

    /// <summary>The next word of the buffer; <see cref="Count"/> when only the root is left.</summary>
    public int Next { get; private set; }

    public int[] Heads { get; private set; } = [];

    public int[] Labels { get; private set; } = [];

    /// <summary>Per head: its outermost and second outermost dependents on either side, and how many there are.</summary>
    public int[] Left1 { get; private set; } = [];

    public int[] Left2 { get; private set; } = [];

    public int[] Right1 { get; private set; } = [];

    public int[] Right2 { get; private set; } = [];

    public int[] LeftCount { get; private set; } = [];

    public int[] RightCount { get; private set; } = [];

    public ReadOnlySpan<int> Stack => _stack.AsSpan(0, _depth);

    public bool IsFinal => Next == Count && _depth == 0;

    public void Start(int count)
    {
        Count = count;
        Next = 0;
        _depth = 0;
        if (Heads.Length <= count) Grow(count);
        foreach (int[] links in (ReadOnlySpan<int[]>)[Heads, Labels, Left1, Left2, Right1, Right2]) links.AsSpan(0, count + 1).Fill(-1);
        LeftCount.AsSpan(0, count + 1).Clear();
        RightCount.AsSpan(0, count + 1).Clear();
    }

    /// <summary>The word so far below the top of the stack, or −1.</summary>
    public int Top(int below) => below < _depth ? _stack[_depth - 1 - below] : -1;

    public bool MayShift => Next < Count;

    public bool MayReduce => _depth > 0 && Heads[_stack[_depth - 1]] >= 0;

    /// <summary>Whether the top of the stack may become a dependent of the next word; of the root only as <c>root</c>.</summary>
    public bool MayGoLeft => _depth > 0 && Heads[_stack[_depth - 1]] < 0;

    public bool MayGoRight => _depth > 0 && Next < Count;

    public void Shift() => _stack[_depth++] = Next++;

    public void Reduce() => _depth--;

    public void Left(int label)
    {
        int word = _stack[--_depth];
        Heads[word] = Next;
        Labels[word] = label;
        Left2[Next] = Left1[Next];
        Left1[Next] = word;
        LeftCount[Next]++;
    }

    public void Right(int label)
    {
        int head = _stack[_depth - 1];
        Heads[Next] = head;
        Labels[Next] = label;
        Right2[head] = Right1[head];
        Right1[head] = Next;
        RightCount[head]++;
        Shift();
    }

    private void Grow(int count)
    {
        int size = Math.Max(64, (count + 1) * 2);
        _stack = new int[size];
        Heads = new int[size];
        Labels = new int[size];
        Left1 = new int[size];
        Left2 = new int[size];
        Right1 = new int[size];
        Right2 = new int[size];
        LeftCount = new int[size];
        RightCount = new int[size];
    }
}
