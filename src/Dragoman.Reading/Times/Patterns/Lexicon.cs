using System.Collections.Immutable;

namespace Dragoman.Reading.Times.Patterns;

/// <summary>An entry of a word list: one atom or several, and what it stands for.</summary>
/// <param name="Words">The numbers of its words; at least one.</param>
/// <param name="Value">What the list says that it stands for: <c>4</c> for April, <c>NI</c> for night.</param>
/// <param name="Cased">Whether it must begin with a capital in the text (May, Sun).</param>
internal sealed record LexiconEntry(int Class, ImmutableArray<int> Words, string Value, bool Cased);

/// <summary>Digits with a meaning: numbers from <paramref name="Least"/> to <paramref name="Most"/> written with so many digits.</summary>
internal sealed record DigitClass(int Class, int Least, int Most, int LeastDigits, int MostDigits)
{
    public bool Holds(Atom atom) => Least <= atom.Number && atom.Number <= Most && LeastDigits <= atom.Span.Length && atom.Span.Length <= MostDigits;
}

/// <summary>What a class matched: the atoms up to <paramref name="End"/>, with a value from a list or a number (null: an unknown number, as in "several").</summary>
internal readonly record struct ClassMatch(int End, string? Value, decimal? Number);

/// <summary>The words that lists and patterns know, numbered, with the classes that they belong to. Case does not matter, but for entries marked so.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly List<string> _spelled = [];
    private readonly List<List<LexiconEntry>> _entries = [];
    private readonly List<DigitClass> _digits = [];

    public Lexicon()
    {
        _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        Numbers = new(this);
        NumberClass = ClassOf("number");
        OrdinalClass = ClassOf("ordinal");
    }

    /// <summary>The class of all numbers, in digits or words: <c>&lt;number&gt;</c>.</summary>
    public int NumberClass { get; }

    /// <summary>The class of ordinal words: <c>&lt;ordinal&gt;</c>.</summary>
    public int OrdinalClass { get; }

    public NumberReader Numbers { get; }

    public int Count => _words.Count;

    public IReadOnlyList<DigitClass> Digits => _digits;

    public IEnumerable<string> ClassNames => _classes.Keys;

    public int Find(ReadOnlySpan<char> form) => _bySpan.TryGetValue(form, out int word) ? word : -1;

    public string WordOf(int word) => _spelled[word];

    /// <summary>Whether a word of a pattern or list is digits, which atoms hold as a number as well.</summary>
    public bool IsDigits(int word) => char.IsAsciiDigit(_spelled[word][0]);

    /// <summary>The number of a word, which is made known if it was not.</summary>
    public int Intern(string word)
    {
        if (_words.TryGetValue(word, out int number)) return number;
        _words.Add(word, _words.Count);
        _spelled.Add(word);
        _entries.Add([]);
        return _words.Count - 1;
    }

    /// <summary>The number of a class, which is made if there was none.</summary>
    public int ClassOf(string name)
    {
        if (!_classes.TryGetValue(name, out int number)) _classes.Add(name, number = _classes.Count);
        return number;
    }

    public bool HasClass(string name) => _classes.ContainsKey(name);

    /// <summary>Adds a text of one atom or several to a class.</summary>
    public void Add(string className, string text, string value, bool cased)
    {
        ImmutableArray<int> words = [.. Split(text).Select(Intern)];
        if (words.IsEmpty) return;
        _entries[words[0]].Add(new(ClassOf(className), words, value, cased));
    }

    public void AddDigits(string className, int least, int most, int leastDigits, int mostDigits) =>
        _digits.Add(new(ClassOf(className), least, most, leastDigits, mostDigits));

    public IReadOnlyList<LexiconEntry> EntriesOf(int word) => word < 0 ? [] : _entries[word];

    /// <summary>The longest member of a class that starts at an atom.</summary>
    public bool Match(int classNumber, string text, ReadOnlySpan<Atom> atoms, int at, out ClassMatch match)
    {
        match = default;
        Atom atom = atoms[at];
        if (classNumber == NumberClass && Numbers.Read(text, atoms, at) is { } number) match = number;
        if (atom.Number >= 0) return MatchDigits(classNumber, atom, at, ref match);
        if (atom.Word < 0) return match.End > 0;
        foreach (LexiconEntry entry in _entries[atom.Word])
        {
            if (entry.Class == classNumber && at + entry.Words.Length > match.End && Fits(entry, text, atoms, at))
                match = new(at + entry.Words.Length, entry.Value, null);
        }

        return match.End > 0;
    }

    private bool MatchDigits(int classNumber, Atom atom, int at, ref ClassMatch match)
    {
        foreach (DigitClass digits in _digits)
        {
            if (digits.Class == classNumber && digits.Holds(atom)) match = new(at + 1, null, atom.Number);
        }

        return match.End > 0;
    }

    private static bool Fits(LexiconEntry entry, string text, ReadOnlySpan<Atom> atoms, int at)
    {
        if (at + entry.Words.Length > atoms.Length || (entry.Cased && !char.IsUpper(text[atoms[at].Span.Start]))) return false;
        for (int i = 1; i < entry.Words.Length; i++)
            if (atoms[at + i].Word != entry.Words[i]) return false;
        return true;
    }

    /// <summary>The atoms of a text in a list, as <see cref="AtomReader"/> cuts them.</summary>
    public static IEnumerable<string> Split(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = start + 1;
            if (char.IsLetter(text[start]))
                while (end < text.Length && char.IsLetter(text[end])) end++;
            else if (char.IsAsciiDigit(text[start]))
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (!char.IsWhiteSpace(text[start])) yield return text[start..end];
            start = end;
        }
    }
}
