using System.Collections.Immutable;

namespace Dragoman.Record.Views.Boards;

/// <summary>Words that follow each other; one written with a final <c>~</c> stands for itself with any ending (<c>withdraw~</c>: withdraws, withdrawal).</summary>
public sealed record WordPattern
{
    private const char AnyEnding = '~';

    private readonly ImmutableArray<(string Word, bool IsOpen)> _words;

    private WordPattern(ImmutableArray<(string, bool)> words) => _words = words;

    /// <summary>The first letters of the first word, by which an index finds the pattern: at most <see cref="KeyLength"/>.</summary>
    internal string Key => _words[0].Word[..Math.Min(KeyLength, _words[0].Word.Length)];

    internal static int KeyLength => 3;

    /// <summary>Null where there is no letter or digit.</summary>
    public static WordPattern? Parse(string text)
    {
        ImmutableArray<(string, bool)>.Builder words = ImmutableArray.CreateBuilder<(string, bool)>();
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            IReadOnlyList<string> folded = Fold(part);
            for (int i = 0; i < folded.Count; i++) words.Add((folded[i], i == folded.Count - 1 && part[^1] == AnyEnding));
        }

        return words.Count == 0 ? null : new(words.ToImmutable());
    }

    /// <summary>The words of a text: runs of letters and digits, in lower case, the Turkish i's as one.</summary>
    public static IReadOnlyList<string> Fold(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                words.Add(Lower(text.AsSpan(start, i - start)));
                start = -1;
            }
        }

        return words;
    }

    /// <summary>The folded words joined by single spaces: equal for two spellings of a name that differ in case and punctuation.</summary>
    public static string FoldedName(string name) => string.Join(' ', Fold(name));

    internal bool Matches(IReadOnlyList<string> words, int at)
    {
        if (at + _words.Length > words.Count) return false;
        for (int i = 0; i < _words.Length; i++)
        {
            (string word, bool isOpen) = _words[i];
            if (isOpen ? !words[at + i].StartsWith(word, StringComparison.Ordinal) : words[at + i] != word) return false;
        }

        return true;
    }

    private static string Lower(ReadOnlySpan<char> word)
    {
        Span<char> lower = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        for (int i = 0; i < word.Length; i++) lower[i] = word[i] is 'İ' or 'ı' or 'I' ? 'i' : char.ToLowerInvariant(word[i]);
        return new(lower);
    }
}
