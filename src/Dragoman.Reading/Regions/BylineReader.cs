using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dragoman.Reading.Regions;

/// <summary>Reads who wrote an article from a line that says so ("By Ana Orlo and Bo Senn"), or from one that is nothing but a name.</summary>
internal sealed class BylineReader
{
    private const int MostNames = 6;

    private readonly ImmutableArray<string> _starts;
    private readonly FrozenSet<string> _joins;

    public BylineReader(IEnumerable<string> starts, IEnumerable<string> joins)
    {
        _starts = [.. starts];
        _joins = joins.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names behind a byline's opening word; none if the line is no byline.</summary>
    public ImmutableArray<string> Names(string line)
    {
        foreach (string start in _starts)
        {
            if (!line.StartsWith(start, StringComparison.OrdinalIgnoreCase) || line.Length <= start.Length || line[start.Length] is not (' ' or ':')) continue;
            ImmutableArray<string> names = Split(line[(start.Length + 1)..].Trim());
            if (!names.IsEmpty) return names;
        }

        return [];
    }

    /// <summary>Whether the line is a person's name and nothing else: two to four words, each beginning with a capital and going on in small letters.</summary>
    public bool IsName(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && words.All(IsNameWord) && words.Any(word => word.Any(char.IsLower)) && char.IsUpper(words[0][0]);
    }

    /// <summary>The names at the start of the text, up to the first thing that is none.</summary>
    private ImmutableArray<string> Split(string text)
    {
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        foreach (string part in text.Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (string name in Parts(part))
            {
                if (!IsAuthor(name)) return names.ToImmutable();
                names.Add(name);
            }
        }

        return names.Count <= MostNames ? names.ToImmutable() : [];
    }

    /// <summary>The pieces between joining words ("and").</summary>
    private IEnumerable<string> Parts(string text)
    {
        List<string> piece = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_joins.Contains(word))
            {
                piece.Add(word);
                continue;
            }

            yield return string.Join(' ', piece);
            piece.Clear();
        }

        yield return string.Join(' ', piece);
    }

    private static bool IsAuthor(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 5 && words.All(IsNameWord) && words.Any(word => char.IsUpper(word[0])) && (words.Length > 1 || !name.Any(char.IsLower));
    }

    /// <summary>A capital first ("Orlo", "O’Neill", "J."), or a short particle ("van", "al-Sabah").</summary>
    private static bool IsNameWord(string word) =>
        word.All(c => char.IsLetter(c) || c is '-' or '.' or '\'' or '’' || char.IsSurrogate(c)) && (char.IsUpper(word[0]) || word.Length <= 3 || word.Skip(1).Any(char.IsUpper));
}
