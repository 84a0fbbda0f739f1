namespace Dragoman.Language.Evaluation;

/// <summary>
/// Which word of the system is which word of the gold text: the same characters, or, where either side has a range of several
/// words, a longest common subsequence of their forms without regard to capitals.
/// </summary>
internal sealed class WordAlignment
{
    private readonly List<UdUnit> _gold;
    private readonly List<UdUnit> _system;
    private readonly int[] _goldOf;

    private WordAlignment(List<UdUnit> gold, List<UdUnit> system)
    {
        _gold = gold;
        _system = system;
        _goldOf = new int[system.Count];
        Array.Fill(_goldOf, -1);
    }

    /// <summary>For every word of the system, the index of its gold word, or −1.</summary>
    public static int[] Align(List<UdUnit> gold, List<UdUnit> system)
    {
        WordAlignment alignment = new(gold, system);
        alignment.Run();
        return alignment._goldOf;
    }

    private void Run()
    {
        int g = 0;
        int s = 0;
        while (g < _gold.Count && s < _system.Count)
        {
            if (_gold[g].InRange || _system[s].InRange) AlignRanges(ref g, ref s);
            else if (_gold[g].Span == _system[s].Span) _goldOf[s++] = g++;
            else if (_gold[g].Span.Start <= _system[s].Span.Start) g++;
            else s++;
        }
    }

    private void AlignRanges(ref int g, ref int s)
    {
        int end;
        if (_gold[g].InRange)
        {
            end = _gold[g].Span.End;
            if (!_system[s].InRange && _system[s].Span.Start < _gold[g].Span.Start) s++;
        }
        else
        {
            end = _system[s].Span.End;
            if (!_gold[g].InRange && _gold[g].Span.Start < _system[s].Span.Start) g++;
        }

        int firstGold = g;
        int firstSystem = s;
        while (!IsBeyond(_gold, g, end) || !IsBeyond(_system, s, end))
        {
            bool takesGold = g < _gold.Count && (s >= _system.Count || _gold[g].Span.Start <= _system[s].Span.Start);
            UdUnit taken = takesGold ? _gold[g++] : _system[s++];
            if (taken.InRange) end = Math.Max(end, taken.Span.End);
        }

        AlignCommon(firstGold, g, firstSystem, s);
    }

    private static bool IsBeyond(List<UdUnit> words, int i, int end) =>
        i >= words.Count || (words[i].InRange ? words[i].Span.Start >= end : words[i].Span.End > end);

    private void AlignCommon(int firstGold, int endGold, int firstSystem, int endSystem)
    {
        int rows = endGold - firstGold;
        int columns = endSystem - firstSystem;
        int[,] longest = new int[rows + 1, columns + 1];
        for (int i = rows - 1; i >= 0; i--)
        {
            for (int j = columns - 1; j >= 0; j--)
                longest[i, j] = AreAlike(firstGold + i, firstSystem + j) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (AreAlike(firstGold + i, firstSystem + j)) _goldOf[firstSystem + j++] = firstGold + i++;
            else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
            else j++;
        }
    }

    private bool AreAlike(int gold, int system) => string.Equals(Casing.Plain.Fold(_gold[gold].Row.Form), Casing.Plain.Fold(_system[system].Row.Form), StringComparison.Ordinal);
}
