using System.Collections.Immutable;

namespace Dragoman.Reading.Mentions.Linking;

/// <summary>When two folded names can be one person's.</summary>
internal static class PersonNames
{
    /// <summary>
    /// Two full names agree when they end alike and the words of the shorter stand in the longer in the same order, a first letter counting
    /// for the word: <c>ada m lind</c> and <c>ada lind</c>.
    /// </summary>
    public static bool Agree(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        if (left.Length < 2 || right.Length < 2) return false;
        (ImmutableArray<string> shorter, ImmutableArray<string> longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return shorter[^1] == longer[^1] && IsSubsequence(shorter, longer);
    }

    /// <summary>Whether a name of fewer words is another's surname (its last words, particles aside) or its first name.</summary>
    public static bool IsShortOf(ImmutableArray<string> name, ImmutableArray<string> full)
    {
        if (name.Length >= full.Length) return name.AsSpan().SequenceEqual(full.AsSpan());
        if (full.AsSpan()[^name.Length..].SequenceEqual(name.AsSpan())) return true;
        return name.Length == 1 && name[0] == full[0] && name[0].Length > 2 || name.Length > 1 && name[^1] == full[^1] && IsSubsequence(name, full);
    }

    private static bool IsSubsequence(ImmutableArray<string> shorter, ImmutableArray<string> longer)
    {
        int next = 0;
        foreach (string word in longer)
            if (next < shorter.Length && (shorter[next] == word || IsInitial(shorter[next], word) || IsInitial(word, shorter[next]))) next++;
        return next == shorter.Length;
    }

    private static bool IsInitial(string letter, string word) => letter.Length == 1 && word.Length > 0 && word[0] == letter[0];
}
