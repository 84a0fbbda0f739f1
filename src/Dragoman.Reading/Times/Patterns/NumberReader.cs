using System.Globalization;

namespace Dragoman.Reading.Times.Patterns;

/// <summary>What a number word does in a number.</summary>
internal enum NumberKind
{
    /// <summary>Adds its value: three, twenty.</summary>
    Cardinal,

    /// <summary>Multiplies what stands before it: hundred, thousand.</summary>
    Scale,

    /// <summary>Joins the parts of a number: the hyphen of twenty-four, the "and" of a hundred and five.</summary>
    Joiner,

    /// <summary>Adds a part of one after a whole number: ½.</summary>
    Fraction,

    /// <summary>An unknown number: several.</summary>
    Vague,
}

/// <summary>Reads numbers in digits (4,900; 2.5; 2 1/2) and in words (twenty-four, two hundred and five).</summary>
internal sealed class NumberReader(Lexicon lexicon)
{
    private readonly Dictionary<int, (NumberKind Kind, decimal Value)> _words = [];
    private readonly int _comma = lexicon.Intern(",");
    private readonly int _point = lexicon.Intern(".");
    private readonly int _slash = lexicon.Intern("/");

    /// <summary>The words that a number can start with.</summary>
    public IEnumerable<int> FirstWords => _words.Where(pair => pair.Value.Kind is not NumberKind.Joiner).Select(pair => pair.Key);

    public void Add(string word, NumberKind kind, decimal value) => _words[lexicon.Intern(word)] = (kind, value);

    /// <summary>The longest number that starts at an atom, or null.</summary>
    public ClassMatch? Read(string text, ReadOnlySpan<Atom> atoms, int at) => atoms[at].Number >= 0 ? ReadDigits(text, atoms, at) : ReadWords(atoms, at);

    private ClassMatch? ReadDigits(string text, ReadOnlySpan<Atom> atoms, int at)
    {
        decimal value = atoms[at].Number;
        int end = at + 1;
        while (Joined(atoms, end, _comma) && atoms[end + 1].Span.Length == 3)
        {
            value = (value * 1000) + atoms[end + 1].Number;
            end += 2;
        }

        if (Joined(atoms, end, _point))
        {
            int digits = atoms[end + 1].Span.Length;
            value += decimal.Parse(string.Concat("0.", text.AsSpan(atoms[end + 1].Span.Start, digits)), CultureInfo.InvariantCulture);
            end += 2;
        }
        else if (end + 2 < atoms.Length && atoms[end].Number > 0 && Joined(atoms, end + 1, _slash) && atoms[end + 2].Number > atoms[end].Number)
        {
            value += (decimal)atoms[end].Number / atoms[end + 2].Number;
            end += 3;
        }
        else if (WordAt(atoms, end) is (NumberKind.Fraction, decimal part))
        {
            value += part;
            end++;
        }

        if (WordAt(atoms, end) is (NumberKind.Scale, decimal scale) && value < 1_000_000) return new(end + 1, null, value * scale);
        return new(end, null, value);
    }

    /// <summary>Whether a sign stands here with digits right behind it and no space around it.</summary>
    private static bool Joined(ReadOnlySpan<Atom> atoms, int at, int sign) =>
        at + 1 < atoms.Length && atoms[at].Word == sign && !atoms[at].Spaced && !atoms[at + 1].Spaced && atoms[at + 1].Number >= 0;

    private ClassMatch? ReadWords(ReadOnlySpan<Atom> atoms, int at)
    {
        if (WordAt(atoms, at) is not { } first || first.Kind == NumberKind.Joiner) return null;
        if (first.Kind == NumberKind.Vague) return new(at + 1, null, null);
        decimal total = 0;
        decimal current = 0;
        int end = at;
        int position = at;
        while (WordAt(atoms, position) is { } word)
        {
            if (word.Kind == NumberKind.Joiner && position > at)
            {
                if (WordAt(atoms, ++position) is not { Kind: NumberKind.Cardinal }) break;
                continue;
            }

            if (!TryAdd(word, ref total, ref current)) break;
            end = ++position;
        }

        return end == at ? null : new(end, null, total + current);
    }

    private static bool TryAdd((NumberKind Kind, decimal Value) word, ref decimal total, ref decimal current)
    {
        const decimal Largest = 1_000_000_000;
        switch (word.Kind)
        {
            case NumberKind.Cardinal when current % 100 == 0 || (current % 100 >= 20 && current % 10 == 0 && word.Value < 10):
                current += word.Value;
                return true;
            case NumberKind.Scale when word.Value <= 100 && current < 100:
                current = word.Value * (current == 0 ? 1 : current);
                return true;
            case NumberKind.Scale when word.Value > 100 && total < Largest:
                total += word.Value * (current == 0 ? 1 : current);
                current = 0;
                return true;
            case NumberKind.Fraction when current == 0 && total == 0:
                current = word.Value;
                return true;
            default:
                return false;
        }
    }

    private (NumberKind Kind, decimal Value)? WordAt(ReadOnlySpan<Atom> atoms, int at) =>
        at < atoms.Length && _words.TryGetValue(atoms[at].Word, out (NumberKind, decimal) word) ? word : null;
}
