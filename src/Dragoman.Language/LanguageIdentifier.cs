using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Dragoman.Language.Packs;

namespace Dragoman.Language;

/// <summary>
/// Tells the language of a text by its small words ("the", "ve", "и"), which make up a fifth to a half of any running text, and by the letters
/// that few alphabets have ("ğ", "ї"). It knows many more languages than there are packs for, so that it can say that a text is in none of
/// those; and it says nothing where two languages are close or the words are too few.
/// </summary>
public sealed class LanguageIdentifier
{
    /// <summary>How much of a text is looked at, in UTF-16 code units.</summary>
    public const int Reach = 20_000;

    private const string File = "lang/languages.tsv";
    private const double LeastShare = 0.12; // of a text's words that speak for its language
    private const double LeastLead = 1.25; // over the second language
    private const double LetterWeight = 0.5; // of a word with a rare letter, against a small word
    private const int LongestWord = 24;

    private readonly ImmutableArray<(string Code, string Name)> _languages;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _words;
    private readonly FrozenDictionary<char, ImmutableArray<int>> _characters; // of languages written without spaces
    private readonly FrozenDictionary<char, ImmutableArray<int>> _letters;

    private LanguageIdentifier(ImmutableArray<(string, string)> languages, LanguageIndex<string> words, LanguageIndex<char> characters, LanguageIndex<char> letters)
    {
        _languages = languages;
        _words = words.Freeze();
        _characters = characters.Freeze();
        _letters = letters.Freeze();
    }

    /// <summary>Loads <c>lang/languages.tsv</c>.</summary>
    public static LanguageIdentifier Load(DataFolder data, Problems problems)
    {
        ImmutableArray<(string, string)>.Builder languages = ImmutableArray.CreateBuilder<(string, string)>();
        LanguageIndex<string> words = new();
        LanguageIndex<char> characters = new();
        LanguageIndex<char> letters = new();
        foreach (TsvRow row in Tsv.Read(data, File, ["code", "name", "unit", "letters", "words"], problems))
        {
            if (row[2] is not ("word" or "character")) problems.Add(File, row.Line, row.ColumnOf(2), "DG1005", "the unit must be word or character");
            foreach (char letter in row[3]) letters.Add(letter, languages.Count);
            foreach (string word in row[4].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (row[2] == "word") words.Add(Fold(word), languages.Count);
                else characters.Add(word[0], languages.Count);
            }

            languages.Add((row[0], row[1]));
        }

        return new(languages.ToImmutable(), words, characters, letters);
    }

    /// <summary>The code of the text's language (ISO 639-1), or null if it cannot be told.</summary>
    public string? Identify(ReadOnlySpan<char> text)
    {
        Tally tally = Count(text.Length > Reach ? text[..Reach] : text);
        int best = 0;
        int second = -1;
        for (int i = 1; i < _languages.Length; i++)
        {
            if (tally.Score[i] > tally.Score[best]) (second, best) = (best, i);
            else if (second < 0 || tally.Score[i] > tally.Score[second]) second = i;
        }

        if (second < 0 || tally.Share[best] < tally.Units * LeastShare) return null;
        return tally.Score[best] > 0 && tally.Score[best] >= tally.Score[second] * LeastLead ? _languages[best].Code : null;
    }

    /// <summary>The English name of a language by its code; the code itself if it is not listed.</summary>
    public string NameOf(string code) => _languages.FirstOrDefault(language => language.Code == code).Name ?? code;

    private Tally Count(ReadOnlySpan<char> text)
    {
        Tally tally = new(_languages.Length);
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isLetter = i < text.Length && IsLetter(text[i]);
            if (isLetter && start < 0) start = i;
            if (isLetter || start < 0) continue;
            CountWord(text[start..i], tally);
            start = -1;
        }

        return tally;
    }

    private void CountWord(ReadOnlySpan<char> word, Tally tally)
    {
        if (IsSpaceless(word[0]))
        {
            foreach (char c in word) tally.Add(_characters.GetValueOrDefault(c), 1);
            return;
        }

        Span<char> folded = stackalloc char[LongestWord];
        if (word.Length <= LongestWord && _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..Fold(word, folded)], out ImmutableArray<int> languages))
        {
            tally.Add(languages, 1);
            return;
        }

        ImmutableArray<int> owners = default;
        foreach (char c in word)
            if (_letters.TryGetValue(c, out languages) && (owners.IsDefault || languages.Length < owners.Length)) owners = languages;
        tally.Add(owners, LetterWeight);
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether words of this script are written without spaces (Thai, kana, ideographs) or grow endings that must be seen (hangul).</summary>
    private static bool IsSpaceless(char c) => c is >= '\u0E00' and <= '\u0E7F' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';

    private static string Fold(string word) => string.Create(word.Length, word, static (to, from) => Fold(from, to));

    private static int Fold(ReadOnlySpan<char> word, Span<char> to)
    {
        for (int i = 0; i < word.Length; i++) to[i] = char.ToLowerInvariant(word[i]);
        return word.Length;
    }

    /// <summary>
    /// What speaks for each language: <see cref="Share"/> counts every sign of it, by which a language is told from noise;
    /// <see cref="Score"/> parts a sign among the languages that share it, by which cousins are told apart.
    /// </summary>
    private sealed class Tally(int languages)
    {
        public double[] Share { get; } = new double[languages];

        public double[] Score { get; } = new double[languages];

        /// <summary>Words, or characters where words are not parted.</summary>
        public int Units { get; private set; }

        public void Add(ImmutableArray<int> owners, double weight)
        {
            Units++;
            if (owners.IsDefault) return;
            foreach (int language in owners)
            {
                Share[language] += weight;
                Score[language] += weight / owners.Length;
            }
        }
    }
}
